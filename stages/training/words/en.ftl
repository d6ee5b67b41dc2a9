# Pages
training-list = Training under way
    .lead = Batches that were opened, how many sessions were held, and whether they are closed.
training-batches = Batches
training-none-open = No batch has been opened yet. Once one is, its sessions show here.
training-to-batches = See the batches
training-days = Dates
training-held = Sessions held
training-state = State
training-running = Running
training-closed = Closed { $day }
training-progress = { $held } of { $planned } sessions held
session-list = Sessions of a batch
session-list-of = Sessions: { $batch }
session-show = One session and its roll
session-paper = Print the roll
training-lessons = Timetable and what became of it
training-no-lessons = This batch has no timetable yet. Once it has, its sessions show here.
training-module = Module
training-call-roll = Call the roll
training-present-of = { $present } of { $marked } present
training-cancelled-because = Cancelled: { $reason }
training-session-due = Roll not called
training-session-planned = To come
training-session-state-planned = Planned
training-session-state-held = Held
training-session-state-cancelled = Cancelled
training-session-lead = { $day }, { $starts }–{ $ends }, { $jp } JP, taught by { $instructor }.
training-roll = Roll
training-mark = Attendance
training-mark-none = Not marked
training-trail = Trail
training-mark-by = By { $name }, { $when }.
training-mark-changed-by = Changed by { $name }, { $when }: { $why }.
training-away = Absent, excused
training-reason-away = Absent, excused
ledger-brought = { $jp } JP recognised from batch { $batch }.
ledger-list = Credit in JP
ledger-list-of = Credit in JP: { $batch }
ledger-show = One person's credit
ledger-lead = { $planned } JP are planned for each person. At least { $needed }% completes the training.
ledger-person-lead = { $earned } of { $planned } JP earned, { $percent }%.
ledger-of = { $earned } of { $planned } JP
ledger-left-on = Left on { $day }, what was earned stays
ledger-earned = Earned
ledger-excused = Excused (JP)
ledger-unexcused = Unexcused (JP)
ledger-caught-up = Caught up (JP)
ledger-open = May be caught up (JP)
ledger-modules = By module
ledger-units = By unit
ledger-complete = Completed
ledger-incomplete = Not completed
ledger-left = Left
ledger-enough = Enough already
ledger-running = Running
skill-list = Attitude to work
    .lead = The level last noted by an instructor for each soft-skill module.
skill-list-of = Attitude to work: { $batch }
skill-none = Not noted
skill-no-modules = This batch's curriculum has no soft-skill module.

# Roll
training-letter-H = Present
training-letter-T = Late
training-letter-S = Sick
training-letter-I = Leave
training-letter-A = No word
training-reason-sick = Sick
training-reason-leave = Leave
training-reason-clash = Court hearing or visit
training-reason-duty = Sent to other work
training-reason-isolated = In isolation
training-reason-lent = Lent to investigators or court
training-reason-work = Working hours
training-reason-travel = No way to get there
training-reason-refused = Refused
training-reason-unexplained = Unexplained
training-level = Level
training-level-needs-guidance = Needs guidance
training-level-sufficient = Sufficient
training-level-good = Good
training-level-very-good = Very good
training-lesson-name = { $module }
training-hours = { $day }, { $starts }–{ $ends } { $zone }.
training-people = { $count ->
    [1] One person.
   *[other] { $count } people.
    }
training-of-people = of { $count } people
training-fill-present = Fill the blanks: present
training-print = Print the roll
training-letters-help = H present, S sick, I leave, A absent. A letter that stands is never overwritten.
training-nobody-seated = Nobody is seated on this day yet. After the decree, the names show here.
training-other-reason = Other reason
training-usual-reason = As the letter says

# Actions
session-hold = Roll
    .lead = One letter for each person. What is not certain may stay blank and be filled later.
    .verb = Save the roll
mark-correct = Correct a mark
    .lead = The old mark stays. The correction carries your name and the reason.
    .verb = Correct
session-cancel = Cancel a session
    .lead = The session does not take place. Its JP may be caught up.
    .verb = Cancel the session
session-catch-up = Record a catch-up
    .lead = For JP missed with a legitimate reason, before being seated, or because a session was cancelled.
    .verb = Record the catch-up
skill-record = Note attitude to work
    .lead = Choose the module, then a level for each person. Older notes stay.
    .verb = Save the notes
training-complete = Close the training
    .lead = What each person reached is written once. After that the rolls do not change.
    .verb = Close the training

# Fields
field-session-hold-instructor = Instructor who taught
    .hint = Change it where somebody stood in.
field-session-hold-starts = Begins at
field-session-hold-blank = Letter for the blanks
field-session-hold-mark = Letter
field-session-hold-reason = Reason
field-session-hold-except = Except
field-mark-correct-starts = Begins at
field-mark-correct-letter = The right letter
field-mark-correct-reason = Reason for the absence
    .hint = Leave it empty for someone present, or where the letter says it all.
field-mark-correct-why = Why it is corrected
field-session-cancel-starts = Begins at
field-session-catch-up-module = Module
field-session-catch-up-jp = JP
field-skill-record-module = Module
field-skill-record-others = Level for those left empty
field-skill-record-level = Level

# Answers
training-session-held = Roll of { $module }, { $day } { $starts } saved: { $present } of { $seated } present.
training-marks-blank = { $count ->
    [1] One person has no mark yet.
   *[other] { $count } people have no mark yet.
    }
training-nothing-new = Nothing new. All of it was recorded before.
training-mark-corrected = { $name } corrected from { $before } to { $after }. The old mark stays on record.
training-session-cancelled = Session { $module }, { $day } { $starts } cancelled. { $jp } JP may be caught up.
training-caught-up = { $name } caught up { $jp } JP of { $module }.
training-skills-recorded = Attitude to work in { $module } noted for { $people } people.
training-completed = Training closed: { $complete } of { $people } people completed it.
training-not-complete = { $name } has not completed it: { $earned } of { $planned } JP, { $percent }%.

# Problems of fields
training-problem-future = { $day } is still to come. Give today or an earlier day.
training-problem-no-lesson = There is no session on { $day } at { $starts }. Choose one from the list.
training-problem-letter = “{ $text }” is no letter of the roll. Write H, T, S, I or A, then a reason if needed.
training-problem-not-seated = { $name } held no seat on that day. Take the name away, or check the day.
training-problem-reason = This reason does not go with the letter { $letter }. Choose another reason or letter.
training-problem-marked = { $name } was marked { $letter } by { $by }. Correct the mark if it is wrong.
training-problem-no-jp = At least 1 JP.

# Refusals
refusal-tran-01 = This batch has not been opened.
    .next = See its conditions on the planning page, then open it.
refusal-tran-02 = The session of { $day } is still to come.
    .next = Call the roll on its day or after.
refusal-tran-03 = This session lies before the batch was opened on { $day }.
    .next = Cancel it, then record a catch-up.
refusal-tran-04 = Practice waits until the theory is done.
    .next = Hold the theory sessions named first.
training-theory-missing = The theory module “{ $module }” has not been held in full.
refusal-tran-05 = This session has not been held, so there is nothing to correct.
    .next = Call its roll.
refusal-tran-06 = This session was held and cannot be cancelled.
    .next = Correct the marks that are wrong.
refusal-tran-07 = This session is cancelled already.
    .next = If it took place after all, call its roll.
refusal-tran-08 = The training of this batch was closed on { $day }.
    .next = What was reached is fixed. Put the remark into the minutes.
refusal-tran-09 = The training cannot be closed yet.
    .next = Settle what is named, then close it again.
training-open-lesson = The session of { $day } { $starts } is neither held nor cancelled.
training-open-marks = Session of { $day }: no mark yet for { $names }.
training-open-later = The closing day lies before the last session, { $day }.
refusal-tran-11 = { $name } may catch up only { $possible } JP of { $module }, not { $jp }.
    .next = Open to catch-up: legitimate absences, sessions before the seat, and cancelled sessions.
refusal-tran-13 = Somebody else has just recorded the same.
    .next = Open the page again and look.
refusal-tran-14 = { $name } has no mark yet, so there is nothing to correct.
    .next = Call the roll.
refusal-tran-15 = { $name } is marked { $letter } already.
    .next = Nothing needs correcting.
refusal-tran-17 = Nothing earned in batch { $batch } can be recognised here.
    .next = Modules must share code, title and kind. Compare the curricula of both programmes.

# Paper
training-paper-title = Roll: { $module }
training-paper-day = Day
training-paper-room = Place
training-paper-instructor = Instructor
training-paper-hours = Hours
training-paper-signer = Instructor

# Timeline
event-SessionHeld = Session held, attendance recorded
event-MarksAdded = Attendance completed
event-MarkCorrected = Attendance corrected
event-SessionCancelled = Session cancelled
event-CaughtUp = Catch-up recorded
event-SkillsRecorded = Attitude to work noted
event-TrainingCompleted = Training closed
event-CreditRecognised = Credit from another batch recognised

# Calendar
calendar-show = My calendar
    .lead = See your sessions in the calendar of your phone or computer. What changes in the timetable changes there.
    .address = Calendar address
    .copy = Copy the address of this link into your calendar program. Whoever holds it can read your timetable, so do not share it.
    .holds = It holds subject, hours and code of the room. It holds no participant's name and no name of a place. After an agreement ends it is empty.
calendar-show-since = In use since { $day }.
calendar-show-sessions = It holds { $count ->
    [one] one event
   *[other] { $count } events
    } now.
calendar-none = There is no address yet. Make one to subscribe.
calendar-open = New calendar address
    .lead = An older address, if there is one, stops working at once.
    .verb = Make an address
    .again = Replace the address
calendar-revoke = Revoke the calendar address
    .lead = Calendar programs can no longer read your timetable.
    .verb = Revoke the address
calendar-opened = The calendar address is ready to be copied.
calendar-revoked = The calendar address is revoked.
calendar-feed = Timetable for calendar programs
calendar-batch = Sessions of one batch for a calendar
near-calendar-batch = Download calendar
calendar-name = Training timetable
refusal-tran-16 = There is no calendar address to revoke.
    .next = Make a new address if you want to subscribe.
event-CalendarOpened = Calendar address made
event-CalendarRevoked = Calendar address revoked
refusal-tran-18 = On { $day } no agreement carries this batch.
    .next = Cancel the session, or carry the batch on under another agreement and catch up.
