handover-list = Hand-over
    .lead = Packs from prison to probation office (Bapas), before the gate opens.
handover-list-waiting = { $count ->
    [1] One pack waits for your office's answer.
   *[other] { $count } packs wait for your office's answer.
    }
handover-show = Hand-over pack
handover-packs = Hand-over packs
handover-none = No packs yet. A pack is made from the page of a person who nears release.
handover-near = Release within { $days } days
handover-near-none = Nobody can be released within that time.
handover-other-office = Other office
handover-expected = Expected release
handover-earliest = Earliest
handover-days = { $days ->
    [1] in one day
   *[other] in { $days } days
    }
handover-state = State
handover-standing = Standing
handover-code = Pack number
handover-dates = Dates and people
handover-documents = Papers
handover-document-absent = not there yet
handover-document-litmas = Social report (Litmas)
handover-document-identity = Identity card or statement
handover-document-health = Health card
handover-document-address = Address after release
handover-document-family = Family's letter
handover-item-certificate = Certificate
handover-item-training = Training
handover-earned = What was earned
handover-earned-none = No training or certificate is on record yet.
handover-history = History
handover-journey = See this person's journey
handover-papers-complete = All papers are there.
handover-papers-missing = { $count ->
    [1] One paper is not there yet.
   *[other] { $count } papers are not there yet.
    }
handover-returned-because = Sent back because:
handover-prepare = Prepare the hand-over
    .lead = The probation office receives what this person has earned, without offence or sentence.
    .verb = Prepare pack
handover-accept = Accept the pack
    .lead = Name a probation counsellor (PK) and the day of the first meeting.
    .verb = Accept pack
handover-return = Send the pack back
    .lead = Write what is missing, so that it can be mended soon.
    .verb = Send pack back
handover-prepared = Pack { $code } for { $person } is ready and waits for the probation office.
handover-accepted = { $person } is received. First meeting { $day }.
handover-returned = The pack of { $person } was sent back.
handover-recalled-moved = The person moved to another office, which prepares a new hand-over.
handover-recalled-died = The person has died.
field-to = Receiving probation office
field-expected-on = Expected day of release
field-litmas = Social report is there
field-identity = Identity card or statement is there
field-health = Health card is there
field-handover-prepare-address = Address after release is confirmed
field-family = Family's letter is there
field-counsellor = Probation counsellor
field-first-meeting-on = First meeting
state-handover-prepared = Waiting for answer
state-handover-accepted = Accepted
state-handover-returned = Sent back
standing-not-yet-released = Not yet released
standing-prepared = Pack prepared
standing-handed-over = Handed over
standing-returned-pack = Pack sent back
standing-freed-without-counsellor = Freed without a counsellor
event-HandoverPrepared = Hand-over pack prepared
event-HandoverAccepted = Received by the probation office
event-HandoverWaits = Hand-over waits again
event-HandoverReturned = Sent back by the probation office
refusal-rels-01 = This person's pack still waits for the probation office.
    .next = Wait for the answer, or ask the office to send that pack back.
refusal-rels-02 = This pack was accepted.
    .next = See counsellor and first meeting on the pack's page.
refusal-rels-03 = This pack was sent back.
    .next = The prison can prepare a new one.
refusal-rels-04 = The first meeting cannot come before the acceptance.
    .next = Choose the same day or a later one.
