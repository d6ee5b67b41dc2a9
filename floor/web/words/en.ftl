product = Bekal

# Rooms: the stops of the main path
room-today = Today
room-partnership = Partnership
room-programme = Programmes
room-enrolment = Enrolment
room-planning = Planning
room-training = Training
room-assessment = Assessment
room-certification = Certificates
room-release = Release
room-livelihood = Livelihood
room-insight = Insight
room-people = People
room-office = Office

# Fields used by several rooms
field-code = Code
    .hint = Capital letters, digits and dashes, such as ROTI-JBR-1.
field-title = Title
field-name = Name
field-day = Date
field-note = Note
field-place = Place
field-number = Number
field-reason = Reason
field-agreement = Agreement
field-batch = Batch
field-programme = Programme
field-facility = Training place
field-person = Person
field-organisation = Organisation
field-party = Party
field-starts-on = First day
field-ends-on = Last day
field-held-on = Held on
field-file = File
field-instructor = Instructor
field-hours = Hours
field-login = Staff number or user name
field-password = Password

# Kinds of field
kind-day-hint = For example 17-12-2025, day first.
kind-minute-hint = For example 08.30.
kind-rupiah-hint = For example Rp1.250.000.
kind-file-hint = At most 10 MB.
kind-choose = Choose …

# The frame of a page
chrome-skip = Skip to the content
chrome-path = Main path
chrome-menu = Menu
chrome-search = Search people, programmes, sessions, agreements, certificate numbers
chrome-search-short = Search people, sessions, agreements
chrome-account = my account
chrome-now = Opened { $when }.
chrome-view = Appearance and language
chrome-theme-light = Light
chrome-theme-dark = Dark
chrome-theme-system = Follow the device
chrome-back = Back
chrome-home = To the first page
chrome-pages = Pages of the list
chrome-page-of = Page { $page } of { $pages }, { $total } rows
chrome-page-before = Previous
chrome-page-after = Next

# Fields to be mended, and refusals
form-problems = { $count ->
    [1] One field needs mending.
   *[other] { $count } fields need mending.
    }
form-problem-title = Error: { $title }
form-files-again = Choose the file again. It was not kept.
form-refused = This cannot be done yet.
form-refused-title = Refused: { $title }
form-required-mark = Every field not marked “optional” must be filled in.
form-optional = optional

# Signing in and out
sign-in = Sign in
    .say = What was earned comes home too.
    .verb = Sign in
    .help = Cannot sign in? Ask the system administrator of your office.
    .check = Checking a certificate
    .check-after = needs no account.
    .wrong = User name or password does not match. Check both, then try again.
    .paused = Too many failed attempts. Wait five minutes, then try again.
sign-out = Sign out
sign-in-code = Sign-in code
    .verb = Sign in
    .help = No telephone at hand? Use one of your recovery codes.
    .back = Begin again with the password
    .wrong = This code does not fit, or was used before. Wait for the next one, then try again.
field-code-typed = Code from the authenticator app
    .hint = Six digits. A recovery code works too, each of them once.
proof = Prove that it is you
    .lead = This has large consequences. The proof counts for ten minutes, on this device only.
    .kept = What you entered is not lost; once proven, it is sent on at once.
    .lost = To be entered or chosen again afterwards: { $fields }. We do not keep files and passwords.
    .verb = Go on
    .empty = Fill in the field below first.
    .wrong = This password does not fit. Nothing was recorded; try again.
proof-again = Enter or choose it once more, then send.

# When something is not there, not allowed, or broken
error-missing = There is no page at this address
    .lead = The address may be misspelt, or what it holds is not for your office.
    .outside = Check the certificate number and the address, then try again.
error-denied = This is not for your role
    .lead = Your role in this office does not include this. Ask a colleague who may do it.
error-sign-in = You are not signed in
    .lead = Your time may have run out. Sign in and repeat; what was not saved was not recorded.
error-fault = Something broke on our side
    .lead = Nothing was recorded. Try again; if it keeps failing, give the number { $reference } to the administrator.
error-cross-site = This request came from another site
    .lead = For safety nothing was recorded. Open this page directly and send again.
error-too-large = This is too large to send
    .lead = At most 10 MB at a time. Make the file smaller and try again.
error-slow = This took too long
    .lead = No answer within 30 seconds. First see whether it was recorded, then try again.
error-bad-request = This could not be read
    .lead = Nothing was recorded. Go back to the form and send again.
error-method = This address does not take that kind of request
    .lead = Nothing was recorded. Open the page and use its button.

chrome-near = Other pages about this
near-batch-show = Summary
near-applicant-list = Applicants
near-seat-list = Participants
near-plan-show = Timetable
near-plan-gate = Gate
near-session-list = Sessions
near-ledger-list = JP earned
near-skill-list = Soft skills
near-assessment-show = Results
near-certificate-issue = Issue certificates

event-ProofFailed = A proof of identity did not fit
event-RecoveryCodeUsed = Recovery code used
