# Pages
assessment-list = Assessment
    .lead = Batches judged by unit or by skill, the day booked, and how they came out.
assessment-batches = Batches that are judged
assessment-none = No assessment is booked yet. Once one is, its day and results show here.
assessment-show = Results of a batch
assessment-show-of = Results: { $batch }
assessment-assessor = Assessor
assessment-result = Result
assessment-due = Waiting for results
assessment-to-come = To come
assessment-outcome = { $competent } of { $assessed } people are competent in every unit.
assessment-not-applicable = Not applicable: this programme's certificate needs no verdict by unit.
assessment-nobody-yet = Nobody has been assessed yet.
assessment-booked = Booked for { $day } at { $place }, assessor { $assessor }.
assessment-grid = Results by person and unit
assessment-grid-help = K competent, BK not yet competent. Leave blank what is not judged this time, or upload the file.
assessment-nobody = No participants yet. After the decree and the end of training, the names show here.
assessment-not-complete = Has not completed the training
assessment-state-untested = Not assessed
assessment-state-K = K
assessment-state-BK = BK
assessment-attempt = Try { $attempt }
assessment-all-competent = Competent
assessment-some-missing = Units missing
assessment-left = Left
assessment-not-yet = Not assessed
assessment-sittings = Occasions
assessment-sitting-competence = Test { $round }, { $day }, { $place }, assessor { $assessor }.
assessment-sitting-mastery = Mastery sheet { $round }, { $day }, { $place }, teacher { $assessor }.

# Actions
assessment-decide = Record results
    .lead = Each unit K or BK. Only by the booked assessor, who did not train this batch.
    .verb = Save the results
assessment-retry = Record a second try
    .lead = Only units that are still BK. The first result stays on record.
    .verb = Save the second try
mastery-confirm = Confirm mastery
    .lead = A teacher of this batch confirms each skill. What is missing can be confirmed later.
    .verb = Save mastery
field-assessment-decide-file = File of results
    .hint = CSV with columns no_registrasi, nama, then unit codes. May be empty when the table is filled.
field-assessment-decide-result = Results
field-assessment-retry-file = File of the second try
    .hint = CSV with columns no_registrasi, nama, then unit codes. May be empty when the table is filled.
field-assessment-retry-result = Results
field-mastery-confirm-file = Mastery sheet
    .hint = CSV with columns no_registrasi, nama, then skills. May be empty when the table is filled.
field-mastery-confirm-result = Mastery

# Answers
assessment-decided = { $verdicts } results saved. { $competent } of { $assessed } people are competent in every unit.
assessment-retried = { $verdicts } results of the second try saved. { $competent } of { $assessed } people are competent in every unit.
assessment-mastery-confirmed = { $verdicts } skills saved. { $competent } of { $assessed } people have mastered all of them.
assessment-without-marks = { $name } was not judged: the row is empty. { $remark }
assessment-not-assessed = { $name } has not been assessed.
assessment-still-missing = { $name } is not yet competent: { $units }.

# Problems of fields
assessment-problem-nothing = Upload the file, or fill the table.
assessment-problem-mark = “{ $text }” is neither K nor BK.
assessment-problem-twice = { $name } is judged twice on one unit.
assessment-sheet-no-header = There is no header line. A column no_registrasi or nama is needed.
assessment-sheet-no-units = No column is a unit of this batch's curriculum.
assessment-sheet-unknown-column = Column “{ $column }” is no unit of this batch. Write the unit's code or title.
assessment-sheet-unit-twice = Column “{ $column }” means a unit that has a column already.
assessment-sheet-unknown-person = Line { $line }: { $text } is no participant of this batch.
assessment-sheet-mark = Line { $line }: “{ $text }” is not K, BK, ya or belum.

# Refusals
refusal-assm-01 = This batch's programme is not judged in this way.
    .next = Judge it the way its certificate asks for.
assessment-needs-competence = A competence certificate needs a test by an assessor.
assessment-needs-school = A school certificate needs mastery confirmed by a teacher.
assessment-needs-training = A certificate of training needs no verdict by unit.
assessment-needs-acknowledgement = An acknowledgement needs no verdict by unit.
refusal-assm-02 = An assessor may not judge a batch he has trained.
    .next = Book another assessor who did not train this batch.
assessment-not-independent-taught = You are on record as an instructor of this batch.
assessment-not-independent-recorded = You recorded training sessions of this batch.
refusal-assm-03 = Mastery is confirmed only by a teacher of this batch.
    .next = Ask a teacher of this batch to confirm it.
refusal-assm-04 = No day is booked for judging this batch.
    .next = Book day, place and assessor first.
refusal-assm-05 = Nobody is judged before the booked day, { $day }.
    .next = Record it on that day, or book another.
refusal-assm-06 = { $day } is still to come.
    .next = Record the results on the day or after.
refusal-assm-07 = This day lies before the last occasion, { $day }.
    .next = Check the day.
refusal-assm-08 = Some people may not be judged yet. Nothing was saved.
    .next = Take out the results of those named, or let them complete the training first.
assessment-unready-training-runs = { $name }: the training of this batch is not closed.
assessment-unready-not-seated = { $name }: never held a seat.
assessment-unready-incomplete = { $name }: completed only { $percent }% of the training.
refusal-assm-09 = Some results cannot be recorded. Nothing was saved.
    .next = Take out what is named, then send again.
assessment-cell-competent-already = { $name } has a K in “{ $unit }”. A K does not change.
assessment-cell-decided-already = { $name } was judged in “{ $unit }”. Record it as a second try.
assessment-cell-not-decided-yet = { $name } was never tested in “{ $unit }”. Record it as a first try.
refusal-assm-10 = Somebody else has just saved the same results.
    .next = Open the page again and look.
refusal-assm-11 = Judging needs an account of one's own.
    .next = Sign in with your own account.

# Timeline
event-AssessmentDecided = Competence assessment recorded
event-AssessmentRetried = Second try recorded
event-MasteryConfirmed = Mastery confirmed by a teacher
event-UnitsRecognised = Units from another batch recognised
