-- A workshop or room of a host, and what was found there round by round.
CREATE TABLE facility (
    id UUID PRIMARY KEY,
    code TEXT NOT NULL CONSTRAINT facility_code UNIQUE,
    name TEXT NOT NULL,
    host_id UUID NOT NULL REFERENCES organisation (id),
    place TEXT NOT NULL,
    capacity BIGINT NOT NULL CONSTRAINT facility_capacity CHECK (capacity BETWEEN 1 AND 200)
);

CREATE TABLE inspection (
    id UUID PRIMARY KEY,
    facility_id UUID NOT NULL REFERENCES facility (id),
    round BIGINT NOT NULL,
    day DATE NOT NULL,
    inspector TEXT NOT NULL,
    inspector_organisation_id UUID NOT NULL REFERENCES organisation (id),
    verdict TEXT NOT NULL CONSTRAINT inspection_verdict CHECK (verdict IN ('pass', 'fail')),
    CONSTRAINT inspection_round UNIQUE (facility_id, round)
);

CREATE TABLE inspection_finding (
    id UUID PRIMARY KEY,
    inspection_id UUID NOT NULL REFERENCES inspection (id),
    position BIGINT NOT NULL,
    code TEXT NOT NULL,
    item TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT '',
    needed TEXT NOT NULL,
    found TEXT NOT NULL,
    met BOOLEAN NOT NULL,
    action TEXT NOT NULL DEFAULT '',
    due_on DATE,
    mended_on DATE,
    mend_note TEXT NOT NULL DEFAULT '',
    CONSTRAINT inspection_finding_code UNIQUE (inspection_id, code),
    -- What is not met says what must be done about it and by when; what is met has nothing to mend.
    CONSTRAINT inspection_finding_action CHECK (met OR (action <> '' AND due_on IS NOT NULL)),
    CONSTRAINT inspection_finding_mend CHECK (NOT met OR mended_on IS NULL)
);

-- Who may teach, and in which hours of the week.
CREATE TABLE instructor (
    id UUID PRIMARY KEY,
    code TEXT NOT NULL CONSTRAINT instructor_code UNIQUE,
    name TEXT NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    -- The office that keeps the record; for a guest it is the host.
    keeper_id UUID NOT NULL REFERENCES organisation (id),
    account_id UUID REFERENCES account (id),
    kind TEXT NOT NULL CONSTRAINT instructor_kind CHECK (kind IN ('instructor', 'teacher', 'guest')),
    fields TEXT NOT NULL DEFAULT ''
);

CREATE TABLE instructor_hours (
    instructor_id UUID NOT NULL REFERENCES instructor (id),
    weekday BIGINT NOT NULL CONSTRAINT instructor_hours_weekday CHECK (weekday BETWEEN 1 AND 7),
    starts_minute BIGINT NOT NULL,
    ends_minute BIGINT NOT NULL,
    PRIMARY KEY (instructor_id, weekday, starts_minute),
    CONSTRAINT instructor_hours_order CHECK (0 <= starts_minute AND starts_minute < ends_minute AND ends_minute <= 1440)
);

CREATE TABLE programme (
    id UUID PRIMARY KEY,
    code TEXT NOT NULL CONSTRAINT programme_code UNIQUE,
    title_id TEXT NOT NULL,
    title_en TEXT NOT NULL,
    agreement_id UUID NOT NULL REFERENCES agreement (id),
    host_id UUID NOT NULL REFERENCES organisation (id),
    provider_id UUID NOT NULL REFERENCES organisation (id),
    issuer_id UUID NOT NULL REFERENCES organisation (id),
    standard TEXT,
    certificate_kind TEXT NOT NULL
        CONSTRAINT programme_certificate_kind CHECK (certificate_kind IN ('training', 'school', 'competence', 'acknowledgement')),
    minutes_per_jp BIGINT NOT NULL CONSTRAINT programme_minutes_per_jp CHECK (minutes_per_jp BETWEEN 30 AND 60),
    completion_percent BIGINT NOT NULL CONSTRAINT programme_completion_percent CHECK (completion_percent BETWEEN 50 AND 100),
    theory_first BOOLEAN NOT NULL,
    facility_id UUID REFERENCES facility (id),
    CONSTRAINT programme_standard CHECK (certificate_kind <> 'competence' OR standard IS NOT NULL)
);

CREATE TABLE programme_module (
    id UUID PRIMARY KEY,
    programme_id UUID NOT NULL REFERENCES programme (id),
    position BIGINT NOT NULL,
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT programme_module_kind CHECK (kind IN ('theory', 'practice', 'soft_skill', 'business')),
    jp BIGINT NOT NULL CONSTRAINT programme_module_jp CHECK (jp > 0),
    source TEXT NOT NULL DEFAULT '',
    -- Unit codes of a standard that the module follows but by which nobody is judged in this programme.
    follows TEXT NOT NULL DEFAULT '',
    CONSTRAINT programme_module_code UNIQUE (programme_id, code)
);

-- What is judged person by person: units of competence, or the skills of a school's mastery list.
CREATE TABLE programme_unit (
    id UUID PRIMARY KEY,
    programme_id UUID NOT NULL REFERENCES programme (id),
    position BIGINT NOT NULL,
    code TEXT,
    title TEXT NOT NULL,
    title_en TEXT NOT NULL DEFAULT '',
    standard TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    measure TEXT NOT NULL DEFAULT '',
    CONSTRAINT programme_unit_code UNIQUE (programme_id, code),
    -- For foreign keys that must hold a unit to its programme.
    CONSTRAINT programme_unit_programme UNIQUE (id, programme_id)
);

CREATE TABLE module_unit (
    module_id UUID NOT NULL REFERENCES programme_module (id),
    unit_id UUID NOT NULL REFERENCES programme_unit (id),
    PRIMARY KEY (module_id, unit_id)
);

CREATE TABLE module_prerequisite (
    module_id UUID NOT NULL REFERENCES programme_module (id),
    needs_id UUID NOT NULL REFERENCES programme_module (id),
    PRIMARY KEY (module_id, needs_id)
);

CREATE TABLE batch (
    id UUID PRIMARY KEY,
    code TEXT NOT NULL CONSTRAINT batch_code UNIQUE,
    title TEXT NOT NULL,
    programme_id UUID NOT NULL REFERENCES programme (id),
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL,
    seats BIGINT NOT NULL CONSTRAINT batch_seats CHECK (seats BETWEEN 1 AND 60),
    reserves BIGINT NOT NULL CONSTRAINT batch_reserves CHECK (reserves BETWEEN 0 AND 60),
    budget_line TEXT,
    CONSTRAINT batch_term CHECK (starts_on <= ends_on),
    -- For the foreign key by which a seat number can never exceed the seats of its batch.
    CONSTRAINT batch_id_seats UNIQUE (id, seats)
);

CREATE TABLE batch_instructor (
    batch_id UUID NOT NULL REFERENCES batch (id),
    instructor_id UUID NOT NULL REFERENCES instructor (id),
    PRIMARY KEY (batch_id, instructor_id)
);

CREATE TABLE batch_assessment (
    batch_id UUID PRIMARY KEY REFERENCES batch (id),
    reserved_on DATE NOT NULL,
    place TEXT NOT NULL,
    scheme TEXT,
    assessor_organisation_id UUID NOT NULL REFERENCES organisation (id),
    assessor_account_id UUID REFERENCES account (id),
    assessor_name TEXT NOT NULL
);

CREATE INDEX programme_by_agreement ON programme (agreement_id);
CREATE INDEX batch_by_programme ON batch (programme_id);
