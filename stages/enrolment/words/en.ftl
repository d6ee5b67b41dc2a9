# Enrolment: interests, ranking, hearing, decree, seats.

enrolment-list = Enrolment
enrolment-list-waiting = { $count ->
    [0] No batch waits for a decision.
    [one] One batch has no decision about its participants yet.
   *[other] { $count } batches have no decision about their participants yet.
    }
enrolment-list-asked = { $count ->
    [0] No wishes have been recorded.
    [one] The wishes of one person are recorded.
   *[other] The wishes of { $count } people are recorded.
    }
enrolment-batches = Batches
enrolment-batches-none = Batches that look for participants appear here. Plan a batch first.
enrolment-batches-verb = See batches
enrolment-state = Stage
enrolment-applicants = Applicants
enrolment-eligible = Can take part
enrolment-seated = Seats taken
enrolment-wishes = First choices of the people here
enrolment-wishes-none = Fields that people want appear here. Upload a sheet of interests, or record them from a person's page.
enrolment-field = Field
enrolment-people = People

state-intake-open = Not ranked yet
state-intake-ranked = Ranked
state-intake-heard = Heard
state-intake-decreed = Decided

interest-record = Record interest
    .lead = Ask what the person wants to learn and what they have done before.
    .verb = Save interest
interest-recorded = Interest of { $name } recorded: { $first }.
interest-import = Upload a sheet of interests
    .lead = A CSV file with semicolons. Each row is matched by register number and name.
    .verb = Upload sheet of interests
interests-imported = { $skipped ->
    [0] Interests of { $count } people recorded.
   *[other] Interests of { $count } people recorded, { $skipped } rows skipped.
    }
field-first-choice = First choice
    .hint = The name of a field, such as roti, las, mebel.
field-second-choice = Second choice
field-experience = Experience
    .hint = Any work done before.
field-experience-months = Length of experience
    .hint = In months. Empty means none.
field-literacy = Reading and writing
field-interest-record-day = Day of asking
field-interest-import-day = Day of the sheet
field-interest-import-skip-bad = Skip faulty rows and record the rest
literacy-fluent = With ease
literacy-limited = A little
literacy-none = Not yet
problem-interest-future = This day has not come yet. Give today or an earlier day.
problem-sheet-utf8 = The file cannot be read as UTF-8 text. Save it again as CSV UTF-8.
problem-sheet-header = The row of column names was not found. Needed: { $columns }.
problem-sheet-row-empty = Register number and first choice must be filled in.
problem-sheet-months = “{ $text }” is not a number of months. Write for example 18.
problem-sheet-literacy = “{ $text }” is not lancar, terbatas or tidak bisa.
problem-sheet-register = Nobody at this office has the number { $text }, or the number comes twice.
problem-sheet-name = Number { $register } is not named “{ $text }”. Check the number.

applicant-rank = Rank the applicants
    .lead = Everyone here is weighed, with reasons. The ranking is a proposal; the decree gives the seats.
    .verb = Rank
applicants-ranked = { $eligible } of { $applied } applicants can take part, for { $seats } seats.
field-applicant-rank-field = Field
    .hint = Words by which people call this field, separated by commas. Empty means the words of the programme's title.
field-applicant-rank-vacancies = Vacancies in home districts
    .hint = One line a district: district code | number. For example 35.09 | 6.
field-applicant-rank-handover = Where training goes on after release
    .hint = The office that continues the training of those who are free earlier. Empty if there is none.
problem-vacancies-line = Line { $line } cannot be read. Write district code | number, for example 35.09 | 6.

applicant-list = Applicants
applicant-list-of = Applicants for { $batch }
applicant-list-open = There is no ranking yet. Rank to see who can take part, and why.
applicant-list-ranked = { $eligible } of { $applied } applicants for { $field } can take part; there are { $seats } seats. A proposal before the hearing.
applicant-list-heard = The hearing has recommended among { $eligible } applicants for { $seats } seats. There is no decree yet.
applicant-list-decreed = { $seated } of { $seats } seats are taken, { $reserves } reserves. The others stay on the waiting list.
applicant-eligible = Can take part, in order
applicant-eligible-none = People who can take part appear here, with the reasons.
applicant-not-yet = Cannot take part in this batch yet
applicant-refused = Not yet
applicant-others = Did not apply for this field
applicant-others-count = { $count ->
    [one] One person here did not ask for this field.
   *[other] { $count } people here did not ask for this field.
    }
applicant-others-verb = Show all
applicant-points = { $points } points
applicant-rank-column = Place
applicant-proposal = Proposal
applicant-reasons = Reasons
applicant-next = What is possible
applicant-since = Waiting since

recommendation-seat = Seat { $number }
recommendation-reserve = Reserve { $number }
recommendation-wait = Waiting list { $number }
recommendation-refuse = Not recommended

applicant-reason-first-choice = First choice.
applicant-reason-second-choice = Second choice.
applicant-reason-experience = { $months ->
    [one] One month of experience.
   *[other] { $months } months of experience.
    }
applicant-reason-no-experience = No experience yet.
applicant-reason-reads-well = Reads and writes with ease.
applicant-reason-reads-little = Reads and writes a little; needs help with theory.
applicant-reason-reads-not = Cannot read or write yet; needs help with theory.
applicant-reason-home-vacancies = { $count ->
    [one] One vacancy in the home district.
   *[other] { $count } vacancies in the home district.
    }
applicant-reason-time-enough = Time is enough until the assessment is over.
applicant-reason-time-enough-days = Time is enough: { $days } days after the assessment.
applicant-reason-goes-on = Free before the assessment; training goes on at { $at }.
applicant-reason-lives-at-home = Lives at home; no release to wait for.
applicant-reason-waiting = { $days ->
    [one] Has waited one day.
   *[other] Has waited { $days } days.
    }
applicant-reason-nik-to-do = No identity number yet; the office must see to it.
applicant-reason-not-asked = Has not been asked yet.
    .next = Record the interest, then rank again.
applicant-reason-wants-other = Wants another field: { $first }.
    .next = Proposed for a batch of { $first }.
applicant-reason-detainee = Still a detainee; this batch lasts { $days } days.
    .next = Can join short activities.
applicant-reason-leaves-early = Free before the assessment is over.
    .next = Proposed for a class of the probation office or a training centre at home.
applicant-reason-leaves-early-days = { $days ->
    [0] May be free on the very day of the assessment.
    [one] May be free one day before the assessment is over.
   *[other] May be free { $days } days before the assessment is over.
    }
applicant-reason-release-unknown = The earliest day of release is not on record.
    .next = Complete the two-thirds and expiry days, then rank again.
applicant-reason-seated-elsewhere = Already has a seat in batch { $batch } at the same time.
    .next = Can join the next batch.
applicant-reason-planned-elsewhere = The approved plan has a seat in batch { $batch }.
    .next = Joins that batch; should it fail, the hearing can be told.

hearing-record = Record a hearing
    .lead = The ranking holds, except for those you name with a reason.
    .verb = Record hearing
hearing-recorded = Hearing recorded: { $seats } seats, { $reserves } reserves, { $waiting } on the waiting list.
hearing-show = See hearing
hearing-of = Hearing on { $batch }
hearing-counts = { $count ->
    [one] One person was discussed.
   *[other] { $count } people were discussed.
    }
hearing-replaced = A later hearing has replaced this one. Its recommendations are not used.
hearing-votes = Recommendations
hearing-recommendation = Recommendation
hearing-reason = Reason for leaving the order
hearing-by-rank = by rank
hearing-members = Who sat
hearing-paper = Print minutes
field-hearing-record-code = Code of the hearing
field-hearing-record-day = Day of the hearing
field-hearing-record-chair = Chair
field-hearing-record-members = Members
    .hint = One person a line, with post.
field-hearing-record-exceptions = Departures from the order
    .hint = One person a line: register number | terima, cadangan, tunda or tolak | reason.
problem-hearing-code = “{ $text }” is not a code. Use capitals, digits and dashes.
problem-exception-parts = Write three parts: register number | recommendation | reason.
problem-exception-word = “{ $text }” is not terima, cadangan, tunda or tolak.
problem-exception-reason = A reason must be given.
problem-exception-twice = { $text } is named twice.

decree-issue = Issue the decree
    .lead = Seats and reserve places are given as the hearing recommended.
    .verb = Issue decree
decree-issued = Decree { $number } issued: { $seated } seats, { $reserves } reserves.
decree-paper = Print decree
decree-person-seated = { $name } already has a seat in batch { $batch }.
decree-person-gone = { $name } is no longer at this office.
field-decree-issue-number = Number of the decree
field-decree-issue-day = Day of the decree
field-decree-issue-signer = Signed by

# Approving the list of ordinary learners
enrolment-approve = Approve the list of participants
    .lead = For ordinary learners there is no hearing. The head of the body approves the list in its order.
    .verb = Approve the list
enrolment-approved = The list is approved by decision { $number }: { $seated } seats, { $reserves } reserves.
enrolment-approved-list-of = Participants of { $batch }
field-enrolment-approve-number = Number of the decision
field-enrolment-approve-day = Day of the decision
field-enrolment-approve-signer = Signer
field-enrolment-approve-exceptions = Departures from the order
    .hint = One person a line: name or number | terima, cadangan, tunda or tolak | reason.

seat-list = Participants
seat-list-of = Participants of { $batch }
seat-list-lead = { $free ->
    [0] All { $seats } seats are taken.
   *[other] { $seated } of { $seats } seats are taken, { $free } free.
    }
seat-list-decree = Decree { $number }.
seat-list-none = Participants appear here once the decree is issued.
seat-place = Place
seat-since = Since
seat-verbs = Actions
seat-state-seated = Seat { $number }
seat-state-reserve = Reserve { $number }
seat-state-left = Left
seat-withdraw = Take out of the batch
    .lead = The seat is free again. What was earned stays earned.
    .verb = Take out
seat-withdrawn = { $name } left batch { $batch }.
seat-take-over = Go on in this batch
    .lead = For one who moved or was freed in the middle of another batch. Hours and units earned there are recognised here.
    .verb = Give the seat and recognise the credit
seat-taken-over = { $name } goes on at seat { $number } of batch { $batch }, from batch { $source }.
seat-take-over-link = Take over a participant of another batch
field-seat-take-over-person = Participant
field-seat-take-over-source = Batch left
    .hint = Code of the batch that was left. Leave empty for the last one.
field-seat-take-over-day = First day
field-seat-take-over-decision = Number or text of the decision
seat-promote = Call a reserve
    .lead = The reserve takes the free seat with the lowest number.
    .verb = Call
seat-promoted = { $name } takes seat { $number } of batch { $batch }.
field-seat-withdraw-day = Day of leaving
field-seat-promote-day = Day of the call
field-seat-promote-reason = Reason for passing earlier reserves
seat-left-transferred = Moved to another place
seat-left-released = Released
seat-left-ill = Ill
seat-left-own-wish = At their own wish
seat-left-conduct = Breach of rules
seat-left-died = Died
seat-left-other = Other cause
problem-seat-future = This day has not come yet. Give today or an earlier day.

refusal-enrl-01 = After a hearing there is no ranking any more.
    .next = Record a new hearing if the recommendation must change.
refusal-enrl-02 = No hearing can be recorded before the applicants are ranked.
    .next = Rank the applicants first.
refusal-enrl-03 = No decree can be issued before a hearing.
    .next = Record the hearing first.
refusal-enrl-04 = The participants of this batch are already decided.
    .next = Change seats one by one: take somebody out or call a reserve.
refusal-enrl-05 = The day must lie between { $earliest } and { $today }.
    .next = Correct the day.
refusal-enrl-06 = Somebody named is not among those who can take part.
    .next = Name only people on that list, or rank again.
refusal-enrl-07 = { $named } people are named for { $places } places.
    .next = Name fewer, or change the seats of the batch.
refusal-enrl-08 = Not all who were recommended can still take part.
    .next = Record a new hearing without them.
refusal-enrl-09 = There are more participants than seats.
    .next = Record a new hearing for the seats there are now.
refusal-enrl-10 = This person has already left the batch.
    .next = Name them in the hearing of the next batch.
refusal-enrl-11 = This person already has a seat.
    .next = No call is needed.
refusal-enrl-12 = No seat is free.
    .next = A reserve can be called after somebody leaves.
refusal-enrl-13 = { $count } earlier reserves still wait.
    .next = Call them in order, or give a reason for passing them.
refusal-enrl-14 = This person already has a seat in batch { $batch } at the same time.
    .next = Take them out of that batch first, or call another reserve.
refusal-enrl-15 = This batch chooses its people by a hearing.
    .next = Record the hearing, then issue the decree.
refusal-enrl-16 = This body has no hearing board.
    .next = Let the head of the body approve the list of participants.
refusal-enrl-17 = The host of this batch does not answer for this person now.
    .next = Record the move to this office first.
refusal-enrl-18 = This person had a seat in this batch already.
    .next = See the roll of the batch.
refusal-enrl-19 = No seat was left in another batch, or its credit is used already.
    .next = Record that the old batch was left, or go by hearing and decree.

event-InterestRecorded = Interest recorded
event-InterestsImported = Sheet of interests uploaded
event-ApplicantsRanked = Applicants ranked
event-HearingRecorded = Hearing recorded
event-DecreeIssued = Decree issued
event-AgendaSet = Agenda of the hearing put in the order of the plan
event-SeatLeft = Left the batch
event-SeatReturned = Back on the seat
event-SeatPromoted = Called from the reserves
event-SeatTakenOver = Goes on from another batch
