# Planning: hours of the week, closed days, timetable, the gate.

plan-list = Planning
plan-list-waiting = { $count ->
    [0] All batches are open.
    [one] One batch waits to be opened.
   *[other] { $count } batches wait to be opened.
    }
plan-batches = Batches
plan-batches-none = Planned batches appear here.
plan-term = Days of training
plan-state = State
plan-jp = JP planned
plan-jp-laid = JP planned of all JP
plan-windows = Hours of the week
plan-windows-none = The hours in which sessions may be held appear here.
plan-closed = Closed days
plan-closed-none = No closed days ahead.
state-plan-empty = Not planned
state-plan-laid = Planned
state-plan-opened = Open

plan-window = Set the hours
    .lead = Sessions can be held within these hours only. What you enter replaces what there was.
    .verb = Set the hours
windows-set = Hours saved: { $count } windows.
field-windows = Hours
    .hint = One window a line: weekday | start | end. For example Monday | 08.00 | 11.45.
problem-window-line = Line { $line } cannot be read. Write weekday | start | end, for example Monday | 08.00 | 11.45.
problem-window-twice = Line { $line } overlaps an earlier line.
problem-weekday = “{ $text }” is not a weekday.
problem-hours-reversed = The end must come after the start.

plan-close-day = Close a day
    .lead = No sessions on closed days. Sessions already planned will be named as clashes.
    .verb = Close a day
day-closed = Closed: { $term } ({ $count } days).
field-plan-close-day-day = First day
field-plan-close-day-until = Last day
    .hint = Empty for a single day.
problem-closed-too-long = At most { $days } days at once. Check the year.
plan-reopen-day = Open a closed day again
    .lead = The day can be used again.
    .verb = Open a closed day again
day-reopened = { $day } can be used again.

plan-show = See timetable
plan-show-of = Timetable of { $batch }
plan-show-empty = No sessions yet. { $planned } JP wait to be planned.
plan-show-laid = { $sessions } sessions, { $jp } of { $planned } JP. { $clashes ->
    [0] No clashes.
    [one] One clash.
   *[other] { $clashes } clashes.
    }
plan-clash = { $text }
plan-clashes = { $count ->
    [one] One clash
   *[other] { $count } clashes
    }
plan-clashing = Clashes
plan-modules = Modules
plan-modules-none = There is no curriculum yet. Fill it in at the programme.
plan-module = Module
plan-kind = Kind
plan-kind-theory = Theory
plan-kind-practice = Practice
plan-kind-soft-skill = Soft skills
plan-kind-business = Business
plan-week = Timetable of the week { $week }, can be scrolled
plan-room = Room
plan-places = { $count } places
plan-free = Free
plan-sessions = All sessions
plan-day = Day
plan-hours = Time
plan-outside-batch = The session on { $day } lies outside the days of the batch.

plan-lay = Lay the timetable
    .lead = The new timetable replaces the old one as a whole. With a single clash nothing is saved.
    .verb = Lay the timetable
field-plan-lay-sessions = Sessions
    .hint = One session a line: day | start | end | room code | module code | instructor code.
field-plan-lay-file = Or a CSV file
    .hint = Columns tanggal; mulai; selesai; ruang; modul; instruktur.
problem-timetable-utf8 = The file cannot be read as UTF-8 text. Save it again as CSV UTF-8.
problem-timetable-header = The row of column names was not found. Needed: { $columns }.
problem-timetable-parts = Write six parts: day | start | end | room | module | instructor.
problem-timetable-short = The session is shorter than one JP ({ $minutes } minutes).
timetable-laid = Timetable saved: { $sessions } sessions, { $jp } of { $planned } JP.

plan-spread = Spread what is left
    .lead = Modules not planned yet are laid one after the other into weekly hours. What is planned stays.
    .verb = Spread what is left
field-plan-spread-from = From
field-plan-spread-weekdays = Weekdays
    .hint = Separated by commas, for example Monday, Wednesday, Friday.
field-plan-spread-starts = Start
field-plan-spread-ends = End
field-plan-spread-facility = Room code
field-plan-spread-instructor = Instructor code
field-plan-spread-modules = These modules only
    .hint = Module codes, separated by commas. Empty means all that is left.

plan-gate = Check the gate
gate-of = Gate of { $batch }
gate-unmet = { $count ->
    [0] All { $all } conditions are met. The batch can be opened.
   *[other] { $count } of { $all } conditions are not met yet.
    }
gate-opened = The batch was opened on { $day }.
gate-conditions = Conditions
gate-state-met = [v]
gate-state-unmet = [x]
gate-state-waiting = [ ]
gate-agreement = Agreement in force
gate-agreement-met = { $agreement } is in force on { $day }.
gate-agreement-unsigned = { $agreement } is not signed by all parties. Complete the signatures.
gate-agreement-early = { $agreement } is in force from { $first }. Open the batch on or after that day.
gate-agreement-over = { $agreement } is no longer in force on { $day }. Make a new agreement.
gate-term = Agreement outlives training and assessment
gate-term-met = In force until { $last }; last day needed { $needed }.
gate-term-short = The agreement ends on { $last }, training and assessment on { $needed }. Extend it, or plan earlier.
gate-facility = Facility passed its inspection
gate-facility-met = { $facility } passed on { $day }.
gate-facility-none = The programme names no place. Set its facility.
gate-facility-uninspected = { $facility } was never inspected. Inspect it.
gate-facility-failed = { $facility } failed on { $day }. { $item }: needed { $needed }, found { $found }. { $action }; due { $due }.
gate-facility-again = What { $facility } lacked on { $day } is mended. Inspect it again.
gate-instructor = Instructor available
gate-instructor-met = { $names }.
gate-instructor-none = The batch has no instructor. Name one.
gate-instructor-hours = The hours of { $name } are not on record. Record them.
gate-curriculum = Curriculum filled in
gate-curriculum-none = The programme has no modules. Fill in its curriculum.
gate-assessment = Assessment reserved
gate-assessment-met = { $day }, by { $who }.
gate-assessment-none = Day, place and assessor are not reserved. Reserve the assessment before the batch opens.
gate-assessment-early = The assessment is reserved for { $day }, before the last session on { $last }. Change one of them.
gate-budget = Budget named
gate-budget-met = { $line }.
gate-budget-none = No budget line is written. Add it to the batch.
gate-participants = Participants decided
gate-participants-met = Decree { $number }, { $count } participants.
gate-participants-none = There is no decree. Finish ranking, hearing and decree.
gate-timetable = Timetable holds all JP
gate-timetable-met = { $first } to { $last }.
gate-timetable-none = There is no timetable. Lay it.
gate-timetable-short = { $module }: { $laid } of { $planned } JP planned. Plan the rest.
gate-timetable-past = The first session on { $first } comes before the opening on { $day }. Open earlier or plan later.
gate-no-clash = Timetable without clashes
gate-no-clash-waiting = Checked once there is a timetable.

batch-open = Open the batch
    .lead = The batch opens only when all conditions are met. After that the timetable does not change.
    .verb = Open the batch
batch-opened = { $batch } is open. First session { $first }.
field-batch-open-day = Day of opening
problem-opening-future = This day has not come yet. Open the batch on its day.

refusal-plan-01 = The batch cannot be opened yet: { $count } things are missing.
    .next = Do what is named above, then open again.
refusal-plan-02 = This batch is already open.
    .next = See its timetable, or record its sessions.
refusal-plan-03 = The timetable of an open batch cannot be laid anew.
    .next = Cancel single sessions and catch up their JP.
refusal-plan-04 = The timetable was not saved because of { $count } clashes.
    .next = Move the sessions named, then save again.
refusal-plan-05 = Sessions lie outside the days of the batch, { $starts } to { $ends }.
    .next = Choose days within, or add weekdays or hours.
refusal-plan-06 = No JP are left to spread.
    .next = Lay a new timetable to change it.
refusal-plan-07 = Only { $laid } of { $needed } JP fit into these hours.
    .next = Add weekdays, lengthen the hours, or close fewer days.
refusal-plan-08 = { $day } is not a closed day.
    .next = Check the list of closed days.

event-WindowsSet = Hours set
event-DayClosed = Day closed
event-DayReopened = Closed day opened again
event-TimetableLaid = Timetable laid
event-BatchOpened = Batch opened
