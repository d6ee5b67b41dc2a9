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
windows-set = { $count ->
    [1] Hours saved: one window.
   *[other] Hours saved: { $count } windows.
    }
field-windows = Hours
    .hint = One window a line: weekday | start | end. For example Monday | 08.00 | 11.45.
problem-window-line = Line { $line } cannot be read. Write weekday | start | end, for example Monday | 08.00 | 11.45.
problem-window-twice = Line { $line } overlaps an earlier line. Change its hours, or join the two.
problem-weekday = “{ $text }” is not a weekday. Write Monday to Sunday.
problem-hours-reversed = The end must come after the start.

plan-limits = Set the limits of the place
    .lead = Proposed timetables keep these limits, and one that breaks them cannot be approved. Leave empty what does not apply. What you send replaces what was there.
    .verb = Set the limits of the place
limits-set = The limits of the place are saved.
field-plan-limits-watched = Sessions that can be watched at once
    .hint = Empty where there is no limit.
field-plan-limits-spare-days = Spare days at the end of a batch
    .hint = The last open days, left free where possible to make up lost sessions.
field-plan-limits-seasons = Hours of a season
    .hint = One window a line: name | from | until | weekday | start | end. For example Ramadan | 08-02-2027 | 09-03-2027 | Monday | 08.00 | 11.00. The hours of the year do not hold then.
field-plan-limits-zones = Zones and escorts
    .hint = One zone a line: name | room code, room code | most people at once. For example Outer workshops | BKL-1, BKL-2 | 20.
field-plan-limits-tools = Sets of tools
    .hint = One tool a line: name | number of sets | programme code, programme code. The practice of those programmes uses one set.
field-plan-limits-set-ups = Set-up of rooms between two batches
    .hint = One room a line: room code | minutes. For example BKL-1 | 15.
field-plan-limits-ways = Ways of instructors
    .hint = One pair a line: room code | room code | minutes, there and back.
plan-limits-hold = Limits of the place
plan-limits-none = No limits yet besides the hours and the closed days.
limits-seasons = Seasons
limits-watched = Supervision
limits-zones = Zones
limits-tools = Sets of tools
limits-set-ups = Set-up of rooms
limits-ways = Ways
limits-spare-days = Spare days
limit-season = { $name }, { $days }: { $hours }.
limit-watched = { $count ->
    [1] Only one session at a time.
   *[other] { $count } sessions at once at most.
    }
limit-zone = { $name } ({ $rooms }): { $count ->
    [1] one person
   *[other] { $count } people
    } at once at most.
limit-tool = { $name }: { $count ->
    [1] one set
   *[other] { $count } sets
    }, used by the practice of { $programmes }.
limit-set-up = { $room }: { $minutes } minutes before another batch comes in.
limit-way = { $from } and { $to }: { $minutes } minutes for an instructor, there and back.
limit-spare-days = { $count ->
    [1] The last open day is
   *[other] The last { $count } open days are
    } left free where possible to make up lost sessions.
problem-watched-none = At least one session. Leave it empty where there is no limit.
problem-spare-days = { $days } days at most.
problem-limit-twice = Line { $line } repeats an earlier line. Remove one of them.
problem-seasons-line = Line { $line } cannot be read. Write name | from | until | weekday | start | end, for example Ramadan | 08-02-2027 | 09-03-2027 | Monday | 08.00 | 11.00.
problem-season-days = Line { $line } gives other days for the same name. Give the same days or another name.
problem-zones-line = Line { $line } cannot be read. Write name | room code, room code | people, with room codes of this office.
problem-tools-line = Line { $line } cannot be read. Write name | number of sets | programme code, with programmes held here.
problem-set-ups-line = Line { $line } cannot be read. Write room code | minutes, 600 minutes at most.
problem-ways-line = Line { $line } cannot be read. Write room code | room code | minutes: two different rooms, 600 minutes at most.

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

# Proposals: who in which batch, and when; the engines propose, people decide.
proposal-show = One proposal
proposal-list = Proposed plans
proposal-list-lead = A proposal moves nobody. Once approved, timetables are laid and the agenda of the hearing is put in order.
proposal-list-none = Proposed plans stand here. Rank the applicants of the batches first, then ask for a proposal.
proposal-all = All proposals
proposal-made-on = Made
proposal-reaches = Points
proposal-in-force = in force
proposal-of = Proposal { $code }
proposal-lead = { $seated } of { $people } people get a seat; { $sessions } sessions.
proposal-points = { $value } points; { $bound } at most.
proposal-points-proven = { $value } points, proven the best.
proposal-against = Compared with { $code }.
proposal-changes = { $count ->
    [0] Nothing changes.
    [one] One person changes.
   *[other] { $count } people change.
    }
proposal-seated = With a seat: { $count }
proposal-reserves = Reserves
proposal-sessions = Timetable: { $count } sessions
proposal-refused = Without a seat yet: { $count }
proposal-refused-none = Everybody has a seat.
proposal-approved-on = Approved on { $day }.
proposal-turned-down-on = Turned down on { $day }.
proposal-batch-opens = { $count } of { $seats } seats taken. { $term }.
proposal-batch-waits = Cannot open yet.
proposal-change-moved = { $batch } before
proposal-change-new = has a seat now
proposal-change-lost = { $batch } before
state-proposal-proposed = Waits for a decision
state-proposal-approved = Approved
state-proposal-turned-down = Turned down
proposal-why-only-seat = A seat in { $batch } with { $points } points; without it there would be no other.
proposal-why-best-seat = A seat in { $batch } with { $points } points; the other possibility is { $other }, { $others } points.
proposal-why-lesser-seat = A seat in { $batch } with { $points } points. In { $other } ({ $others } points) the seat means more to somebody else.
proposal-why-seat = A seat in { $batch } with { $points } points.
proposal-why-no-batch = No batch to take part in yet; the reasons stand in the list of applicants.
proposal-why-kept-out = Nearest to { $batch } ({ $points } points). { $loss ->
    [0] Stands behind the others in the order.
   *[other] With this person in it, the plan would lose { $loss } points.
    }
proposal-why-kept-out-always = Nearest to { $batch } ({ $points } points).
proposal-bar-full = All { $seats } seats are taken.
proposal-bar-apart = Must be kept apart from one of the participants.
proposal-bar-composition = The composition of that batch does not allow it yet.
proposal-bar-too-few = Fewer than { $minimum } people come together.
proposal-bar-rivals = Its room or instructor is taken by { $by }.
proposal-waits-no-instructor = There is no instructor for { $about }.
proposal-waits-no-room = There is no room for { $about }.
proposal-waits-instructor-time = The hours of { $about } are { $minutes } minutes short.
proposal-waits-room-time = { $about } is taken; { $minutes } minutes short.
proposal-waits-days = The days of { $about } are too few; { $minutes } minutes short.
proposal-waits-day-load = The hours a day of { $about } are too few; { $minutes } minutes short.
proposal-waits-theory-first = Theory before practice of { $about } does not fit.
proposal-waits-shared-persons = { $about } share participants.
proposal-waits-regime = The hours of the week are { $minutes } minutes short.
proposal-waits-closed-days = Too many closed days; { $minutes } minutes short.
proposal-waits-term = The agreement is too short; { $minutes } minutes short.
proposal-waits-watch = Too few sessions can be watched at once; { $minutes } minutes short.
proposal-waits-zone = { $about } holds too few people at once; { $minutes } minutes short.
proposal-waits-tool = { $about } is too little for sessions at once; { $minutes } minutes short.
proposal-waits-set-up = { $about } must be set up between two batches; { $minutes } minutes short.
proposal-waits-ways = Instructors need time to go from place to place; { $minutes } minutes short.
proposal-waits-locked = Sessions of other batches take the time; { $minutes } minutes short.
proposal-waits-unknown = No timetable was found; { $minutes } minutes short.
proposal-waits-meaningless = This cannot be laid: { $about }.
proposal-unready-unknown = { $batch }: your office has no batch with this code.
proposal-unready-opened = { $batch }: open already.
proposal-unready-unranked = { $batch }: the applicants are not ranked, or the hearing was held.
proposal-unready-curriculum = { $batch }: no curriculum yet.
proposal-unready-instructor = { $batch }: no instructor yet.
proposal-fault-overfull = { $batch }: { $count } people for { $seats } seats.
proposal-fault-too-few = { $batch }: { $count } people, where { $minimum } are the least.
proposal-fault-ineligible = { $batch }: a participant may not take part.
proposal-fault-opens = { $batch }: opens with nobody, or stays closed with { $count } people.
proposal-fault-apart = { $batch }: participants who must be kept apart.
proposal-fault-people = Not everybody has an answer.
proposal-fault-same-time = The same participants are in two sessions at once: { $one }; { $other }. Move one of them to another hour.
proposal-fault-teacher = { $batch } { $module }, { $day } { $starts }: the instructor does not have the field of this module. Those who do: { $names }.
proposal-fault-room = { $batch } { $module }, { $day } { $starts }: practice is held in { $room }.
proposal-fault-day = { $batch }, { $day }: { $jp } JP, where a day holds at most { $most } JP.
proposal-compare-facts = These two were made from different questions or facts.
proposal-fault-hours = { $batch }, { $module }: { $laid } of { $planned } lesson hours.

# A proposal changed by hand
proposal-change = Change the proposal
    .lead = First see what it breaks and what it costs. What is kept becomes a new proposal; this one stays.
    .verb = Keep as a new proposal
field-proposal-change-session = Session to move
    .hint = What is left empty below stays as it is.
field-proposal-change-day = New day
    .hint = Such as 10-02-2026.
field-proposal-change-starts = New start
field-proposal-change-facility = New room
field-proposal-change-instructor = New instructor
field-proposal-change-person = Person whose seat changes
field-proposal-change-batch = New seat
    .hint = Or choose below with whom the seat is exchanged.
field-proposal-change-other = Exchange seats with
field-proposal-change-code = Code of the new proposal
    .hint = Empty: the code of this one with the next letter.
proposal-change-look = See what it does
proposal-change-verdict = What the change does
proposal-change-holds = Nothing is broken. This change can be kept.
proposal-change-unread = This change is not complete yet.
proposal-changed = Proposal { $code } is kept; { $from } stays as it was.
proposal-changed-session = Session { $batch } { $module } moved from { $from } to { $to }.
proposal-changed-given = { $person } is given a seat in { $to }.
proposal-changed-taken = The seat of { $person } in { $from } is taken away.
proposal-changed-seat = { $person } moves from { $from } to { $to }.
proposal-changed-exchange = { $person } and { $other } exchange seats.
proposal-origin = Changed by hand from { $code } by { $by }:
proposal-no-seat = no seat
problem-proposal-nothing = Choose the session or the person to change.
problem-proposal-which-session = First choose the session to move.
problem-proposal-session = There is no session “{ $text }” in this proposal. Choose one from the list.
problem-proposal-midnight = This session would run past midnight. Choose an earlier hour.
problem-proposal-instructor = { $text } is no instructor of { $batch }. Choose one who is put down for that batch.
problem-proposal-which-person = First choose the person whose seat changes.
problem-proposal-which-seat = Choose the new seat, or with whom it is exchanged.
problem-proposal-one-way = Choose a new seat or an exchange, not both.
proposal-why-by-hand = Seat in { $batch } with { $points } points, given by an officer, not by the search.
proposal-why-taken-by-hand = The seat in { $batch } ({ $points } points) was taken by an officer, not by the search.
proposal-bar-vacant = A seat there has not been given to anybody yet.
refusal-plan-16 = { $count ->
    [1] This change is not kept: it breaks one thing.
   *[other] This change is not kept: it breaks { $count } things.
    }
    .next = Choose another day, hour, room, instructor or seat, and see again what it does.
refusal-plan-17 = This change changes nothing.
    .next = Fill in what is to change with another value.
proposal-look-at = Look at this proposal
proposal-costs = Penalty points of the timetable
proposal-costs-each = Each rule, its count and its weight
proposal-cost-what = What is counted
proposal-cost-before = Before
proposal-cost-after = After
proposal-cost-difference = Difference
proposal-cost-units = Count
proposal-cost-weight = Weight
proposal-cost-points = Points
proposal-cost-seats = People with a seat
proposal-cost-batches = Batches that open
proposal-cost-sessions = Sessions
proposal-cost-weekly-pattern = Weeks whose hours differ
proposal-cost-gaps = Waiting between sessions (JP)
proposal-cost-even-spread = JP above the mean of the weeks
proposal-cost-early-finish = Days to the last session
proposal-cost-same-instructor = Further instructors within a module
proposal-cost-room-stability = Further rooms within a module
proposal-cost-module-order = Sessions out of the order of modules
proposal-cost-makeup-slack = JP on the spare days at the end
proposal-cost-total = Weighted sum (less is better)
proposal-difference = { $what }: { $difference }.
proposal-difference-more = { $count } more
proposal-difference-less = { $count } less
proposal-difference-same = the same
proposal-difference-none = Points and penalty points of the timetable stay the same.
proposal-difference-text = { $text }

# Proposals side by side
proposal-compare = Compare proposals
    .verb = Compare
proposal-compare-choose = Choose two proposals to see them side by side.
proposal-compare-one = First proposal
proposal-compare-other = Second proposal
proposal-figures = Figures side by side
proposal-compare-people = { $count ->
    [0] Everybody has the same seat
   *[other] Another seat: { $count } people
    }
proposal-compare-sessions = { $count ->
    [0] All sessions are the same
   *[other] Different: { $count } sessions
    }
proposal-not-asked = not asked about
proposal-no-session = none

# Calendar of a proposal
proposal-calendar = Calendar
proposal-calendar-of = Calendar of proposal { $code }
proposal-calendar-how = Open a session to move it, or drag it to another cell. What it does is shown before anything is kept.
proposal-by = Arrange by
proposal-by-room = By room
proposal-by-instructor = By instructor
proposal-by-batch = By batch
proposal-row-room = Room
proposal-row-instructor = Instructor
proposal-row-batch = Batch
proposal-week = Week
proposal-weeks = Turn weeks
proposal-week-show = Show the week
proposal-week-before = Week before
proposal-week-after = Week after

# Batches over the year, and hours of rooms nobody uses
plan-year = Batches over the year
plan-year-note = The term of each batch; the same as in the table above.
plan-year-today = Thick upright line: today.
plan-capacity = Free hours of rooms
plan-capacity-lead = Each cell says how many hours are free and how many are used in that week.
plan-capacity-with = Counted as if proposal { $code } were in force.
plan-capacity-table = Free hours by room and week
plan-capacity-week = Week
plan-capacity-open = Hours of activity
plan-capacity-free = { $hours } hours free
plan-capacity-used = { $hours } hours used
plan-capacity-none = The free hours of each room stand here. First record the facilities of your office.
plan-capacity-turn = Turn weeks
plan-capacity-before = 13 weeks before
plan-capacity-after = 13 weeks after
plan-heat-0 = free
plan-heat-1 = up to a quarter used
plan-heat-2 = up to a half used
plan-heat-3 = up to three quarters used
plan-heat-4 = nearly full or full

# Thorough search in the background
field-proposal-make-search = How to search
    .hint = A thorough search improves the timetable in the background; seats are those of the quick search.
field-proposal-make-minutes = Length of a thorough search (minutes)
proposal-search = See a search for a proposal
proposal-search-quick = Quick: answered at once
proposal-search-thorough = Thorough: some minutes in the background
job-kind-proposal-search = Search for a proposal
proposal-search-begins = The search begins. You may close this page; the search goes on.
proposal-search-waits = A search of this office still goes on. The new one has not begun.
proposal-search-seats = Seats are given.
proposal-search-polishes = { $seated } people have a seat. Fewest penalty points of the timetable so far: { $cost }.
proposal-search-of = Search for proposal { $code }
proposal-search-how-far = So far
proposal-search-outcome = Outcome
proposal-search-share = { $done } of { $total } seconds
proposal-search-ending = The search is about to end.
proposal-search-result = Look at the proposal
proposal-search-refreshes = This page loads itself anew every 3 seconds.
proposal-search-stand-still = Stop loading anew
proposal-search-look-again = Look again
proposal-search-cancel = Cancel the search
proposal-search-goes-on = A search goes on. See how far it is.
proposal-keep-best = End and keep the best
    .lead = The search stops now, and the best proposal so far is kept.
    .verb = End and keep the best
proposal-search-ends = The search for { $code } ends; the best is kept.
refusal-plan-18 = This search has ended.
    .next = See its outcome in the list of proposals, or ask for a new one.
refusal-plan-19 = This search has been asked to end already.
    .next = Wait a moment; its proposal appears soon.
event-ProposalSearchEnded = Search for a proposal ended

proposal-make = Ask for a proposed plan
    .lead = Seats and timetables of several batches are proposed together. Nothing changes before it is approved.
    .verb = Ask for a proposal
field-proposal-make-batches = Batches
    .hint = One code a line. Their applicants have been ranked.
field-proposal-make-minimum = Fewest participants
    .hint = With fewer a batch does not open. Empty: no limit.
field-proposal-make-block-jp = Lesson hours in one go
field-proposal-make-day-jp = Most lesson hours a day
field-proposal-make-seed = Starting number
    .hint = The same number gives the same proposal. May stay empty.
problem-proposal-code = “{ $text }” is no code. Use capital letters, digits and dashes.
problem-proposal-number = Between { $least } and { $most }.
proposal-made = Proposal made: { $seated } of { $people } people get a seat in { $batches } batches, { $sessions } sessions.
proposal-approve = Approve the proposal
    .lead = Its timetables are laid and the agenda of the hearings follows it. Seats are given by the decree alone.
    .verb = Approve the proposal
proposal-approved = Proposal { $code } approved: timetables of { $batches } batches laid, their hearings put in order.
proposal-turn-down = Turn the proposal down
    .lead = It stays readable, with the reason.
    .verb = Turn the proposal down
field-proposal-turn-down-reason = Reason
proposal-turned-down = Proposal { $code } turned down.
refusal-plan-10 = Some batches cannot be planned yet.
    .next = Do what stands above, or take the batch off the list.
refusal-plan-11 = These batches count their lesson hours in different minutes.
    .next = Ask for a proposal for each.
refusal-plan-12 = This proposal has been decided.
    .next = Ask for a new one.
refusal-plan-13 = Another plan was approved since this proposal was made.
    .next = Ask for a new one; it will be compared with that plan.
refusal-plan-14 = Applicants, hours, rooms or timetables have changed since this proposal was made.
    .next = Ask for a new one with things as they are.
refusal-plan-15 = { $count ->
    [1] The checker found one fault in this proposal.
   *[other] The checker found { $count } faults in this proposal.
    }
    .next = Ask for a new one; if it happens again, tell the administrator.
event-ProposalMade = Plan proposed
event-ProposalApproved = Proposed plan approved
event-ProposalTurnedDown = Proposed plan turned down

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
gate-term = Agreement in force until training and assessment are over
gate-term-met = In force until { $last }; last day needed { $needed }.
gate-term-short = The agreement ends on { $last }, training and assessment on { $needed }. Plan earlier, or draft a new agreement.
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
    .lead = The batch opens only when all conditions are met. After that the timetable cannot be laid anew; sessions move only by mending it.
    .verb = Open the batch
batch-opened = { $batch } is open. First session { $first }.
field-batch-open-day = Day of opening
problem-opening-future = This day has not come yet. Open the batch on its day.

refusal-plan-01 = { $count ->
    [1] The batch cannot be opened yet: one thing is missing.
   *[other] The batch cannot be opened yet: { $count } things are missing.
    }
    .next = Do what is named above, then open again.
refusal-plan-02 = This batch is already open.
    .next = See its timetable, or record its sessions.
refusal-plan-03 = The timetable of an open batch cannot be laid anew.
    .next = Move sessions by mending the timetable, or cancel them and catch up their JP.
refusal-plan-04 = { $count ->
    [1] The timetable was not saved because of one clash.
   *[other] The timetable was not saved because of { $count } clashes.
    }
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
event-LimitsSet = Limits of the place set
event-DayClosed = Day closed
event-DayReopened = Closed day opened again
event-TimetableLaid = Timetable laid
event-BatchOpened = Batch opened

# Mending the timetable
plan-away = Note an absence
    .lead = An instructor who does not come, or a room that cannot be used, for some days. Why is not written down.
    .verb = Note
field-plan-away-instructor = Instructor's code
    .hint = Fill in one of the two: instructor or room.
field-plan-away-facility = Room's code
field-plan-away-day = First day
field-plan-away-until = Last day
    .hint = Empty for one day.
problem-away-one = Fill in one of the two: instructor or room.
away-noted = Noted: { $name } is away { $term }.
plan-absences = Who is away
plan-absences-lead = Instructors who do not come and rooms that cannot be used. Why is not written.
plan-absences-ahead = From today on
plan-absences-none = Nobody is away.
plan-absences-who = Who, or which room
plan-absences-term = Days
plan-ways = Ways to mend the timetable
plan-ways-lead = What changes in each way. Nothing is kept yet.
mend-way-told = { $way }: sessions changed: { $sessions }, people told: { $people }, penalty points { $cost }
plan-mend = Mend the timetable
    .lead = After a day was closed or somebody stays away: choose how much of the timetable may change. Nothing is saved yet.
    .verb = Save the new timetable
field-plan-mend-stay = Choice
field-plan-mend-days = Days that stay
    .hint = Sessions of so many days ahead stay where they still can. Usually 3.
field-plan-mend-facts = Facts
mend-stay-most = Fewest changes
mend-stay-weighed = Balanced
mend-stay-free = Best timetable
mend-ways = Three choices
mend-way = Choice
mend-sessions = Sessions changed
mend-people = People to be told
mend-cost = Penalty points of the timetable
mend-fewest = Proven to be the fewest.
mend-impossible = Not possible yet
mend-broken = { $count ->
    [0] All sessions ahead can still be held.
    [1] One session ahead can no longer be held where it stands.
   *[other] { $count } sessions ahead can no longer be held where they stand.
    }
mend-because = What is in the way
mend-changes = { $count ->
    [1] one change
   *[other] { $count } changes
    }
mend-change = { $batch }, { $module }: { $was } becomes { $now }
timetable-mended = The timetable is mended: { $sessions } sessions changed in { $batches } batches; { $people } people are to be told.
event-AwayNoted = Absence noted
event-TimetableMended = Timetable mended
refusal-plan-20 = Since these choices were worked out, the timetable or the facts have changed.
    .next = Open this page again and choose from the facts of now.
refusal-plan-21 = { $count ->
    [1] The timetable cannot be mended; one session is still in the way.
   *[other] The timetable cannot be mended; { $count } sessions are still in the way.
    }
    .next = Loosen one of the things above, or add an instructor to the batch.
refusal-plan-23 = A session that would have to move is on record as cancelled.
    .next = Catch up on it in training; nothing else was changed.
refusal-plan-22 = Nothing needs to be changed.
    .next = All sessions ahead can still be held.

# The plan of a year
year-plan-list = Year plans
year-plan-list-lead = Which programmes, when, for how many people, with money from where.
year-plan-list-none = The year plans of your office appear here.
year-plans = All plans
year-plan-of = Plan for { $year }
year-plan-show = See a year plan
state-year-draft = Draft
state-year-laid = Waits for a decision
state-year-in-force = In force
state-year-replaced = Replaced
year-since-draft = { $code }, drafted on { $day }.
year-since-laid = { $code }, submitted to the head on { $day }.
year-since-in-force = { $code }, in force since { $day }.
year-since-replaced = { $code }, in force since { $day } and replaced since.
year-revises = Once approved, this plan replaces
year-given-back = Given back:
year-findings = What to know
year-blocking = { $count ->
    [1] One thing must be put right before it can be submitted to the head:
   *[other] { $count } things must be put right before it can be submitted to the head:
    }
year-warnings = { $count ->
    [1] One thing to weigh:
   *[other] { $count } things to weigh:
    }
year-picture = The year as a picture
year-picture-note = Upper bar: the months as planned. Bars below: batches really held, green once opened. The upright line marks today.
year-line-told = { $code } { $programme }: { $months }, batches: { $batches }
year-lines = Programmes
year-months = Months
year-batches = Batches
year-held = Batches held / planned
year-seats = Seats in each batch
year-cost = Cost
year-ceiling = Ceiling
year-planned = Planned
year-tied = Tied
year-opened = Tied, opened
year-waiting = Tied, not yet opened
year-left = Left of the ceiling
year-total = All together
year-money = Money by source
year-money-note = The whole bar is the ceiling. Blue: planned. Green: tied to opened batches. Yellow: tied, not yet opened. Red: above the ceiling.
year-money-told = { $source }: ceiling { $ceiling }, planned { $planned }, tied to opened batches { $opened }
year-tied-batches = Batches paid for
year-tied-none = No batch has been tied to this plan yet.
year-not-opened = Not yet opened
year-loose = Batches of this year without a line
year-tie-to = Tie to line { $line }
year-by-month = Rooms by month
year-by-month-lead = From the first month of a programme to the last. Hours of practice needed if each programme is spread evenly over its months, and the hours the room has.
year-month = Month
year-month-lines = Lines
year-month-closed = Closed days
year-month-needed = { $hours } hours needed
year-month-free = of { $hours } hours
year-source = Source of money
year-source-apbn = State budget (DIPA)
year-source-apbd = Regional budget
year-source-dbhcht = Tobacco-excise fund
year-source-partner = Partner's own cost
year-source-own = Earned by the office
year-source-csr = Company giving (CSR)
year-source-other = Other source
year-unit-person = person
year-unit-package = package

field-year = Year
field-ceilings = Ceilings by source
    .hint = One source a line: source | ceiling, such as apbn | Rp120.000.000. Sources: apbn, apbd, dbhcht, partner, own, csr, other.
field-lines = Programmes
    .hint = One programme a line: code | programme | months | batches | seats | cost | person or package | source, such as K1 | WOOD-1 | Aug-Nov | 1 | 16 | Rp3.000.000 | person | apbn.
field-line = Line
    .hint = The code of a line of the plan, such as K1.
field-year-plan-tie-batch = Code of the batch
field-year-plan-tie-amount = What it really costs
    .hint = Empty where it is as planned.
field-year-plan-untie-batch = Code of the batch
field-year-plan-draft-code = Code of the plan
    .hint = Capitals, digits and hyphens, such as RENCANA-2027.
field-year-plan-revise-code = Code of the revision

year-plan-draft = Draft a year plan
    .lead = A draft binds no money. What is still missing is named once it is saved.
    .verb = Draft a year plan
year-plan-change = Change the draft
    .lead = What you write replaces what was there.
    .verb = Change the draft
year-plan-revise = Draft a revision
    .lead = The plan in force stays in force until the revision is approved. Batches already tied move along by the codes of their lines.
    .verb = Draft a revision
year-plan-lay = Submit to the head
    .lead = The plan is submitted to the head where nothing is in the way. After that it cannot be changed unless it is given back.
    .verb = Lay before the head
year-plan-give-back = Give the plan back
    .lead = The plan becomes a draft again and can be mended.
    .verb = Give back
year-plan-approve = Approve the year plan
    .lead = The plan is in force from today on. Whoever prepared it cannot approve it.
    .verb = Approve
year-plan-tie = Tie a batch
    .lead = The batch is noted at a line of the plan, and its cost is taken from the ceiling.
    .verb = Tie a batch
year-plan-untie = Untie a batch
    .lead = The cost of the batch goes back to the ceiling.
    .verb = Untie a batch
year-plan-drafted = Draft { $code } is saved: programmes: { $lines }, { $planned }.
year-plan-changed = Draft { $code } is changed: programmes: { $lines }, { $planned }.
year-plan-laid = { $code } is submitted to the head: programmes: { $lines }, { $planned }.
year-plan-given-back = { $code } is given back.
year-plan-approved = { $code } is in force: programmes: { $lines }, { $planned }.
year-batch-tied = { $batch } is tied to line { $line }: { $amount }.
year-batch-untied = { $batch } is untied from line { $line }; { $amount } goes back to the ceiling.
year-tied-other-month = This batch begins outside the months of line { $line }.
year-tied-other-amount = Planned for one batch: { $planned }; tied: { $amount }.

year-over-ceiling = { $source }: { $sum } planned, ceiling { $ceiling }; { $over } too much. Plan fewer batches or seats or a lower cost, or raise the ceiling.
year-over-tied = { $source }: batches already tied take { $sum }, ceiling { $ceiling }; { $over } too much. Raise the ceiling.
year-money-unused = { $source }: no programme uses it yet.
year-no-agreement = { $line } { $programme }: agreement { $agreement } ({ $term }) does not cover { $months }. Move the months, or draft a new agreement.
year-unsigned = { $line } { $programme }: agreement { $agreement } is not signed by all parties yet.
year-too-long = { $line } { $programme }: one batch needs { $needed } hours, but { $months } has only { $open } hours of activity. Add months.
year-no-curriculum = { $line } { $programme }: it has no curriculum yet, so the hours it needs are not known.
year-no-room = { $line } { $programme }: the programme names no room for practice yet.
year-room-unfit = { $line } { $programme }: { $room } has not passed an inspection.
year-no-teacher = { $line } { $programme }: no instructor with teaching hours yet.
year-no-assessment = { $line } { $programme }: no competence assessment is booked for this year yet.
year-few-waiting = { $line } { $programme }: { $seats } seats are still to be filled; people who want it: { $waiting }.
year-closed = { $line } { $programme }: closed { $term } ({ $reason }), days of activity lost: { $days }.
year-room-short = { $name }, { $months }: { $needed } hours of practice needed, { $free } free ({ $lines }). Move months or plan fewer batches.
year-teacher-short = { $name }, { $months }: { $needed } hours of teaching needed, { $free } free ({ $lines }).
year-orphan = Line { $line } has { $count } batches already. Keep its code, its programme and as many batches.

year-tie-programme = { $batch } is a batch of { $programme }, not of the programme of line { $line }.
year-tie-year = { $batch } does not begin in { $year }.
year-tie-full = Line { $line } has { $count } batches already, as many as planned.
year-tie-money = { $source } has { $left } left; { $batch } needs { $amount }, { $over } too much.
year-tied-already = { $batch } is paid for by line { $line } of { $plan } already.
year-tie-taken = { $batch } has just been tied by somebody else.
year-tie-line-taken = The last place of this line has just been taken by another batch; { $batch } cannot be tied to it.
year-tie-beaten = What was left of the ceiling has just been used for another batch.

problem-year = “{ $text }” is no year. Write it like 2027.
problem-year-too-many = At most { $most } lines.
problem-year-money = Write source | ceiling.
problem-year-line = Write code | programme | months | batches | seats | cost | person or package | source.
problem-year-code = “{ $text }” is no code of a line. Write at most 20 letters, such as K1.
problem-year-twice = “{ $text }” stands in a line before.
problem-year-no-ceiling = { $source } has no ceiling yet. Add it to the ceilings.
problem-year-source = “{ $text }” is no source of money. Choose one: { $all }.
problem-year-unit = “{ $text }” is not known. Write person or package.
problem-year-amount = An amount is at most { $most } and never below zero.
problem-year-count = “{ $text }” is no number from 1 to { $most }.
problem-year-months = “{ $text }” cannot be read. Write 8, 8-11 or Aug-Nov within one year.

refusal-plan-24 = This plan is submitted to the head or in force already.
    .next = Ask the head to give it back, or draft a revision.
refusal-plan-25 = The plan cannot be laid or approved yet; things in the way: { $count }.
    .next = Change the draft and lay it again.
refusal-plan-26 = This plan does not wait for a decision.
    .next = See how far it is on the page of the plan.
refusal-plan-27 = Since this plan was drafted, another one has come into force for the year.
    .next = Draft a revision of the plan in force now.
refusal-plan-28 = Whoever prepared the plan does not approve it.
    .next = Ask another official to approve it.
refusal-plan-29 = This plan is not in force.
    .next = Open the plan in force for that year.
refusal-plan-30 = The batch cannot be tied; things in the way: { $count }.
    .next = Choose another line, or draft a revision of the plan.
refusal-plan-31 = { $batch } is not paid for by this plan.
    .next = Check its code in the list of batches paid for.

event-YearPlanDrafted = Year plan drafted
event-YearPlanChanged = Draft of a year plan changed
event-YearPlanLaid = Year plan submitted to the head
event-YearPlanGivenBack = Year plan given back
event-YearPlanApproved = Year plan approved
event-YearBatchTied = Batch tied to a year plan
event-YearBatchUntied = Batch untied from a year plan
