# Kinds and states
certificate-kind-training = Certificate of Training
certificate-kind-school = Certificate of Skills
certificate-kind-competence = Certificate of Competence
certificate-kind-acknowledgement = Letter of Acknowledgement
state-certificate-issued = Not yet handed over
state-certificate-handed = Handed over
state-certificate-expired = Expired
state-certificate-revoked = Revoked

# Issuing
certificate-issue = Issue certificates
    .lead = Everyone who has earned it gets a certificate. For the others, the reason is given.
    .verb = Issue certificates
field-certificate-issue-day = Day of issue
field-certificate-issue-signer = Signed by
    .hint = The head of the issuer, with titles. Leave empty for the head on record.
field-certificate-issue-signer-post = Post of the signer
field-certificate-issue-place = Place of issue
    .hint = The issuer's city; no other place is possible.
field-certificate-issue-valid-until = Valid until
    .hint = Leave empty where it is valid without end.
certificate-issue-many = Issue for many batches
    .lead = Done in the background, batch by batch. Where one cannot be issued the reason is given, and the others go on.
    .verb = Begin issuing
field-certificate-issue-many-batches = Batches
    .hint = One code a line. Leave empty for all that wait.
field-certificate-issue-many-day = { field-certificate-issue-day }
field-certificate-issue-many-signer = { field-certificate-issue-signer }
    .hint = { field-certificate-issue-signer.hint }
field-certificate-issue-many-signer-post = { field-certificate-issue-signer-post }
field-certificate-issue-many-place = { field-certificate-issue-place }
    .hint = { field-certificate-issue-place.hint }
field-certificate-issue-many-valid-until = { field-certificate-issue-valid-until }
    .hint = { field-certificate-issue-valid-until.hint }
problem-certificate-batches = Not batches whose certificates you issue: { $codes }. Check the codes.
problem-certificate-batches-many = At most { $most } batches at a time. Divide the list.
certificate-issuing-begins = Issuing has begun. This page shows how far it is.
certificate-issuing-runs = The issuing that you asked for before is still running.
certificate-issuing-at = Issuing, batch by batch
certificate-issuing-done = { $count ->
    [one] One certificate was issued, of { $batches } batches.
   *[other] { $count } certificates were issued, of { $batches } batches.
    }
certificate-issuing-batch-not = Batch { $batch } was not issued. { $why }
certificate-issuing-batch-gone = That batch is not your office's any more.
certificate-issuing-person-not = { $name } gets none. { $why }
certificate-issuing-ready = { $count ->
    [0] Nobody waits for a certificate
    [one] One person waits for a certificate
   *[other] { $count } people wait for a certificate
    }
certificate-issuing-count = People
job-kind-certificate-issue-many = Issuing certificates
certificate-issue-earned = { $count ->
    [0] Nobody has earned it yet
    [one] One person has earned it today
   *[other] { $count } people have earned it today
    }
certificate-issue-others = Not, or not yet
certificate-issue-outside = Paper and file name the issuer alone. The place of training is written nowhere.
certificate-issued = { $count ->
    [one] One certificate was issued for batch { $batch }.
   *[other] { $count } certificates were issued for batch { $batch }.
    }
reason-certificate-training-runs = { $name }: the training has not been closed.
reason-certificate-training-too-short = { $name }: attended { $percent } percent of the hours only.
reason-certificate-no-units = { $name }: the programme has no unit that could be judged.
reason-certificate-unit-missing = { $name }: no K yet on “{ $unit }”.
reason-certificate-dated-too-early = { $name }: the result is of { $day }, after the day of issue.
reason-certificate-holds = { $name }: holds certificate { $number } already.

# Acknowledging mentoring
certificate-acknowledged = Mentoring into a business
certificate-acknowledge = Issue letters of acknowledgement
    .lead = Everyone whose mentoring is confirmed as complete gets a letter. It is not a certificate of competence.
    .verb = Issue letters of acknowledgement
field-certificate-acknowledge-day = Day of issue
field-certificate-acknowledge-decision = Decision
    .hint = Number and content of the foundation's decision behind it. The mentor who confirmed does not decide.
field-certificate-acknowledge-signer = Signer
    .hint = Head of the foundation, with titles. Leave empty to use the head on record.
field-certificate-acknowledge-signer-post = Post of the signer
field-certificate-acknowledge-place = Place of issue
    .hint = The foundation's city; no other place is allowed.
certificate-acknowledged-count = { $count ->
    [one] 1 letter of acknowledgement is issued for batch { $batch }.
   *[other] { $count } letters of acknowledgement are issued for batch { $batch }.
    }
reason-certificate-not-moderated = { $name }: the certification body has not confirmed the results yet.
reason-certificate-not-accompanied = { $name }: the mentoring is not confirmed as complete.
reason-certificate-confirmed-by-oneself = { $name }: you confirmed the mentoring yourself, so somebody else decides.
reason-certificate-judged-by-oneself = { $name }: you gave the verdict yourself, so another officer issues it.
reason-certificate-closed-by-oneself = { $name }: you closed the training yourself, so another officer issues it.
refusal-cert-15 = This programme ends with a letter of acknowledgement, not with a certificate.
    .next = The head of the foundation issues it under the batch's letters of acknowledgement.
refusal-cert-16 = The mentoring of this person was confirmed before.
    .next = The head of the foundation can issue the letter of acknowledgement.
refusal-cert-17 = You confirmed this mentoring yourself, so you cannot decide its acknowledgement.
    .next = Ask another officer of the foundation.

# Handing over
certificate-hand = Hand over a certificate
    .lead = Record when the paper was received, and by whom.
    .verb = Hand over
field-certificate-hand-day = Day of hand-over
field-certificate-hand-to = Received by
certificate-handed = Certificate { $number } was handed to { $to }.

# Revoking
certificate-revoke = Revoke a certificate
    .lead = This cannot be undone. Whoever checks the certificate sees the day, not the reason.
    .verb = Revoke for good
field-certificate-revoke-day = Day of revocation
field-certificate-revoke-reason = Reason
    .hint = Read only by those entitled to it. A replacement is issued under a new number.
certificate-revoked = Certificate { $number } was revoked.

# The list and one certificate
certificate-list = Certificates
    .lead = Every certificate is with its holder.
certificate-list-waiting = { $count ->
    [one] One certificate waits to be handed to its holder.
   *[other] { $count } certificates wait to be handed to their holders.
    }
certificate-list-count = { $count ->
    [one] One certificate
   *[other] { $count } certificates
    }
certificate-list-none = No certificates here yet. The issuer issues them from the page of the batch.
certificate-ready = Ready to be issued
certificate-ready-count = { $count ->
    [one] One person has earned a certificate and not got it.
   *[other] { $count } people have earned a certificate and not got it.
    }
certificate-list-search = Name or number
    .verb = Search
certificate-state = State
certificate-state-all = All
certificate-holder = Holder
certificate-title = Skill
certificate-issued-on = Issued
certificate-show = Certificate
certificate-pdf = Paper certificate
certificate-json = Digital credential
certificate-lookup = Check a certificate
certificate-check = Check a certificate number
certificate-credential = Credential for verifiers
certificate-open-paper = Open the paper
certificate-open-credential = Save the digital credential
certificate-open-selection = Save the credential with chosen facts
certificate-open-selection-hint = Its holder can show a part of it alone.
certificate-check-page = The page an employer sees
certificate-journey = This person's journey
certificate-revoked-on = Revoked on { $day }.
certificate-units = What was mastered
certificate-units-none = A letter of acknowledgement lists no units and is no certificate of competence.
certificate-history = History
certificate-facts = Facts
certificate-valid-until = Valid until
certificate-without-end = Without end
certificate-handed-to = Received by
certificate-not-handed = Not yet handed over
event-CertificateIssued = Certificate issued
event-CertificateHanded = Certificate handed over
event-CertificateRevoked = Certificate revoked

# Fields to mend
problem-certificate-future = This day has not come yet. Give today or an earlier day.
problem-certificate-before-issue = This day is before the day of issue, { $day }.
problem-certificate-term = The last day must come after the day of issue.
problem-certificate-place = Only the issuer's own city can be the place of issue: { $city }.
problem-certificate-decision = A decision belongs to acknowledgements only. Leave this field empty.

# Refusals
refusal-cert-01 = There is nobody now to whom a certificate can be given.
    .next = Complete what each person lacks, then issue again.
refusal-cert-02 = This certificate was handed over before.
    .next = Its history says when and to whom.
refusal-cert-03 = This certificate was revoked, so it cannot be handed over.
    .next = Issue a replacement from the page of the batch.
refusal-cert-04 = This certificate was revoked before.
    .next = Day and reason stand on its page.
refusal-cert-05 = The certificate for { $name } holds words that must not go outside: { $words }.
    .next = Change the programme, unit, issuer or signer whose name holds them.
refusal-cert-06 = The paper cannot be printed. { $why }
    .next = Mend it, then issue again. No certificate has been issued.
refusal-cert-07 = Everyone who has earned the certificate holds it already.
    .next = Open the certificates of this batch. To replace one, revoke it first.
refusal-cert-08 = Things have just changed, so nothing was recorded.
    .next = Open the page again and look at the new state.

# What stands on paper and credential
certificate-paper-description = Training in { $title }{ $jp ->
    [0] {""}
   *[other] , { $jp } training hours
    }.
certificate-paper-criteria-training = Attended at least { $percent } percent of the hours and completed the training.
certificate-paper-criteria-school = Every skill was shown to and confirmed by a teacher.
certificate-paper-criteria-competence = Judged competent in every unit by an assessor who did not train the holder.
certificate-paper-criteria-acknowledgement = Completed the training and began a business with a mentor; confirmed by the mentor and decided by the head of the issuer. Not a certificate of competence.
certificate-paper-description-acknowledgement = Acknowledges mentoring through training in { $title } until a business of one's own runs. Not a certificate of competence.
certificate-paper-not-competence = This letter acknowledges mentoring. It is not a certificate of competence, a training certificate or a diploma.
certificate-paper-statement-training = has completed { $jp } training hours in { $months }.
certificate-paper-statement-school = has attended { $jp } training hours in { $months } and mastered the { $units } skills listed below.
certificate-paper-statement-competence = has attended { $jp } training hours in { $months } and was assessed competent in the { $units } units listed below.
certificate-paper-statement-acknowledgement = has completed the training “{ $title }” and begun a business, mentored by { $issuer }, in { $months }.
certificate-paper-result-school = Mastered
certificate-paper-result-competence = Competent

# Pages for anyone
outside-lookup = Check a certificate
    .lead = Type the number printed in the upper right corner of the certificate, or scan its code.
outside-field = Certificate number
    .verb = Check
outside-valid = This certificate is valid
outside-revoked = This certificate was revoked
    .lead = Revoked by its issuer on { $day }. Do not rely on it.
outside-expired = This certificate has expired
    .lead = This certificate is genuine and was valid until { $day }.
outside-broken = This certificate cannot be confirmed
    .lead = The number exists, but its digital signature does not hold. Ask the issuer.
outside-unknown = This number was not found
    .lead = Check the letters again. A number has twelve letters and digits.
outside-hours = { $count } training hours
outside-letter-valid = This letter of acknowledgement is valid
outside-letter-revoked = This letter of acknowledgement was revoked
    .lead = Revoked by its issuer on { $day }. Do not rely on it.
outside-letter-replaced = This letter of acknowledgement was replaced
    .lead = Since { $day } a newer letter holds. Ask its holder for it.
outside-letter-suspended = This letter of acknowledgement is suspended
    .lead = Its issuer has suspended it since { $day }. Check again in some days.
outside-letter = A letter acknowledging mentoring; not a certificate of competence, a training certificate or a diploma.
outside-issuer = Issuer
outside-issued = Issued
outside-until = Valid until
outside-without-end = Without end
outside-number = Number
outside-units = What was mastered
outside-checked = What was checked
outside-checked-signature = Digital signature holds
outside-checked-issuer = Issuer is known
outside-checked-not-revoked = Not revoked
outside-checked-revoked = Revoked by the issuer
outside-checked-in-term = Within its term
outside-checked-expired = Past its term
outside-compare = Compare it with the paper.
    .lead = Name, number and date must be exactly the same.
outside-credential = Save the digital file
outside-checked-at = Checked
outside-nobody-noted = This page keeps no note of who checked.

# A revocation told
certificate-tell = Tell of the revocation
    .lead = The holder is told that the certificate is revoked, and why. Her job does not change by it.
    .verb = Record that she was told
field-certificate-tell-day = Day she was told
field-certificate-tell-note = Note
    .hint = For instance what was agreed. It is never shown outside.
certificate-told = { $name } has been told of this revocation.
certificate-told-on = The holder was told { $day } by { $by }.
refusal-cert-09 = This certificate is not revoked, so there is nothing to tell.
    .next = Look at the number of the certificate.
refusal-cert-10 = The holder has been told of this revocation.
    .next = See the note on the page of the certificate.
event-RevocationTold = Holder told of a revocation
certificate-problem-told-before = This day lies before the revocation, { $day }.

# Suspending and replacing
state-certificate-suspended = Suspended
state-certificate-replaced = Replaced
certificate-suspend = Suspend certificate
    .lead = While it is suspended, whoever checks it is asked not to rely on it yet. The reason does not show outside.
    .verb = Suspend
field-certificate-suspend-day = From
field-certificate-suspend-reason = Reason
    .hint = Read only by those entitled to.
certificate-suspended = Certificate { $number } is suspended.
certificate-suspended-on = Suspended since { $day }.
certificate-lift = End the suspension
    .lead = The certificate holds again as it did before.
    .verb = End the suspension
field-certificate-lift-day = Date
field-certificate-lift-reason = What was found
    .hint = Why this certificate may be relied on again.
certificate-lifted = The suspension of certificate { $number } has ended.
certificate-problem-lift-before = This date is before the suspension began, { $day }.
certificate-replace = Replace certificate
    .lead = A new certificate is issued with a new number and the name now on record. The old one is revoked at the same moment.
    .verb = Replace certificate
field-certificate-replace-day = Date of the new certificate
field-certificate-replace-reason = Reason
    .hint = For example, the spelling of the name was corrected, or the paper was damaged. Read only by those entitled to.
field-certificate-replace-signer = Signed by
field-certificate-replace-signer-post = Post of the signer
field-certificate-replace-decision = Decision
    .hint = For acknowledgements only: number and content of the decision it rests on.
certificate-replaced = Certificate { $old } is replaced by { $new }. Hand over the new paper and take the old one back.
certificate-chain-before = Replaces certificate
certificate-chain-after = Replaced by certificate
certificate-status = Status list of certificates
refusal-cert-11 = This certificate is suspended already.
    .next = The reason is on the page of the certificate.
refusal-cert-12 = This certificate is not suspended.
    .next = Check the number of the certificate.
refusal-cert-13 = This certificate is suspended, so its paper cannot be handed over yet.
    .next = Wait until the issuer ends the suspension.
refusal-cert-14 = The term of this certificate has ended, so it cannot be replaced.
    .next = What can be done is recertification.
event-CertificateSuspended = Certificate suspended
event-SuspensionLifted = Suspension of the certificate ended
event-CertificateReplaced = Certificate replaced
outside-suspended = This certificate is suspended
    .lead = Its issuer has suspended it since { $day }. Check again in some days.
outside-replaced = This certificate was replaced
    .lead = Since { $day } a newer certificate holds. Ask its holder for it.
outside-checked-suspended = Suspended by the issuer
outside-checked-replaced = Replaced by a newer certificate
log-checkpoint = Checkpoint of the audit log
log-key = Key of the audit log
log-tile = Tile of the audit log
log-tile-2 = Tile of the audit log, two parts
log-tile-3 = Tile of the audit log, three parts
certificate-proof = Proof that the certificate is on record
certificate-register = Issuers and status lists for checks without a network
certificate-offline = Checking page for use without a network
outside-offline = Save the checking page for use without a network

# Running out and renewal
certificate-expiring = Certificates about to expire
    .lead = Tell their holders. A certificate is renewed after the holder is judged anew; the old one does not change.
certificate-expiring-none = No certificate is about to expire.
certificate-days-left = { $days ->
    [one] 1 day left
   *[other] { $days } days left
    }
certificate-holder-told = Holder told
certificate-not-told = Not yet
certificate-judged = Judged anew
certificate-not-judged = Not yet
certificate-next = Step
certificate-waits-assessor = Waits to be judged anew
certificate-waits-issuer = Waits for the issuer
certificate-remind = Tell the holder when it ends
    .lead = The holder learns when the certificate ends, and that it can be renewed.
    .verb = Record that she was told
field-certificate-remind-day = Day on which she was told
field-certificate-remind-note = Note
    .hint = Such as the step agreed on. Not shown outside.
certificate-reminded = { $name } was told when the certificate ends.
certificate-reminded-on = Told on { $day } by { $by }.
certificate-reassess = Judge the holder anew
    .lead = An assessor of the certification body judges all units again. BK does not revoke a certificate still in force.
    .verb = Record the judgement
field-certificate-reassess-basis = Way of judging
certificate-basis-reassessment = Assessed anew on all units
certificate-basis-recognition = Recognition of current competence
field-certificate-reassess-outcome = Outcome
certificate-outcome-K = K: competent on all units
certificate-outcome-BK = BK: not yet competent on one unit at least
field-certificate-reassess-day = Day of the judgement
field-certificate-reassess-evidence = Evidence
    .hint = What was judged, and which unit is still BK. Read by those entitled only.
certificate-reassessed = The judgement of { $name } is recorded: { $outcome }.
certificate-judged-competent = Competent, { $day }, by { $by }.
certificate-judged-not-yet = Not yet competent, { $day }, by { $by }.
certificate-judged-by = Judged by { $by }.
certificate-renew = Renew the certificate
    .lead = A new certificate with a new number continues the old one. The old one holds until its own last day.
    .verb = Renew the certificate
field-certificate-renew-day = Day of issue of the new certificate
field-certificate-renew-valid-until = Valid until
field-certificate-renew-signer = Signer
field-certificate-renew-signer-post = Post of the signer
certificate-renewed = Certificate { $old } is continued by { $new }. Hand over the new paper.
certificate-renewal-rule = Rule of renewal
    .lead = Holds for all certificates of competence of this programme.
    .verb = Save the rule
certificate-renewal-rule-of = Rule of renewal: { $title }
field-certificate-renewal-rule-remind-days = Days before the end on which to remind
    .hint = From that day on a certificate may be judged anew and renewed.
field-certificate-renewal-rule-accepts-recognition = Recognition of current competence is accepted
    .hint = Evidence from work may stand for an assessment.
certificate-renewal-rule-set = Rule of renewal of { $title }: holders are reminded { $days } days before.
certificate-chain-renews = Continues certificate
certificate-chain-renewed = Continued by certificate
problem-certificate-remind-days = Enter 1 to { $most } days.
problem-certificate-before-ground = This day lies before the judgement, { $day }.
refusal-cert-18 = Only certificates of competence are judged anew and renewed.
    .next = Other kinds hold as they say.
refusal-cert-19 = This certificate is suspended.
    .next = Wait until the issuer ends the suspension.
refusal-cert-20 = A newer certificate continues this one.
    .next = Its number is on the certificate's page.
refusal-cert-21 = This certificate holds without end.
    .next = There is nothing to renew.
refusal-cert-22 = This certificate can be renewed from { $day } on.
    .next = Come back on that day, or change the programme's rule of renewal.
refusal-cert-23 = This programme does not accept recognition of current competence.
    .next = Assess the holder anew, or change the programme's rule of renewal.
refusal-cert-24 = No judgement says K yet.
    .next = Ask an assessor to judge the holder anew.
refusal-cert-25 = The holder was judged competent again before.
    .next = An officer of the certification body can renew the certificate.
refusal-cert-50 = You judged the holder or closed the training yourself, so you do not issue the certificate.
    .next = Ask another officer of the issuer.
refusal-cert-26 = Whoever judged the holder anew does not decide the renewal.
    .next = Ask another officer of the certification body.
refusal-cert-27 = You trained this batch or recorded its sessions, so you cannot judge its people.
    .next = Ask another assessor.
refusal-cert-28 = The holder was told before.
    .next = See the note on the certificate's page.
event-RenewalRuleSet = Rule of renewal set
event-CertificateReassessed = Holder judged anew
event-CertificateRenewed = Certificate renewed
event-ExpiryTold = Holder told when the certificate ends
outside-renewable = Its holder can renew this certificate with the issuer after being judged anew.
outside-renewed = This certificate was renewed. Ask its holder for the newer one.

# The digital signer: limit, log, switch
certificate-signers = Digital signers
    .lead = Each issuer's key is used only through here: with an hourly limit, a log of every signature, and a switch to stop it.
certificate-signers-count = { $count ->
    [one] { $count } issuer
   *[other] { $count } issuers
    }
certificate-signers-none = There is no issuer yet that you may see here.
certificate-signer = An issuer's digital signer
    .lead = Every signature is written down and cannot be taken away. The key itself never gets out.
certificate-signer-this-hour = This hour
certificate-signer-hour = { $used } of { $most } documents have been signed this hour; { $left } are left. The count begins anew { $until }.
certificate-signer-key = Key
certificate-signer-no-key = Made with the first certificate
certificate-signer-log = Latest signatures
certificate-signer-log-none = This issuer's key has not been used since uses are written down here.
certificate-signer-when = When
certificate-signer-document = Document
certificate-signer-faces = What was signed
certificate-signer-act = For
certificate-signer-who = By
certificate-signer-stopped = Stopped since { $since } by { $by }: { $reason } It takes two persons to let it go on.
certificate-signer-stalled = Issuing has stopped: the audit log cannot be carried out since { $since }. An administrator mends the folder, then issuing goes on by itself.
certificate-signer-agreed = { $by } agreed to let it go on, { $at }: { $reason }
state-signer-open = Signs
state-signer-used-up = This hour's limit is reached
state-signer-stalled = Stopped: the audit log is held up
state-signer-stopped = Stopped
certificate-face-credential = Credential
certificate-face-code = Code on the paper
certificate-face-seal = Seal of the paper
certificate-face-selection = File with chosen facts
certificate-sd-jwt = File with chosen facts
certificate-signing-limit = Signatures an hour
    .lead = Should the key be misused, this limit holds back how much could be signed.
    .verb = Change the limit
field-certificate-signing-limit-per-hour = Documents an hour
    .hint = A certificate with its paper counts as one.
problem-certificate-per-hour = Give between { $least } and { $most } documents.
certificate-signing-limit-set = The limit is now { $count } documents an hour.
certificate-stop-signing = Stop signing
    .lead = From that moment nothing at all is signed in this issuer's name. Issuing in the background waits. It takes two persons to let it go on.
    .verb = Stop signing
field-certificate-stop-signing-reason = Reason
    .hint = Read only by those who may.
certificate-signing-stopped = Signing for { $issuer } is stopped.
certificate-resume-signing = Let signing go on
    .lead = It takes two persons. After the second, issuing that waits goes on.
    .verb = Agree that it goes on
field-certificate-resume-signing-reason = Why it is safe now
    .hint = Read only by those who may.
certificate-signing-agreed = Your agreement is recorded. One more person is needed for { $issuer }.
certificate-signing-resumed = Signing for { $issuer } goes on.
certificate-issuing-waits = { $count ->
    [one] { $count } certificate is issued
   *[other] { $count } certificates are issued
    }; the rest waits. { $why }
refusal-cert-29 = Signing for this issuer is stopped since { $since }.
    .next = The reason is on the signer's page. Two persons who may can let it go on.
refusal-cert-30 = The limit of { $most } documents an hour is reached: { $wanted } were asked for, { $left } are left.
    .next = It goes on { $until }. The head of the issuer can change the limit.
refusal-cert-31 = Issuing has stopped, because the audit log cannot be carried out since { $since }.
    .next = Ask an administrator to look at the log's folder. After that, issuing goes on by itself.
refusal-cert-32 = Signing for this issuer is not stopped.
    .next = See how it stands on the signer's page.
refusal-cert-33 = Signing for this issuer is stopped already.
    .next = The reason is on the signer's page.
refusal-cert-34 = You have agreed. Another person must agree after you.
    .next = Ask another head or an administrator.
refusal-cert-35 = This file cannot be made any more, because the key that signed its certificate has been replaced.
    .next = The paper and its digital credential stay valid. The issuer can replace the certificate where this file is needed.
event-SelectionSigned = File with chosen facts signed
event-SigningLimitSet = Signing limit set
event-SigningStopped = Signing stopped
event-SigningReleaseAgreed = One person agreed that signing goes on
event-SigningResumed = Signing goes on
certificate-compromise-key = Report a key in other hands
    .lead = Signing stops at once. A second person must confirm it; then a new key is made.
    .verb = Report it
field-certificate-compromise-key-day = Perhaps in other hands since
    .hint = Take the earliest moment that is possible. Certificates on record before it stay valid.
field-certificate-compromise-key-clock = Time
field-certificate-compromise-key-reason = What happened
    .hint = Read only by those who may.
certificate-key-declared = The report is recorded and signing for { $issuer } is stopped. A second person must confirm it.
certificate-retire-key = Confirm that the key is in other hands, and make a new one
    .lead = The old key is used no more and cannot be brought back. Certificates that were not on record before that moment are suspended at once, to be looked at one by one.
    .verb = Confirm and replace the key
field-certificate-retire-key-understood = I am the second person and confirm that this key must not be used any more
certificate-key-retired = The key of { $issuer } is replaced. { $count ->
    [one] { $count } certificate is
   *[other] { $count } certificates are
    } suspended, to be looked at. It takes two persons before signing goes on.
certificate-key-suspended = Signed with a key that is in other hands, and not on record before that. To be looked at one by one.
certificate-signer-pending = { $by } reported that this key is in other hands since { $since }: { $reason } A second person must confirm it.
certificate-signer-retired = Withdrawn { $at }. What it signed since { $since } does not count by itself; { $recorded } records of the audit log were under a signature before that.
certificate-signer-old-key = Old key
certificate-signer-web = Address of the keys' document
certificate-signer-review = { $count ->
    [one] { $count } certificate is
   *[other] { $count } certificates are
    } suspended and wait for a look
certificate-did = Document of an issuer's keys
outside-checked-recorded = On record before the issuer replaced its key
outside-checked-looked-at = Looked at again by the issuer after it replaced its key
refusal-cert-36 = This issuer has no key yet.
    .next = The key is made with the first certificate.
refusal-cert-37 = No report of a key in other hands waits to be confirmed.
    .next = Report it first on the signer's page.
refusal-cert-38 = You reported it yourself, so another person confirms it.
    .next = Ask another head or an administrator.
event-KeyCompromiseDeclared = Key reported to be in other hands
event-KeyRetired = Key withdrawn and replaced
# Certificates of other registries
outside-list = Certificates from elsewhere
    .lead = Copies of certificates that other registries issued, with their own numbers. They are never made anew here.
outside-list-of = Certificates from elsewhere: { $name }
outside-table = List of certificates
outside-none = None yet. Certificates of BNSP, Kemnaker or others that this person holds will show here.
outside-days = Issued { $day }
outside-days-until = Issued { $day }, valid until { $until }
outside-handing = Handing over
outside-handed-to = Handed { $day } to { $to }
outside-not-handed = Not handed over yet
registry-bnsp = BNSP, the board of professional certification
registry-kemnaker = Kemnaker, the ministry of manpower
registry-kemdikbud = Ministry of education
registry-lpjk = LPJK, the board of construction services
registry-other = Another body
outside-record = Record a certificate from elsewhere
    .lead = Number and term as printed, and where its scan is kept.
    .verb = Record the certificate
field-outside-record-registry = Registry
field-outside-record-issuer = Issuer
field-outside-record-number = Number
    .hint = As printed.
field-outside-record-title = Scheme or title
field-outside-record-issued-on = Day of issue
field-outside-record-valid-until = Valid until
field-outside-record-scan = Scan
    .hint = Only its fingerprint is kept, so that the file can be compared later.
field-outside-record-kept-at = Where it is kept
    .hint = Where the paper or its scan is kept.
outside-problem-no-scan = Upload the scan, or write where it is kept.
outside-recorded = Certificate { $number } of { $name } is on record.
outside-hand = Hand over a certificate from elsewhere
    .lead = The original paper reaches its holder.
    .verb = Record the handing over
field-outside-hand-day = Day it was handed over
field-outside-hand-to = Handed to
outside-handed = Certificate { $number } was handed to { $to }.
event-OutsideCertificateRecorded = Certificate from elsewhere recorded
event-OutsideCertificateHanded = Certificate from elsewhere handed over

# The way of the paper
certificate-paper = Record the way of the paper
    .lead = Printed, received from the printer, stored, and every further copy. The first paper reaches its holder by Hand over.
    .verb = Record
certificate-paper-way = Where the paper went
field-certificate-paper-step = Step
certificate-paper-step-printed = Printed
certificate-paper-step-received = Received from the printer
certificate-paper-step-stored = Stored
certificate-paper-step-handed = Further copy handed over
certificate-paper-step-again = Printed once more
field-certificate-paper-day = Day
field-certificate-paper-place = Place or person
    .hint = Where it is stored, from whom it came, or to whom it went.
field-certificate-paper-reason = Why a further copy
    .hint = Only where it is printed once more, such as when the paper was damaged.
problem-certificate-paper-place = Say where it is stored, or to whom it went.
problem-certificate-paper-reason = Say why it is printed once more.
problem-certificate-paper-no-reason = A reason is given only where it is printed once more. Leave this empty.
problem-certificate-paper-before = This day is before the last step, { $day }.
certificate-paper-moved = Paper { $number }, copy { $copy }: { $step }.
certificate-paper-line = { $step }, copy { $copy }, { $day }, by { $by }.
refusal-cert-39 = This paper is printed already.
    .next = Where another one is needed, choose Printed once more and say why.
refusal-cert-40 = This paper is not at the printer.
    .next = See its way on the certificate's page.
refusal-cert-41 = This paper is not back from the printer yet, or was handed over.
    .next = See its way on the certificate's page.
refusal-cert-42 = This paper was never printed.
    .next = Record first that it was printed.
refusal-cert-43 = There are { $most } copies already.
    .next = Replace the certificate; the new one has another number.
refusal-cert-44 = The first paper is handed over with the button “Hand over”, not here.
    .next = Open the certificate's page and choose Hand over.
refusal-cert-45 = This paper is still at the printer.
    .next = Record first that it was received.
event-PaperMoved = What happened to the paper recorded

# Code for the holder
certificate-claim-code = Make a code for the holder
    .lead = With it the holder fetches the certificate's files alone, at any time and without an account. A new code ends the one before.
    .verb = Make the code
field-certificate-claim-code-until = Good until
    .hint = A year as a rule; two at most.
problem-certificate-claim-until = Choose a day after today, { $last } at the latest.
refusal-cert-51 = This certificate is not in force, so no code is made.
    .next = Make one for the certificate in its place, or wait until the suspension is lifted.
certificate-claim-made = A code for certificate { $number } was made.
certificate-claim-made-title = The code is ready
    .lead = Print the slip and give it to the holder. Whoever has this code can fetch the files.
certificate-claim-line = { $code }, good until { $until }.
certificate-claim-code-word = Code for the holder
certificate-claim-until = Good until
certificate-claim-address = Address
certificate-claim-slip = Print the slip
certificate-claim-back = Back to the certificate
certificate-claim-waits = Not used yet, good until { $until }.
certificate-claimed-by = whoever held the code
certificate-claim-taken = Files fetched { $day }. The code is good until { $until }.
certificate-claim-ended = Ended { $until } without being used.
certificate-claim-slip-title = Slip to fetch a certificate
certificate-claim-slip-name = Name
certificate-claim-slip-of = Certificate
certificate-claim-slip-keep = Keep this slip like a key: whoever has the code can fetch your certificate's files. If it is lost, ask for a new code; this one then ends.
certificate-claim-step-one = Open { $address } on any telephone or computer.
certificate-claim-step-two = Type the code above. Small letters do as well as capitals.
certificate-claim-step-three = Choose a file: PDF to print or send, or a file for a digital wallet.
event-ClaimCodeMade = Code for the holder made
event-CertificateClaimed = Files fetched with the code

# Page to fetch files
certificate-claim = Fetch your certificate's files
claim-ask = Type the code on your slip.
    .lead = It has sixteen letters and digits. You need no account.
claim-unknown = This code is not known or has ended.
    .lead = Check the letters one by one. If it stays unknown, ask whoever gave you the slip for a new code.
claim-number = That is a certificate's number, not a code.
    .lead = The code is on the slip, sixteen letters and digits. A number can be checked on the checking page.
claim-held-back = This certificate is not in force, so its files cannot be fetched.
    .lead = Open its number to see since when, and ask its issuer.
claim-later = That file cannot be made now.
    .lead = Try again in some hours. The other files can be fetched now.
claim-field = Code on the slip
    .verb = Open
claim-file-pdf = Download PDF
    .lead = To print, send or keep. The digital signature is inside.
claim-file-json = Download wallet file
    .lead = Open Badge 3.0, for digital wallets and checking by program.
claim-file-sd-jwt = Download a file of which you choose what to show
    .lead = SD-JWT: your wallet chooses what is shown, such as units without the name.
claim-until = This code can be used again until { $until }.
claim-nobody-noted = Who opens this page is not noted; only that the files were fetched.
