-- A person, once in the whole house, whatever offices she passes through.
CREATE TABLE person (
    id UUID PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    born_on DATE,
    birth_place TEXT,
    sex TEXT NOT NULL CONSTRAINT person_sex CHECK (sex IN ('male', 'female')),
    kind TEXT NOT NULL CONSTRAINT person_kind
        CHECK (kind IN ('convict', 'remand-detainee', 'convicted-child', 'client', 'former', 'learner')),
    home_district TEXT,
    education TEXT,
    phone TEXT,
    -- The number itself is sealed; it is found again by its keyed hash and shown by its mask.
    nik_sealed BYTEA,
    nik_hash BYTEA,
    nik_masked TEXT,
    -- Why there is no number, and the office's own words about it.
    nik_missing TEXT,
    nik_note TEXT,
    died_on DATE,
    CONSTRAINT person_nik_whole CHECK (
        (nik_sealed IS NOT NULL AND nik_hash IS NOT NULL AND nik_masked IS NOT NULL AND nik_missing IS NULL)
        OR (nik_sealed IS NULL AND nik_hash IS NULL AND nik_masked IS NULL AND nik_missing IS NOT NULL)
    )
);
CREATE UNIQUE INDEX person_nik ON person (nik_hash);
CREATE INDEX person_name ON person (name_key, born_on);

CREATE TABLE person_alias (
    person_id UUID NOT NULL REFERENCES person (id),
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    PRIMARY KEY (person_id, name_key)
);

-- One stay of a person at one office, behind a gate or at home.
CREATE TABLE episode (
    id UUID PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES person (id),
    office_id UUID NOT NULL REFERENCES organisation (id),
    kind TEXT NOT NULL CONSTRAINT episode_kind
        CHECK (kind IN ('convict', 'remand-detainee', 'convicted-child', 'client', 'former', 'learner')),
    -- The register number in one spelling, and as the office wrote it.
    register TEXT,
    register_written TEXT,
    admitted_on DATE NOT NULL,
    ended_on DATE,
    end_reason TEXT,
    CONSTRAINT episode_end CHECK ((ended_on IS NULL) = (end_reason IS NULL)),
    CONSTRAINT episode_days CHECK (ended_on IS NULL OR ended_on >= admitted_on)
);
CREATE UNIQUE INDEX episode_register ON episode (office_id, register);
CREATE UNIQUE INDEX episode_open ON episode (person_id, office_id) WHERE ended_on IS NULL;
CREATE UNIQUE INDEX episode_custody ON episode (person_id)
    WHERE ended_on IS NULL AND kind IN ('convict', 'remand-detainee', 'convicted-child');
CREATE INDEX episode_of_person ON episode (person_id);
CREATE INDEX episode_held ON episode (office_id, ended_on);

-- What only a right of its class opens. It is never joined into a list.
CREATE TABLE episode_secret (
    episode_id UUID PRIMARY KEY REFERENCES episode (id),
    offence TEXT,
    sentence_text TEXT,
    expiry_on DATE,
    two_thirds_on DATE,
    block TEXT,
    health TEXT
);

-- What an import found, kept for the office that handed in the file.
CREATE TABLE import_report (
    id UUID PRIMARY KEY,
    office_id UUID NOT NULL REFERENCES organisation (id),
    account_name TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    file_name TEXT NOT NULL,
    state TEXT NOT NULL CONSTRAINT import_report_state CHECK (state IN ('tried', 'written')),
    people BIGINT NOT NULL,
    added BIGINT NOT NULL,
    known BIGINT NOT NULL,
    repeated BIGINT NOT NULL,
    faulty BIGINT NOT NULL,
    findings TEXT NOT NULL
);
CREATE INDEX import_report_office ON import_report (office_id, at);
