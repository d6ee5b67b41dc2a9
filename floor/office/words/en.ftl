# Organisations and accounts

organisation-list = Organisations
organisation-register = Register an organisation
    .lead = An office, school, training centre or partner that takes part.
    .verb = Register organisation
account-list = Accounts
account-open = Open an account
    .lead = One account for one person. Roles decide what she can see and do.
    .verb = Open account
account-close = Close an account
    .lead = Nobody can sign in with a closed account. What was recorded with it stays.
    .verb = Close account

office-count = { $count ->
    [1] One organisation.
   *[other] { $count } organisations.
    }
office-sheet = Registered organisations
office-search = Name, code, kind or district
office-filter = Filter
office-none = Registered organisations will be shown here.
office-name = Name
office-kind = Kind
office-district = Regency or city
office-zone = Time zone
office-zone-WIB = WIB, western Indonesia
office-zone-WITA = WITA, central Indonesia
office-zone-WIT = WIT, eastern Indonesia
office-account-count = { $count ->
    [1] One open account.
   *[other] { $count } open accounts.
    }
office-account-sheet = Open accounts
office-account-search = Name, user name, post or office
office-account-none = Open accounts will be shown here.
office-account-name = Name
office-account-post = Post
office-account-office = Office
office-account-roles = Roles

field-organisation-register-code = Code
    .hint = Small letters, digits and dashes, such as lapas-jember.
field-organisation-register-kind = Kind of organisation
field-organisation-register-name = Full name
field-organisation-register-short-name = Short name
field-organisation-register-district = Regency or city
    .hint = For example Kabupaten Jember or 35.09.
field-organisation-register-zone = Time zone
    .hint = If left empty it follows from the regency or city.
field-organisation-register-address = Address
field-organisation-register-parent = Parent organisation
field-account-open-name = Full name
field-account-open-post = Post
field-account-open-login = User name
    .hint = Staff number or a name of letters, digits, dots or dashes.
field-account-open-password = First password
    .hint = At least 12 characters. A short sentence is easy to remember.
field-account-open-roles = Role
field-account-open-second-role = Second role
field-account-open-third-role = Third role
field-account-close-account = Account

office-role-head = Head of office
office-role-work = Work activities
office-role-registrar = Registrar
office-role-security = Security
office-role-counsellor = Probation counsellor
office-role-training-head = Head of a training body
office-role-instructor = Instructor
office-role-teacher = Teacher
office-role-assessor = Assessor
office-role-certifier = Issuer of certificates
office-role-mentor = Mentor
office-role-labour = Manpower officer
office-role-employer = Employer
office-role-directorate = Directorate General
office-role-region = Regional office
office-role-admin = Administrator

office-registered = { $name } is registered.
office-account-opened = The account of { $name } is open.
office-account-closed = The account of { $name } is closed.
office-code-shape = A code holds small letters, digits and dashes only, at most 60.
office-login-shape = A user name holds letters, digits, dots, underscores, dashes or @ only.
office-password-short = The password is too short. At least 12 characters.
office-zone-needed = Choose the time zone, or enter the regency or city.
office-district-several = “{ $text }” may mean { $names }. Write it in full.

refusal-offc-01 = You cannot close your own account.
    .next = Ask another administrator to close it.

event-OrganisationRegistered = Organisation registered
event-AccountOpened = Account opened
event-AccountClosed = Account closed
