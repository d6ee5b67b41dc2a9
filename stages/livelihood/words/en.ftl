followup-list = Follow-up
    .lead = Those waiting longest come first. Not knowing is an answer too.
followup-none = No follow-up is due.
followup-waiting = { $count ->
    [1] One follow-up is due.
   *[other] { $count } follow-ups are due.
    }
followup-due = Due
followup-due-on = Day
followup-milestone = When
followup-late = { $days ->
    [1] one day past
   *[other] { $days } days past
    }
followup-record = Record a follow-up
    .lead = Record how things are now. If nobody could be reached, record that; it is nobody's fault.
    .verb = Record
followup-recorded = { $person }, { $milestone }: { $status }.
milestone-2w = 2 weeks
milestone-6w = 6 weeks
milestone-3m = 3 months
milestone-6m = 6 months
milestone-12m = 12 months
status-formal-work = Formal work
status-informal-work = Informal work
status-own-business = Own business
status-apprenticeship = Apprenticeship
status-studying = School or course
status-seeking = Looking for work
status-not-working = Not working
status-unreachable = Could not be reached
status-reconvicted = Convicted again
status-died = Died
related-yes = Yes
related-no = No
related-unknown = Not known
field-status = How things are now
field-related = In the field of the training?
field-milestone = When
field-district = District or city
field-contact = Contact
field-employer = Employer
field-vacancy = Vacancy
field-openings = Openings
field-requirement = Requirement
field-closes-on = Closes on
field-outcome = The employer's answer
field-started-on = Started on
field-capital = Start-up capital
field-capital-source = Source of the capital
field-vacancy-post-field = Field
field-vacancy-post-title = Job
field-business-record-field = Line of business
field-business-record-name = Name of the business
vacancy-list = Vacancies
vacancy-show = Vacancy
vacancy-title = Job and employer
vacancy-code = Code
vacancy-facts = Facts
vacancy-none = No vacancies yet. Post one, or upload the manpower office's list.
vacancy-open = Open
vacancy-closed = Closed
vacancy-open-count = { $count ->
    [1] One vacancy is open.
   *[other] { $count } vacancies are open.
    }
vacancy-openings = { $count ->
    [1] One person wanted.
   *[other] { $count } people wanted.
    }
vacancy-openings-none = At least one.
vacancy-filter = Find job, employer or district
    .verb = Find
vacancy-referred = Referred
vacancy-referred-none = Nobody was referred to this vacancy yet.
vacancy-post = Post a vacancy
    .lead = One vacancy for one job in one district.
    .verb = Post vacancy
vacancy-posted = The vacancy { $title } at { $employer } is posted.
vacancy-import = Upload a list of vacancies
    .lead = A CSV file from the manpower office, with semicolons between the columns.
    .verb = Upload list
vacancy-imported = { $count ->
    [1] One vacancy was read in.
   *[other] { $count } vacancies were read in.
    }
vacancy-import-known = { $count } vacancies stood already and were not read in again.
vacancy-import-no-header = No row of column names was found. The columns: { $header }.
vacancy-import-no-column = These columns are missing: { $columns }.
vacancy-row-empty = Row { $row }: column { $text } is empty. Fill it in.
vacancy-row-district = Row { $row }: district “{ $text }” is not known. Write the Kemendagri code such as 35.09.
vacancy-row-openings = Row { $row }: “{ $text }” is not a number from 1 up.
vacancy-row-day = Row { $row }: the date “{ $text }” cannot be read. Write the day first, such as 31-12-2026.
employer-register = Register an employer
    .lead = Name and place of a business that takes graduates.
    .verb = Register employer
employer-registered = { $name } is registered.
application-refer = Refer to the vacancy
    .lead = The employer sees name and certificates only.
    .verb = Refer person
application-referred = { $person } was referred to { $employer }.
application-decide = Record the answer
    .lead = Taken or not yet, as the employer answered.
    .verb = Record answer
application-hired = { $person } was taken by { $employer }.
application-declined = { $person } was not taken by { $employer } yet.
business-record = Record a business
    .lead = One's own business counts as a livelihood, as work does.
    .verb = Record business
business-recorded = The business { $name } of { $person } is recorded.
state-referral-referred = Waiting for answer
state-referral-hired = Taken
state-referral-declined = Not taken
state-referral-lapsed = Ended
event-EmployerRegistered = Employer registered
event-VacancyPosted = Vacancy posted
event-ApplicationReferred = Referred to a vacancy
event-ApplicationDecided = The employer's answer
event-ApplicationRenewed = Referral waits again
event-ApplicationLapsed = Referral ended without an answer
event-BusinessRecorded = Business recorded
event-FollowUpRecorded = Follow-up recorded
event-BusinessChanged = Start-up record completed
event-MentorAssigned = Mentor named
event-MentorResumed = Mentoring goes on
event-MentorEnded = Mentoring ended
event-AccompanimentConfirmed = Accompaniment confirmed as complete
event-MentoringNoted = Mentoring noted
refusal-live-01 = This person is not free yet or has not finished the training.
    .next = Follow-up counts from the day of release, or from the end of training for clients.
refusal-live-02 = This follow-up can be recorded from { $from } on.
    .next = Record it on that day or later.
refusal-live-03 = The day of the follow-up has not come.
    .next = Record the day of a meeting that has taken place.
refusal-live-04 = This vacancy closed on { $day }.
    .next = Choose another that is open.
refusal-live-05 = The answer to this referral stands already.
    .next = Refer to another vacancy if need be.
refusal-live-06 = The list of vacancies cannot be read in yet. No row was recorded.
    .next = Mend the rows named, then upload again.
refusal-live-07 = { $person } was referred to this vacancy before.
    .next = Wait for the answer, or refer to another.
refusal-live-08 = All { $openings } places of this vacancy are taken.
    .next = Ask the employer for more, or refer to another.
refusal-live-09 = That consent is later than the referral.
    .next = Ask the person first, then refer on that day or later.
refusal-live-10 = There is no such mentor for { $person }.
    .next = Choose a mentor of the foundation that is a party of the training agreement.
refusal-live-11 = The agreement with the foundation is not in force on { $day }.
    .next = Choose a day while the agreement holds.
refusal-live-12 = { $person } has a mentor already.
    .next = End that mentoring, then name another.
refusal-live-13 = { $person } is not mentored now.
    .next = Name a mentor first.
refusal-live-14 = This person died on { $day }.
    .next = Nothing needs to be asked any more. What is on record remains.

# Need and match
vacancy-need = Wishes and vacancies
    .lead = Both figures are looked at together before a programme is proposed.
need-asked = { $count ->
    [1] One person has been asked what she wants.
   *[other] { $count } people have been asked what they want.
    }
need-none = Nobody has been asked yet.
need-first = First choice
need-second = Second choice
need-home = Openings in home districts
need-near = In neighbouring districts
need-province = In the same province
need-line = { $field }: { $first } first choice, { $second } second choice; openings { $home } in home districts, { $near } in neighbouring districts, { $province } in the province
vacancy-match = Who fits the vacancy
    .lead = This is a proposal. Ask the person before you refer anyone.
    .verb = See who fits
match-count = { $count ->
    [1] One person holds a certificate in this field
   *[other] { $count } people hold a certificate in this field
    }
match-none = Nobody from this province holds a certificate in this field yet.
match-certificate = Certificate
match-home = Home district
match-ready = Ready to begin
match-ready-now = At home already
match-ready-on = { $day } at the earliest
match-ready-after = After release
nearness-same = same district
nearness-neighbouring = neighbouring district
nearness-same-province = same province

# Start-up record
business-change = Complete the start-up record
    .lead = Write what is newly known: a licence, a first sale, another place.
    .verb = Save
business-changed = The record of { $name } of { $person } is completed.
business-problem-nib = “{ $text }” is no licence number. It has { $digits } digits.
business-problem-first-sale = The first sale is not before { $started } and not after today.
followup-problem-turnover = Turnover is for an own business only, and not below zero.
field-consent-on = Day the person agreed
    .hint = The person agreed that this employer is told the name.
field-business-record-place = Place of business
field-business-change-place = Place of business
field-product = Goods or service
field-tools = Tools in use
field-nib = NIB
    .hint = Business licence number, 13 digits. Leave it empty where there is none yet.
field-first-sale-on = First sale
field-turnover = Turnover of a month
    .hint = For an own business only.

# Mentoring
mentoring-list = Mentoring
    .lead = You see only the people named to you.
mentoring-count = { $count ->
    [1] One person is mentored.
   *[other] { $count } people are mentored.
    }
mentoring-none = Nobody is mentored yet.
mentoring-none-mine = The people named to you will appear here. After your organisation's agreement ends this list is empty.
mentoring-over = Over
mentoring-since = since
mentoring-last = Last met
mentoring-show = Mentoring
mentoring-of = Mentoring of { $person }
mentoring-nobody = No mentor yet.
mentoring-notes = Notes
mentoring-notes-none = No notes yet.
mentoring-closed = These notes are read by the mentor and the office in charge only.
mentoring-journey = See the journey
mentoring-kind-visit = Visit
mentoring-kind-call = Call
mentoring-kind-meeting = Meeting
mentor-assign = Name a mentor
    .lead = The mentor sees this person only, without the case, while the agreement holds.
    .verb = Name a mentor
mentor-assigned = { $person } is mentored by { $mentor }.
mentor-end = End the mentoring
    .lead = After this the mentor sees this person no more.
    .verb = End it
mentor-ended = The mentoring of { $person } by { $mentor } has ended.
mentor-problem-future = This day has not come yet. Give today or an earlier day.
mentor-problem-before = This day lies before the mentoring, which began on { $since }.
mentor-problem-next = The next meeting is not before this one.
mentoring-note = Note a meeting
    .lead = Write no more than is needed. Leave out case and illness.
    .verb = Note a meeting
mentoring-noted = The meeting with { $person } on { $day } is noted.
mentoring-complete = Confirm that the mentoring is complete
    .lead = The training is completed and the business runs. After this the head of the foundation can issue a letter of acknowledgement.
    .verb = Confirm completion
field-mentoring-complete-batch = Training batch
field-mentoring-complete-day = Complete on
mentoring-completed = The mentoring of { $person } is confirmed as complete on { $day }.
mentoring-confirmed = Confirmed as complete by { $mentor } on
mentoring-problem-batch = Choose a batch of this person under the agreement of the mentoring.
mentoring-lacks-mentor = This day lies before you were named as mentor.
mentoring-lacks-notes = No meeting is noted until that day.
mentoring-lacks-training = The training was not completed by that day.
mentoring-lacks-start-up = No business has made a first sale by that day.
refusal-live-18 = The mentoring of { $person } cannot be confirmed as complete yet.
    .next = Complete what is missing, then confirm again. The office in charge records the business.
field-mentor = Mentor
field-next-on = Next meeting
field-mentoring-note-kind = How you met
field-mentoring-note-note = Note

consent-list = Consents
consent-of = Consents of { $person }
consent-list-lead = To which employers the name may be told, and what was taken back. A consent once given stays on record.
consent-none = No employer has been told the name yet.
consent-given = Given on
consent-unasked = Not asked at that time
consent-state = Referral
consent-taken-back = Taken back
consent-holds = Still holds
consent-withdraw = Record that a consent is taken back
    .lead = From then on the employer no longer sees name and certificates, and a referral that waits ends. A new referral needs a new consent of a later day.
    .verb = Record that a consent is taken back
consent-withdrawn = { $person } took back the consent: { $employer } no longer sees the name. { $count ->
    [0] No referral was waiting.
   *[other] Referrals ended: { $count }.
    }
consent-withdrawn-on = { $day }, { $told }; recorded by { $by }
consent-told-in-person = told in person
consent-told-letter = by letter
consent-told-phone = by telephone
consent-told-message = by message
consent-told-companion = through a mentor or the family
consent-problem-future = That day has not come yet. Write the day on which it was told.
consent-problem-before = The consent was given on { $given }. Write that day or a later one.
field-told = How it was told
field-consent-withdraw-day = Taken back on
field-consent-withdraw-note = Note
state-referral-withdrawn = Consent taken back
event-ConsentWithdrawn = Consent taken back
refusal-live-15 = The consent for this employer was taken back on { $day }.
    .next = Ask again. If the answer is yes, write the day of the new consent, after that date.
refusal-live-16 = This person took back the consent.
    .next = The referral has ended; there is no answer to record.
refusal-live-17 = No consent of { $person } for that employer is in force.
    .next = Look at the page of consents.
