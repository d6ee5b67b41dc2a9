CREATE TABLE organisation (
    id UUID PRIMARY KEY,
    code TEXT NOT NULL CONSTRAINT organisation_code UNIQUE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    zone TEXT NOT NULL CONSTRAINT organisation_zone CHECK (zone IN ('WIB', 'WITA', 'WIT')),
    district_code TEXT,
    address TEXT NOT NULL DEFAULT '',
    parent_id UUID REFERENCES organisation (id)
);

CREATE TABLE account (
    id UUID PRIMARY KEY,
    login TEXT NOT NULL CONSTRAINT account_login UNIQUE,
    name TEXT NOT NULL,
    post TEXT NOT NULL DEFAULT '',
    password_hash TEXT NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    closed_on DATE
);

CREATE TABLE account_role (
    account_id UUID NOT NULL REFERENCES account (id),
    role TEXT NOT NULL,
    PRIMARY KEY (account_id, role)
);

-- The token itself is only in the browser; its SHA-256 is here.
CREATE TABLE sign_in (
    token_hash BYTEA PRIMARY KEY,
    account_id UUID NOT NULL REFERENCES account (id),
    since TIMESTAMPTZ NOT NULL,
    seen_at TIMESTAMPTZ NOT NULL
);

-- Failed attempts, for the pause before the next one.
CREATE TABLE sign_in_failure (
    login TEXT PRIMARY KEY,
    failures BIGINT NOT NULL,
    last_at TIMESTAMPTZ NOT NULL
);

-- What an agreement in force gives. The agreement's own table is a later crate's; its id is kept without a foreign key.
CREATE TABLE access_grant (
    agreement_id UUID NOT NULL,
    grantee_id UUID NOT NULL REFERENCES organisation (id),
    host_id UUID NOT NULL REFERENCES organisation (id),
    party_role TEXT NOT NULL,
    valid_from TIMESTAMPTZ NOT NULL,
    valid_until TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (agreement_id, grantee_id),
    CONSTRAINT access_grant_term CHECK (valid_from < valid_until)
);
