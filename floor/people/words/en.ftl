# People and their stays at offices

person-list = People
person-admit = Put one person on record
    .lead = For one person. For many at once, import the list you already have.
    .verb = Put on record
person-import = Import a list of people
    .lead = An XLSX or CSV file as the office keeps it. The column of religion is never read.
    .verb = Import list
person-import-report = What the import found
person-release = Record a release
    .lead = The stay at this office ends. Certificates and learning records remain.
    .verb = Record the release

# List
people-sheet = People
people-count = { $count ->
    [0] Nobody fits yet.
    [1] One person.
   *[other] { $count } people.
    }
people-none = People on record at your office will be shown here.
people-none-fit = Nobody fits this filter.
people-name = Name
people-kind = Kind
people-register = Register number
people-home = Home district
people-search = Name, alias or register number
people-state = Stay
people-state-open = Still here
people-state-ended = Has left
people-state-all = All
people-any = All
people-filter = Filter

# Codes
people-kind-convict = Convicted prisoner
people-kind-remand-detainee = Remand detainee
people-kind-convicted-child = Convicted child
people-kind-client = Probation client
people-kind-former = Fully released
people-kind-learner = Ordinary learner
people-sex-male = Male
people-sex-female = Female
people-education-none = No completed schooling
people-education-primary = Primary school
people-education-lower-secondary = Lower secondary school
people-education-upper-secondary = Upper secondary school
people-education-vocational = Vocational upper secondary school
people-education-diploma-1 = One-year diploma
people-education-diploma-2 = Two-year diploma
people-education-diploma-3 = Three-year diploma
people-education-bachelor = Bachelor's degree
people-education-master = Master's degree
people-education-doctor = Doctorate
people-release-kind-parole = Parole
people-release-kind-conditional-leave = Conditional leave
people-release-kind-leave-before-release = Leave before release
people-release-kind-assimilation = Assimilation
people-release-kind-full-release = Full release
people-release-kind-remission-release = Release by remission
nik-missing-not-recorded = Not yet in the population register
nik-missing-document-lost = Papers lost, number not yet traced
nik-missing-not-verified = Number being checked by the civil registry
nik-missing-foreign-national = Foreign national
nik-missing-not-yet-asked = Not yet asked
nik-missing-rounded = NIK rounded by a spreadsheet; copy it again from the identity or family card
nik-missing-lost-digit = NIK lacks a digit; copy it again from the identity or family card
nik-missing-unreadable = NIK cannot be read; copy it again from the identity or family card

# Fields
field-person-admit-name = Full name
    .hint = As on the identity card. Other names may follow the word “alias”.
field-person-admit-register = Register number
    .hint = For example B.I 123/2025. Dots and spaces do not matter.
field-person-admit-kind = Kind
    .hint = If left empty it is read from the register: A detainees, B sentenced.
field-person-admit-birth-place = Place of birth
field-person-admit-born-on = Date of birth
field-person-admit-sex = Sex
field-person-admit-nik = NIK
    .hint = 16 digits from the identity or family card. Kept sealed.
field-person-admit-nik-missing = Why there is no NIK
    .hint = Only if the NIK is left empty.
field-person-admit-nik-note = Note about the NIK
field-person-admit-education = Highest schooling
field-person-admit-home = Home regency or city
    .hint = For example Kabupaten Jember or 35.09.
field-person-admit-phone = Telephone
field-person-admit-admitted-on = Admitted on
field-person-admit-offence = Offence
    .hint = Seen only by roles with a right to it.
field-person-admit-sentence = Length of sentence
field-person-admit-expiry-on = End of sentence
field-person-admit-two-thirds-on = Two thirds of the sentence on
field-person-admit-block = Block or cell
field-person-admit-health = Note on health
field-person-import-file = The list
    .hint = XLSX or CSV, at most 10 MB. Titles, totals and signatures may stay.
field-person-import-dry-run = Check first
    .hint = Nobody is put on record; you see every finding by row.
field-person-import-skip-bad = Leave out faulty rows
    .hint = The other rows are taken. Without this, one error holds back the whole file.
field-person-release-kind = Way of leaving
field-person-release-day = Released on

# What has happened
people-said = { $what }
people-admitted = { $name } is on record.
people-released = { $name } is recorded as released: { $kind }, { $day }.
people-imported = { $added } people put on record from { $people } rows. { $known } known already, { $repeated } rows repeated, { $faulty } rows left out.
people-imported-nobody = Nobody new in { $people } rows. { $known } known already, { $repeated } rows repeated, { $faulty } rows left out.
people-tried = { $people } rows checked, nobody put on record yet. { $added } ready, { $known } known already, { $repeated } repeated, { $faulty } to be mended.
people-import-later = This list is long and is put on record in the background. This page shows how far it is.
people-import-waits = Another list of your office is still being put on record. Wait until it is, then send this one again.
people-import-judging = Checking rows.
people-import-writing = Putting people on record.
job-kind-person-import = Putting a list of people on record
people-finding = Row { $row }, { $column } ({ $severity }): { $what }
people-finding-more = And { $count } more findings on the page of this import.

# Report
people-report-title = Import of { $file }
people-report-by = By { $name }, { $when }.
people-report-tried = Checked only
people-report-written = On record
people-report-again = Import the mended file
people-report-list = See the people
people-findings = Findings by row
people-findings-none = No findings. Every row can be taken as it is.
people-finding-row = Row
people-finding-column = Column
people-finding-severity = Meaning
people-finding-what = What was found and how to mend it
people-severity-note = Note
people-severity-warning = To be completed
people-severity-repeated = Repeated
people-severity-error = To be mended
people-column-number = No
people-column-register = Register number
people-column-name = Name
people-column-birth-place = Place of birth
people-column-birth-day = Date of birth
people-column-sex = Sex
people-column-nik = NIK
people-column-education = Schooling
people-column-home = Home district
people-column-phone = Telephone
people-column-admitted-on = Admitted on
people-column-offence = Offence
people-column-sentence = Length of sentence
people-column-expiry = End of sentence
people-column-two-thirds = Two thirds of the sentence
people-column-block = Block or cell
people-column-health = Health
people-column-status = Status
people-column-note = Note

# Findings
people-unread = Columns that are not read: { $columns }.
    .mend = Nothing to do.
people-register-empty = The register number is empty.
    .mend = Enter it from the register, such as B.I 123/2025.
people-register-shape = The register number “{ $text }” does not look like B.I 123/2025.
    .mend = Check book, serial and the year with four digits.
people-register-twice = This register number is also used by another person in row { $row_before }.
    .mend = Check both rows in the register.
people-register-taken = This register number is already used by another person at your office ({ $number }).
    .mend = Check the register and mend one of the two.
people-nik-twice = This NIK is also used by another person in row { $row_before }.
    .mend = Check both rows on the identity or family card.
people-nik-taken = This NIK is already used by another person at your office ({ $number }).
    .mend = Check both on the identity or family card.
people-nik-elsewhere = A person with this NIK is already registered at an office.
    .mend = Check the NIK on the identity card. If it is right, ask your administrator.
people-nik-absent = There is no NIK yet; the reason “{ $note }” is kept.
    .mend = Add the number when there is one.
people-nik-and-why = A NIK is given, so a reason for having none does not apply.
    .mend = Leave one of the two empty.
people-name-twice = Name and date of birth are those of row { $row_before }, but the NIK differs.
    .mend = Check both rows on the identity card.
people-name-taken = Name and date of birth are those of another person at your office ({ $number }), but the NIK differs.
    .mend = Check both on the identity card.
people-repeats = The same person as in row { $row_before }; merged into that row.
    .mend = Delete one of the rows if you like.
people-on-record = This person is already on record at your office ({ $number }).
    .mend = Nothing to do; nobody is put on record twice.
people-birth-empty = The date of birth is empty.
    .mend = Add it from the identity card, such as 17-12-1990.
people-day-future = This date has not come yet.
    .mend = Check the year.
people-sex-unknown = The sex “{ $text }” is not known.
    .mend = Write L or P.
people-status-unknown = The status “{ $text }” is not known.
    .mend = Write Narapidana, Tahanan, Anak Binaan or Klien.
people-status-empty = It is not known what the person is held as.
    .mend = Fill in the status, such as Narapidana or Tahanan.
people-status-book = The status does not fit the register's book.
    .mend = Book A is for detainees, book B for the sentenced. Check both.
people-education-unknown = The schooling “{ $text }” is not known and was left empty.
    .mend = Write for example SD, SMP, SMA, SMK, D3 or S1.
people-home-unknown = The home district “{ $text }” is not in the list of regencies and cities.
    .mend = Write for example Kabupaten Jember or Kota Malang.
people-home-several = The home district “{ $text }” may mean { $names }.
    .mend = Write it with the word Kabupaten or Kota.
people-expiry-empty = The end of the sentence is empty.
    .mend = Add it from the verdict; without it nobody can tell who may join.
people-two-thirds-late = Two thirds of the sentence fall after its end.
    .mend = Check both dates in the verdict.

problem-people-file-unreadable = This file cannot be read. Save it as XLSX or CSV and upload it again.
problem-people-file-old = This is an old Excel file (.xls). Save it as .xlsx and upload it again.
problem-people-file-large = This list is too large. Split it into files of fewer than 100,000 rows.
problem-people-file-heading = No row with column names was found. A name and two other columns are needed, such as No. Registrasi and Tgl Lahir.
problem-person-several = “{ $text }” may mean several people. Use the register number.
problem-nik-taken = A person with this NIK is already registered at an office.

# Refusals
refusal-peop-01 = This person is not held in a prison, remand house or juvenile institution now.
    .next = Check the stays on the person's page.
refusal-peop-02 = The day of release must lie between { $admitted } and { $today }.
    .next = Enter the real day of release.
refusal-peop-03 = This person is a client of that office already.
    .next = Go on with the record that exists.
refusal-peop-04 = This way of leaving is for the sentenced only; a detainee can only be fully released.
    .next = Choose full release, or correct the kind first.
refusal-peop-05 = This register number is already used at that office.
    .next = Check the register and enter the right number.
refusal-peop-06 = This person is still on record behind another gate.
    .next = Ask that office to record the transfer or the release.
refusal-peop-07 = Nobody was put on record: { $faulty } rows need mending.
    .next = Mend those rows and upload again, or tick “Leave out faulty rows”.

# Timeline
event-PersonAdmitted = Put on record
event-PeopleImported = Put on record by an imported list
event-PersonReleased = Released
event-ClientReceived = Received as a client
