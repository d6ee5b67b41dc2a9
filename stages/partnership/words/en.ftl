# States and kinds
state-agreement-draft = Text under discussion
state-agreement-agreed = Ready to sign
state-agreement-partly-signed = Partly signed
state-agreement-signed = Signed, not yet in force
state-agreement-in-force = In force
state-agreement-expired = Over
state-agreement-ended = Ended early
agreement-kind-mou = Memorandum of understanding
agreement-kind-pks = Cooperation agreement
agreement-kind-own = Own decision to run training
agreement-role-host = Host
agreement-role-trainer = Trainer
agreement-role-certifier = Certification body
agreement-role-mentor = Mentor
agreement-role-labour-office = Labour office
agreement-role-funder = Funder
agreement-sees-host = All data of the people it answers for
agreement-sees-trainer = Names and attendance of participants, no case data
agreement-sees-certifier = Names of participants and their results, no case data
agreement-sees-mentor = Batches and the people it mentors, no case data
agreement-sees-labour-office = Programmes and promises, no personal data
agreement-sees-funder = The agreement and what the parties promised
agreement-filter-all = All
agreement-filter-preparing = In preparation
agreement-filter-upcoming = Not yet in force
agreement-filter-in-force = In force
agreement-filter-over = Over
obligation-progress-delivered = Delivered
obligation-progress-late = Late
obligation-progress-partly = In part
obligation-progress-not-yet = Not yet delivered
meeting-item-open = Open
meeting-item-overdue = Overdue
meeting-item-closed = Done

# The list of agreements
agreement-list = Agreements
    .lead = { $count ->
        [0] No agreement is shown here.
        [one] One agreement is shown here.
       *[other] { $count } agreements are shown here, those that need something first.
    }
    .verb = Search
    .empty = The agreements of your office, and those it is a party of, will be here.
    .nothing-found = No agreement matches. Change the words or the filter.
    .all = Show all agreements
agreement-list-search = Title, code, field, party or number
agreement-list-state = State
agreement-column-parties = Parties
agreement-column-state = State
agreement-column-term = Term
agreement-late-promises = { $count ->
    [one] One promise is late
   *[other] { $count } promises are late
    }
agreement-days-left = { $days ->
    [0] Last day
    [one] One day left
   *[other] { $days } days left
    }
agreement-percent-passed = { $percent }% of the term has passed

# One agreement
agreement-show = Agreement
agreement-show-parties = The parties and their numbers
agreement-card-signer = Signed by
agreement-card-role = Role
agreement-card-sees = Sees, while in force
agreement-card-agreed = Agreed { $day }, not yet signed
agreement-card-waiting = Has not agreed yet
agreement-show-promises = { $all ->
    [0] No promise has been recorded.
   *[other] { $delivered } of { $all } promises are kept{ $late ->
        [0] {"."}
       *[other] , { $late } late.
    }
    }
agreement-show-obligations = Promised and delivered
    .empty = What each party promised, and how much it has delivered, will be here.
agreement-as-of = as of { $day }
agreement-show-timeline = History
agreement-show-frame = Term and content
agreement-show-term = Term
agreement-show-content = Content
agreement-today = Today: { $state }
agreement-last-day = Last day in force
    .detail = At 24:00 the partners' access stops by itself.
agreement-ended-early = Ended on { $day }. Reason: “{ $reason }”.
agreement-recorded-by = Recorded by { $name }.
obligation-share = { $delivered } of { $promised } { $unit } delivered
obligation-of = of { $promised } { $unit }
obligation-due = Due { $day }
obligation-due-late = { $days ->
    [one] Due { $day }, one day late
   *[other] Due { $day }, { $days } days late
    }

# Meetings
meeting-list = Meetings
    .lead = { $count ->
        [0] No meeting has been recorded.
        [one] One meeting.
       *[other] { $count } meetings, latest first.
    }
    .empty = Meetings with partners, their minutes and action items will be here.
meeting-show = Meeting
meeting-show-lead = { $all ->
    [0] No action item was recorded.
   *[other] { $open ->
        [0] All { $all } action items are done.
       *[other] { $open } of { $all } action items are open.
    }
    }
meeting-show-frame = Participants and topics
meeting-choice = Meeting of { $day }, { $place }
meeting-present = Present
meeting-topics = Topics
meeting-discussed = Discussion
meeting-items = Action items
    .empty = This meeting left no action items.
meeting-items-overdue = { $count } overdue
meeting-items-open = { $count } open
meeting-items-done = All done
meeting-items-none = No action items
meeting-item-due = Due { $day }
meeting-item-no-day = No due day
meeting-item-closed-on = Done { $day }

# Minutes on paper
meeting-minutes = Minutes
    .verb = Open the minutes
meeting-paper-title = MINUTES OF MEETING
meeting-paper-day = Day and date
meeting-paper-for = For { $party }
meeting-paper-footer = Minutes { $code }
meeting-column-what = Action item
meeting-column-due = Due

# Recording a meeting
meeting-record = Record a meeting
    .lead = Cooperation begins here: who was present, what was agreed, who does what.
    .verb = Record meeting
field-meeting-record-code = Code of the meeting
    .hint = Capital letters, digits and dashes, such as RAPAT-JBR-1.
field-meeting-record-host = Host
    .hint = Your own office if left empty.
field-meeting-record-parties = Organisations present
    .hint = One organisation a line: its code or name. The host need not be written.
field-meeting-record-topics = Topics
    .hint = One topic a line.
field-meeting-record-minutes = Discussion
    .hint = What was said and agreed. No names of people in custody.
field-meeting-record-items = Action items
    .hint = One a line: action | organisation | due day. The day may be left out.
meeting-recorded = { $items ->
    [0] The meeting is recorded without action items.
    [one] The meeting is recorded with one action item.
   *[other] The meeting is recorded with { $items } action items.
    }
meeting-close-item = Close an action item
    .lead = Record when this work was done and what came of it.
    .verb = Mark as done
field-meeting-close-item-day = Done on
field-meeting-close-item-note = Result
meeting-item-now-closed = { $open ->
    [0] Action item { $number } is done. All are done.
    [one] Action item { $number } is done. One is still open.
   *[other] Action item { $number } is done. { $open } are still open.
    }

# Drafting an agreement
agreement-draft = Draft an agreement
    .lead = Put the text on the table: who the parties are, what for, and how long.
    .verb = Draft agreement
field-agreement-draft-code = Code of the agreement
    .hint = Capital letters, digits and dashes, such as PKS-JEMBER-ROTI.
field-agreement-draft-title = Title of the agreement
    .hint = What is agreed, not the names of the parties.
field-agreement-draft-kind = Kind of paper
field-agreement-draft-host = Host
    .hint = The office that answers for the participants. Your own office if left empty.
field-agreement-draft-parties = Parties
    .hint = One party a line: organisation | role. Roles: trainer, certification body, mentor, labour office, funder.
field-agreement-draft-starts-on = First day in force
field-agreement-draft-ends-on = Last day in force
    .hint = The partners' access stops at 24:00 that day.
field-agreement-draft-fields = Fields of skill
    .hint = Separated by commas, such as bakery, barista.
field-agreement-draft-places = Places
    .hint = Separated by commas.
field-agreement-draft-meeting = Grew from the meeting
agreement-drafted = The text “{ $title }” is stored for { $count } parties. Next, each party agrees to it.
agreement-warning-long-term = Note: a term of { $months } months or more usually needs leave from regional office and directorate.
agreement-warning-ordinary-learners = Note: { $party } answers for nobody in custody or on probation. This agreement is for ordinary learners.

# Agreeing, signing, ending
agreement-agree = Agree to the text
    .lead = Record that one party agrees to the text. Once all agree, it can be signed.
    .verb = Record agreement
field-agreement-agree-day = Agreed on
agreement-agreed-by-one = Recorded. Still awaited: { $missing }.
agreement-agreed-by-all = All parties agree. Next, each party signs with its own number.
agreement-not-yet-agreed = { $party } has not agreed yet.
agreement-sign = Sign the agreement
    .lead = Each party signs with its own number. The last signature puts the agreement in force.
    .verb = Sign
field-agreement-sign-number = Document number of this party
    .hint = As on its paper. The same number cannot be used twice.
field-agreement-sign-signer = Name of the signer
field-agreement-sign-signer-post = Post of the signer
field-agreement-sign-day = Signed on
agreement-signed = { $party } signs with number { $number }.
agreement-signatures-missing = Signatures still awaited: { $missing }.
agreement-signed-by-all = All parties have signed. The agreement is in force { $first_day } to { $last_day }.
agreement-end = End the agreement
    .lead = The partners' access stops at 24:00 of the last day. This cannot be undone.
    .verb = End early
field-agreement-end-day = Last day in force
field-agreement-end-reason = Reason
    .hint = Read by all parties.
agreement-now-ended = The agreement ends on { $day } at 24:00. The partners' access ends with it.

# Promises
obligation-add = Add a promise
    .lead = Record what one party promises: how much, and by when.
    .verb = Add promise
field-obligation-add-party = Party that promises
field-obligation-add-what = What is promised
    .hint = For example Teachers.
field-obligation-add-quantity = Quantity
field-obligation-add-unit = Unit
    .hint = For example JP, paket or orang.
field-obligation-add-due-on = Due on
obligation-added = Promise { $code } is recorded for { $party }.
obligation-deliver = Record a delivery
    .lead = Record what was really delivered, even if only in part.
    .verb = Record delivery
field-obligation-deliver-quantity = Quantity delivered
field-obligation-deliver-day = Delivered on
obligation-delivered = { $what }: { $delivered } of { $promised } { $unit } delivered.

# What happened
event-MeetingRecorded = Meeting recorded
event-MeetingItemClosed = Action item done
event-AgreementDrafted = Agreement drafted
event-AgreementAgreed = One party agreed
event-AgreementSigned = One party signed
event-AgreementInForce = All parties have signed
event-AgreementEnded = Agreement ended
event-ObligationAdded = Promise recorded
event-ObligationDelivered = Delivery recorded
agreement-told-drafted = For { $starts_on } to { $ends_on }.
agreement-told-agreed = { $party } agrees to the text.
agreement-told-signed = { $party }, number { $document }.
agreement-told-in-force = In force { $first_day } to { $last_day }.
agreement-told-ended = Reason: “{ $reason }”.
agreement-told-promised = { $party }: { $what }, { $quantity } { $unit }, due { $due_on }.
agreement-told-delivered = { $what }: { $quantity } { $unit }. { $delivered } of { $promised } in all.
meeting-told-recorded = { $items ->
    [0] { $place }, no action items.
    [one] { $place }, one action item.
   *[other] { $place }, { $items } action items.
    }
meeting-told-closed = Number { $number }: { $what }.

# Fields to be mended
agreement-problem-code = “{ $text }” is no code. Use 2 to 40 letters, digits and dashes.
agreement-problem-future = This day has not come yet. Give today or an earlier day.
agreement-problem-zero = At least 1.
agreement-problem-not-a-party = “{ $text }” is no party of this agreement. Choose from the list.
agreement-problem-term = The last day must come after the first.
agreement-problem-alone = An agreement needs at least two parties.
agreement-problem-own-partner = An own decision has one party: your body. Remove the others, or choose a cooperation agreement.
agreement-problem-own-host = { $party } is no training provider. Own decisions are for training centres, training bodies and schools.
agreement-problem-party-twice = { $party } is written twice. One organisation has one role.
agreement-problem-second-host = { $party } is written as a second host. There is only one.
agreement-problem-host = { $party } cannot be host. Choose a prison, remand house, juvenile institution, probation office or training provider.
agreement-problem-party-line = write organisation | role.
agreement-problem-role = “{ $text }” is no role. Use trainer, certification body, mentor, labour office or funder.
meeting-problem-alone = A meeting needs at least two organisations.
meeting-problem-before = This day comes before the meeting.
meeting-problem-item-line = write action | organisation | due day.
meeting-problem-item-party = { $party } is not recorded as present. Add it to the organisations present.

# Refusals
refusal-part-01 = That organisation is no party of “{ $agreement }”.
    .next = Choose one of the parties written in the text.
refusal-part-02 = { $party } agreed already on { $day }.
    .next = Wait for the others, or record the agreement of one that is missing.
refusal-part-03 = All parties have agreed to this text.
    .next = Go on with the signatures.
refusal-part-04 = The text cannot be signed yet, because not all parties have agreed.
    .next = Ask the missing parties to agree, then sign.
refusal-part-05 = { $party } signed already on { $day } with number { $number }.
    .next = Wait for the signatures of the others.
refusal-part-06 = A signature on { $day } comes before the last agreement to the text, { $agreed_on }.
    .next = Write { $agreed_on } or a later day.
refusal-part-07 = { $day } lies after the term, which ends on { $ends_on }.
    .next = Draft a new agreement with a new term.
refusal-part-08 = Not all parties have signed this agreement, so there is nothing to end.
    .next = Leave the text unsigned; without signatures it opens no access.
refusal-part-09 = All parties have signed this agreement.
    .next = See each party's number on the page of the agreement.
refusal-part-10 = This agreement was ended on { $day }.
    .next = Draft a new agreement if the cooperation goes on.
refusal-part-11 = { $day } cannot be the last day.
    .next = Choose a day from { $first_day } and before { $ends_on }.
refusal-part-12 = You act for another party, and your office is not the host.
    .next = Choose your own organisation, or ask the host to record it.
refusal-part-13 = This agreement ended on { $day }, so no promise can be added.
    .next = Draft a new agreement and record the promise there.
refusal-part-14 = Nothing can be delivered yet, because not all parties have signed.
    .next = Complete the signatures first.
refusal-part-15 = A delivery cannot come before the first day in force, { $first_day }.
    .next = Write { $first_day } or a later day.
refusal-part-16 = Action item { $number } was closed before.
    .next = See day and result on the page of the meeting.
