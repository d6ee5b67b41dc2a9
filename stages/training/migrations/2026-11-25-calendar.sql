-- The address of a person's own calendar. Its secret part is found by keyed hash, and sealed so that its owner may see it again.
CREATE TABLE calendar_key (
    account_id UUID PRIMARY KEY REFERENCES account (id),
    token_hash BYTEA NOT NULL CONSTRAINT calendar_key_hash UNIQUE,
    token_sealed BYTEA NOT NULL,
    since TIMESTAMPTZ NOT NULL
);
