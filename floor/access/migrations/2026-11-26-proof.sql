-- When the person behind this sign-in last proved who she is; empty for sign-ins older than this column.
ALTER TABLE sign_in ADD COLUMN proved_at TIMESTAMPTZ;

-- A password that somebody else has set ends then, and is changed at the first sign-in; empty for one's own.
ALTER TABLE account ADD COLUMN password_ends_at TIMESTAMPTZ;

-- Signed in by password, the code still to come. A table of its own, so that no half sign-in can pass for a whole one.
CREATE TABLE sign_in_half (
    token_hash BYTEA PRIMARY KEY,
    account_id UUID NOT NULL REFERENCES account (id),
    since TIMESTAMPTZ NOT NULL
);

-- The key of the authenticator, sealed. It counts once it is confirmed by a code; `last_step` is the last one taken.
CREATE TABLE second_factor (
    account_id UUID PRIMARY KEY REFERENCES account (id),
    sealed_key BYTEA NOT NULL,
    begun_at TIMESTAMPTZ NOT NULL,
    confirmed_at TIMESTAMPTZ,
    last_step BIGINT NOT NULL DEFAULT 0
);

-- Keyed hashes. A used code stays until the next ten are made.
CREATE TABLE recovery_code (
    account_id UUID NOT NULL REFERENCES account (id),
    code_hash BYTEA NOT NULL,
    made_at TIMESTAMPTZ NOT NULL,
    used_at TIMESTAMPTZ,
    PRIMARY KEY (account_id, code_hash)
);

-- Wrong codes and wrong proofs of someone whose password was right, for the pause before the next one.
CREATE TABLE proof_failure (
    account_id UUID PRIMARY KEY REFERENCES account (id),
    failures BIGINT NOT NULL,
    last_at TIMESTAMPTZ NOT NULL
);

-- Keys for programs. The token itself is shown once; its SHA-256 is here. It ends `days` after it was made.
CREATE TABLE api_token (
    id UUID PRIMARY KEY,
    account_id UUID NOT NULL REFERENCES account (id),
    name TEXT NOT NULL,
    token_hash BYTEA NOT NULL CONSTRAINT api_token_hash UNIQUE,
    made_at TIMESTAMPTZ NOT NULL,
    days BIGINT NOT NULL CONSTRAINT api_token_days CHECK (days BETWEEN 1 AND 365),
    used_at TIMESTAMPTZ,
    revoked_at TIMESTAMPTZ
);
CREATE INDEX api_token_account ON api_token (account_id, made_at);

-- `read`, `write` or the code of an act.
CREATE TABLE api_token_scope (
    token_id UUID NOT NULL REFERENCES api_token (id),
    scope TEXT NOT NULL,
    PRIMARY KEY (token_id, scope)
);

-- A step once taken is never taken again; a used recovery code never becomes fresh; a revoked token stays revoked.
--[sqlite]
CREATE TRIGGER second_factor_step BEFORE UPDATE ON second_factor
WHEN NEW.sealed_key = OLD.sealed_key AND NEW.last_step < OLD.last_step
BEGIN SELECT RAISE(ABORT, 'constraint failed: second_factor_step'); END;
CREATE TRIGGER recovery_code_once BEFORE UPDATE ON recovery_code WHEN OLD.used_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'constraint failed: recovery_code_once'); END;
CREATE TRIGGER api_token_revoked BEFORE UPDATE ON api_token
WHEN OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS NOT OLD.revoked_at
BEGIN SELECT RAISE(ABORT, 'constraint failed: api_token_revoked'); END;
--[end]
--[postgres]
CREATE FUNCTION second_factor_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'constraint failed: second_factor_step'; END $$;
CREATE TRIGGER second_factor_step BEFORE UPDATE ON second_factor FOR EACH ROW
WHEN (NEW.sealed_key = OLD.sealed_key AND NEW.last_step < OLD.last_step) EXECUTE FUNCTION second_factor_refuse();
CREATE FUNCTION recovery_code_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'constraint failed: recovery_code_once'; END $$;
CREATE TRIGGER recovery_code_once BEFORE UPDATE ON recovery_code FOR EACH ROW
WHEN (OLD.used_at IS NOT NULL) EXECUTE FUNCTION recovery_code_refuse();
CREATE FUNCTION api_token_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'constraint failed: api_token_revoked'; END $$;
CREATE TRIGGER api_token_revoked BEFORE UPDATE ON api_token FOR EACH ROW
WHEN (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at)
EXECUTE FUNCTION api_token_refuse();
--[end]
