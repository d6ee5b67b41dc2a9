halt-proof = The act { $act } needs a fresh proof that it is you. Do it on the web pages.
halt-denied = Your role may not do this here ({ $act }).
halt-missing = Nothing fits within your reach. Check the code or number.

# Today
home-show = Today
home-good-morning = Good morning, { $name }.
home-good-midday = Good day, { $name }.
home-good-afternoon = Good afternoon, { $name }.
home-good-evening = Good evening, { $name }.
home-waits = { $count ->
    [one] One thing waits for you.
   *[other] { $count } things wait for you.
    }
home-nothing-waits = Nothing waits for you right now.
home-sessions = { $count ->
    [one] One session is planned today.
   *[other] { $count } sessions are planned today.
    }
home-waiting = Waiting for you
home-waiting-none = What you need to decide or record will appear here.
home-more = { $count } more after these.
home-urgency-now = Now
home-urgency-soon = Soon
home-urgency-planned = Planned
home-agree = Text waits for agreement: { $what }
    .verb = Agree to the text
home-sign = Agreement waits for a signature: { $what }
    .verb = Sign
home-gate = Not open yet: { $what }
    .verb = See conditions
home-roll = Attendance not recorded: { $what }
    .verb = Record attendance
home-roll-verb = Record { $day }
home-roll-missing = { $count ->
    [one] One session has no roll yet.
   *[other] { $count } sessions have no roll yet.
    }
home-close = All sessions are done: { $what }
    .verb = Close the training
home-close-last = Last session { $day }.
home-assess = Waits for results: { $what }
    .verb = Record results
home-master = Waits for mastery: { $what }
    .verb = Confirm mastery
home-issue = Certificates not issued: { $what }
    .verb = Issue certificates
home-issue-count = { $count ->
    [one] One person qualifies.
   *[other] { $count } people qualify.
    }
home-hand = Certificates not handed over: { $what }
    .verb = Hand over certificates
home-hand-count = { $count ->
    [one] One certificate waits for its holder.
   *[other] { $count } certificates wait for their holders.
    }
home-handover = Hand-over pack waits for an answer: { $what }
    .verb = Check the pack
home-handover-expected = Release expected { $day }.
home-today = Sessions today
home-time = Time
home-until = until { $time }
home-session = Session and instructor
home-attendance = Attendance
home-present = { $count } of { $of } present
home-session-held = Recorded
home-session-cancelled = Cancelled
home-session-waiting = Not recorded
home-session-planned = Planned
home-margin = Agreements and batches
home-ending = Agreements about to end
home-days = { $count ->
    [0] last day
    [one] 1 day
   *[other] { $count } days
    }
home-ends-on = Ends { $day }.
home-term-passed = { $percent } percent of the term has passed
home-running = Batches under way
home-of-jp = of { $jp } JP
home-held-percent = { $percent } percent of the lesson hours held
home-participants = { $count ->
    [one] 1 participant
   *[other] { $count } participants
    }
home-assessed-on = assessment { $day }
home-admin = Look after this installation
    .lead = You look after accounts and back-ups. Data about people is not shown for your role.
    .accounts = Manage accounts
    .organisations = Manage organisations
    .audit = Check the audit log

# One person's journey
person-show = Journey
journey-age = { $years } years old
journey-from = from { $district }
journey-aliases = Other names: { $names }.
journey-more = More to do
journey-sum = { $jp } JP, { $units } units competent, { $certificates } certificates.
journey-way = From interest to a livelihood
journey-way-none = This person's journey will appear here, beginning with the interest recorded.
journey-earned = What is already earned
journey-earned-none = Lesson hours, units and attitude to work will appear here once training begins.
journey-margin = Certificates and particulars
journey-about = Particulars
journey-case = Case and release window
journey-case-note = Remission not yet granted is not counted. The exact date is set by decree.
journey-closed = Case data is not shown for your role.
journey-partly-closed = Part of the case data is not shown for your role.
journey-outside = Certificates from elsewhere
journey-see = See
journey-check = Check as an employer would
journey-education = Schooling
journey-nik = NIK
journey-phone = Phone
journey-office = Office
journey-standing = Hand-over
journey-two-thirds = Two thirds of the sentence
journey-expiry = End of the sentence
journey-sentence = Length of the sentence
journey-offence = Offence
journey-block = Block and room
journey-health = Health
journey-jp = { $earned } of { $planned } JP
journey-not-assessed = Not assessed
journey-hours-full = Complete
journey-hours-open = Not complete
journey-certificate-in-force = Valid
journey-certificate-expired = Expired
journey-certificate-revoked = Revoked
journey-interest = Interest: { $first }
journey-interest-two = Interest: { $first }, then { $second }
journey-interest-recorded = Interest recorded
journey-recorded-by = Recorded by { $name }.
journey-seated = Given a seat in { $batch }
journey-reserve = Made a reserve for { $batch }
journey-decree = Decree number { $number }.
journey-left = Left { $batch }
journey-nothing-lost = What was earned stays on record.
journey-training = Training { $batch }, { $earned } of { $planned } JP
journey-caught-up = { $jp } JP caught up.
journey-completed = Training completed, { $percent }% of the lesson hours.
journey-not-completed = Training ended with { $percent }% of the lesson hours; the completion rule is not met.
journey-assessed = Assessment { $round }: { $k } units K, { $bk } units BK
journey-assessor = Judged by { $name }.
journey-certified = Certificate issued: { $title }
journey-handed = Certificate handed over: { $title }
journey-handed-to = Received by { $name }.
journey-revoked = Certificate revoked: { $title }
journey-handover-prepared = Hand-over to { $office } prepared
journey-handover-accepted = Accepted by { $office }
journey-handover-returned = Pack returned by { $office }
journey-first-meeting = First appointment { $day }.
journey-released = Released
journey-earliest = Release, at the earliest
journey-earliest-note = The exact date is set by decree.
journey-referred = Referred to { $employer } as { $title }
journey-hired = Hired by { $employer } as { $title }
journey-declined = Not hired by { $employer }
journey-consent-withdrawn = The consent for { $employer } was taken back
journey-lapsed = The referral to { $employer } ended
journey-credit = Altogether { $jp } JP, { $modules } whole modules and { $units } units with all hours, from { $batches } batches.
journey-goes-on = Goes on in { $batch }
journey-brought = { $jp } JP from the batch before are recognised.
journey-moved = Moved to { $office }
journey-away = Away for a while
journey-death-undone = A death recorded by error was taken back
journey-died = Died
journey-business = Business begun: { $name }
journey-follow-up = News at { $milestone }: { $status }
journey-ask = To be asked again: { $milestone }

# Search
search-run = Search
    .lead = Write a person's name, a register number, a NIK, the title of an agreement, a batch, or a certificate number. Similar spellings are found too.
    .verb = Search
search-box = What to find
search-too-short = Write at least two letters.
search-none = Nothing fits “{ $q }” within your reach.
search-found = What fits “{ $q }” within your reach.
search-people = People
search-agreements = Agreements
search-batches = Batches
search-certificates = Certificates

# Audit log
audit-show = Audit log
    .lead = Each change leaves a record that cannot be altered. Contents are not shown here.
audit-whole = All { $leaves } records fit.
audit-broken = { $flaws } records do not fit. Speak to whoever looks after the system before going on.
audit-latest = Latest changes
audit-number = Number
audit-what = What
audit-who = By
audit-when = When

home-follow-ups = { $what } follow-ups are due
    .verb = Record follow-ups
home-follow-ups-oldest = The oldest since { $day }.

home-tasks = Your work
home-task-agreement-list = Agreements
home-task-enrolment-list = Enrolment and decrees
home-task-scorecard-list = Agreement scorecards
home-task-report-list = Press notes
home-task-training-list = Attendance
home-task-plan-list = Timetables and gate
home-task-batch-list = Batches
home-task-person-list = Find a person
home-task-person-import = Import a list of people
home-task-handover-list = Hand-overs
home-task-followup-list = Follow-up
home-task-mentoring-list = People I mentor
home-task-vacancy-list = Vacancies
home-task-vacancy-post = Post a vacancy
home-task-vacancy-import = Import vacancies
home-task-certificate-list = Certificates
home-task-calendar-show = My calendar
home-task-assessment-list = Assessments
home-task-scheme-list = Certification schemes
home-task-insight-funnel = Insight
home-task-account-list = Accounts
home-task-organisation-list = Organisations
home-task-audit-show = Audit log
home-empty-head = Texts that wait for your agreement, signature and decision will appear here.
home-empty-work = Batches not yet open, attendance not recorded and promises falling due will appear here.
home-empty-registrar = Packs and participants that wait for your records will appear here.
home-empty-security = Today's sessions at your office will appear here.
home-empty-counsellor = Hand-over packs for your office and clients to be asked how they are will appear here.
home-empty-training-head = Texts for your institution, promises falling due and certificates to issue will appear here.
home-empty-instructor = Sessions without a roll will appear here. After an agreement ends this list is empty.
home-empty-teacher = Sessions without a roll will appear here. After an agreement ends this list is empty.
home-empty-assessor = Assessments booked in your name will appear here, with their day and place.
home-empty-certifier = Batches whose certificates are ready to be issued will appear here.
home-empty-mentor = Promises of your organisation and items from meetings will appear here.
home-empty-labour = Requests from meetings, texts for your office and vacancies about to close will appear here.
home-empty-employer = Applicants referred to you who wait for an answer will appear here.
home-empty-directorate = Nothing here is yours to decide. Figures and agreements about to end are below.
home-empty-region = Nothing here is yours to decide. Figures are below.
home-empty-admin = Accounts without a role and sign-in names that are held will appear here.
home-item = From a meeting: { $what }
    .verb = Close the item
home-item-from = Meeting at { $place }, { $day }.
home-promise = Promise not complete: { $what }
    .verb = Record a delivery
home-promise-share = { $delivered } of { $promised } { $unit }. { $agreement }.
home-promise-amount = { $delivered } of { $promised } { $unit }
home-promises = Promises falling due
home-promises-text = { $count ->
    [one] One promise
   *[other] { $count } promises
    }, { $late } of them late. All stand in the table.
home-promises-today = Dashed line: today
home-promises-table = Show as a table
home-promises-what = Promise
home-promises-due = Due
home-promises-share = Delivered
home-promises-state = State
home-referral = Applicant waits for an answer: { $what }
    .verb = Answer
home-referral-detail = For { $title }, referred { $day }.
home-open = { $what } open positions
    .verb = See vacancies
home-open-detail = In { $vacancies ->
    [one] one posting
   *[other] { $vacancies } postings
    }.
home-closing = Vacancy closes soon: { $what }
    .verb = See the vacancy
home-closing-detail = { $employer }, { $openings ->
    [one] one person
   *[other] { $openings } people
    }.
home-booked = Booked assessments
home-booked-day = Day
home-booked-batch = Batch
home-booked-place = Place
home-booked-state = State
home-booked-done = Judged
home-booked-late = Not recorded
home-booked-today = Today
home-booked-ahead = Booked
home-figures = All offices together
    .verb = See all figures
home-figures-step = Step
home-figures-share = Share
home-figures-people = People
home-figure-of = { $count } of { $of }
home-paused = { $what } sign-in names are held
    .verb = See accounts
home-paused-detail = The password was wrong too often. In a few minutes it may be tried again.
home-roleless = { $what } accounts without a role
    .verb = See accounts
home-roleless-detail = They can open nothing: { $logins }.
home-admin-accounts = Open accounts
home-admin-organisations = Organisations
home-admin-paused = Sign-in names held
home-admin-leaves = Records of the audit log
home-admin-last = Last change

# Changes
change-list = Changes
change-sheet = What happened to people
change-count = { $count ->
    [0] Nothing waits for an act.
    [1] One thing waits for an act.
   *[other] { $count } things wait for an act.
    }
change-none = Moves, absences, releases, deaths and merged records will be shown here.
change-nothing-waits = Settled
change-waits = { $count } waiting
change-told-by = Recorded by { $name }.
change-to-act = To act: { $who }.
change-decided = Decided: { $note }
change-who-head = the head
change-who-work = work activities
change-who-registrar = the register
change-who-counsellor = the probation counsellor
change-seat = A seat is free in { $batch }, and reserves wait.
    .verb = See the seats
change-assessment = The assessment of { $batch } on { $day } is booked with this participant. Tell the assessor.
    .verb = See the batch
change-assessment-away = The assessment of { $batch } on { $day } falls within the absence.
change-seat-gone = The seat in { $batch } has been given to somebody else and cannot be given back.
    .verb = See the seats
change-referral-gone = The referral as { $title } at { $employer } cannot be opened again; the openings are filled.
change-certificate = The certificate { $title } has not been handed over.
change-certificate-family = The certificate { $title } has not been handed to the family.
change-number = No register number at this office yet.
change-credit = { $jp } JP of { $batch } can be gone on with here.
    .verb = Find a batch
change-handover-again = This office is to prepare the hand-over to the probation office anew.
change-handover-none = Released with no hand-over to a probation office. Call the probation office of the home district, then record what was decided.
change-return = Not recorded as back yet.
change-return-until = Expected back after { $day }.
change-return-late = Should have been back after { $day }; not recorded.
change-referral = The referral as { $title } at { $employer } still waits for an answer.
    .verb = See the vacancy
change-follow-up = The follow-up { $milestone } was due on { $day }.
    .verb = See follow-ups
people-merge-one-batch = Both have a seat in batch { $batch }. Take one off by a decision, or keep two records.
people-merge-two-packs = Both have a hand-over that waits for an answer. Settle one of them.
people-merge-one-vacancy = Both are referred to vacancy { $vacancy }.
home-change = { $what }
    .verb = See the change

# Left over when an agreement ended, appeals, revocations
home-hanging = Batch without an agreement: { $what }
    .verb = Carry it on
home-hanging-seen = Agreement ended in the middle of a batch: { $what }
    .verb = See the timetable
home-hanging-detail = “{ $agreement }” ended. { $sessions } sessions lie after it.
home-hanging-assessed = “{ $agreement }” ended. { $sessions } sessions lie after it; the assessment is booked for { $assessed } at { $place }.
home-left = Promises not kept: { $what }
    .verb = See the promises
home-left-detail = { $count ->
    [1] One promise was open when the agreement ended.
   *[other] { $count } promises were open when the agreement ended.
    }
home-year-plan = The plan for { $what } waits for your decision
    .verb = See and decide
home-year-plan-detail = { $code }, laid before you on { $day }.
home-appeal-assign = Appeal waits for another assessor: { $what }
    .verb = Name one
home-appeal-decide = Appeal waits for your decision: { $what }
    .verb = Decide
home-moderation-decide = Moderation of results: { $what }
    .verb = See the sample
home-moderation-answer = Moderation sent back: { $what }
    .verb = Answer
home-candidates = Applications for certification: { $what }
    .verb = Complete them
home-candidates-detail = Not applied: { $without }. Papers missing: { $missing }.
home-appeal-lodged = Lodged { $day }.
home-expiring-told = { $what } certificates have expired or are about to; holders not told yet
    .verb = Open the list
home-expiring-renewed = { $what } certificates of competence have expired or are about to
    .verb = Open the list
home-reassess = Judge anew if the holder wants to renew: { $what }
    .verb = Record the judgement
home-letters = Letters of acknowledgement not issued: { $what }
    .verb = Issue
home-letters-count = { $count ->
    [one] 1 mentoring is confirmed as complete.
   *[other] { $count } mentorings are confirmed as complete.
    }
home-revoked = Certificate revoked, holder not told yet: { $what }
    .verb = Tell
home-revoked-detail = { $title }.
home-revoked-hired = { $title }. Works at { $employer }; the revocation does not change the job.

# The audit log outside, and the signer
audit-stalled = The audit log cannot be carried to { $folder } since { $since }: { $why } No certificate is issued until that folder can be written again.
audit-late = The audit log cannot be carried to { $folder } since { $since }: { $why } Mend the folder before issuing stops.
home-log-stalled = Issuing has stopped: { $what ->
    [one] { $what } folder of the audit log cannot be written
   *[other] { $what } folders of the audit log cannot be written
    }
    .verb = Look
home-log-late = { $what ->
    [one] { $what } folder of the audit log cannot be written
   *[other] { $what } folders of the audit log cannot be written
    }
    .verb = Look
home-signing-stopped = Digital signing is stopped
    .verb = See
home-signing-stalled = Issuing has stopped: the audit log is held up
    .verb = See
home-signing-stalled-detail = An administrator mends the folder, then issuing goes on by itself.
