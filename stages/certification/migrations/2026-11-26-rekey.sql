-- That an issuer's key may be in other hands: said by one person, confirmed by another.
CREATE TABLE key_compromise (
    issuer_id UUID NOT NULL REFERENCES issuer_key (organisation_id),
    turn BIGINT NOT NULL,
    did TEXT NOT NULL,
    -- From here on nothing that the key signed counts by itself.
    since TIMESTAMPTZ NOT NULL,
    reason TEXT NOT NULL CONSTRAINT key_compromise_reason CHECK (reason <> ''),
    at TIMESTAMPTZ NOT NULL,
    account_id UUID NOT NULL,
    account_name TEXT NOT NULL,
    CONSTRAINT key_compromise_turn PRIMARY KEY (issuer_id, turn),
    CONSTRAINT key_compromise_past CHECK (since <= at)
);

-- A key that signs no more. Its seed is gone; its name stays known, so that what it signed before can be checked.
CREATE TABLE retired_key (
    did TEXT CONSTRAINT retired_key_once PRIMARY KEY,
    issuer_id UUID NOT NULL,
    turn BIGINT NOT NULL,
    since TIMESTAMPTZ NOT NULL,
    -- Records under the last checkpoint signed before that.
    recorded BIGINT NOT NULL CONSTRAINT retired_key_recorded CHECK (recorded >= 0),
    at TIMESTAMPTZ NOT NULL,
    account_id UUID NOT NULL,
    account_name TEXT NOT NULL,
    CONSTRAINT retired_key_turn UNIQUE (issuer_id, turn),
    CONSTRAINT retired_key_of FOREIGN KEY (issuer_id, turn) REFERENCES key_compromise (issuer_id, turn)
);

--[sqlite]
CREATE TRIGGER key_compromise_of_key BEFORE INSERT ON key_compromise
WHEN NOT EXISTS (SELECT 1 FROM issuer_key k WHERE k.organisation_id = NEW.issuer_id AND k.did = NEW.did)
BEGIN SELECT RAISE(ABORT, 'constraint failed: key_compromise_of_key'); END;
CREATE TRIGGER retired_key_second_hand BEFORE INSERT ON retired_key
WHEN NOT EXISTS (
    SELECT 1 FROM key_compromise c WHERE c.issuer_id = NEW.issuer_id AND c.turn = NEW.turn AND c.did = NEW.did
        AND c.since = NEW.since AND c.account_id <> NEW.account_id
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: retired_key_second_hand'); END;
CREATE TRIGGER issuer_key_succeeds BEFORE UPDATE ON issuer_key
WHEN NEW.organisation_id <> OLD.organisation_id OR NEW.did = OLD.did
    OR NOT EXISTS (SELECT 1 FROM retired_key r WHERE r.did = OLD.did) OR EXISTS (SELECT 1 FROM retired_key r WHERE r.did = NEW.did)
BEGIN SELECT RAISE(ABORT, 'constraint failed: issuer_key_succeeds'); END;
CREATE TRIGGER issuer_key_kept BEFORE DELETE ON issuer_key
BEGIN SELECT RAISE(ABORT, 'constraint failed: signing_kept'); END;
CREATE TRIGGER signing_use_of_retired BEFORE INSERT ON signing_use
WHEN EXISTS (SELECT 1 FROM retired_key r WHERE r.did = NEW.did)
BEGIN SELECT RAISE(ABORT, 'constraint failed: signing_use_of_retired'); END;
CREATE TRIGGER key_compromise_unchanged BEFORE UPDATE ON key_compromise
BEGIN SELECT RAISE(ABORT, 'constraint failed: signing_kept'); END;
CREATE TRIGGER key_compromise_kept BEFORE DELETE ON key_compromise
BEGIN SELECT RAISE(ABORT, 'constraint failed: signing_kept'); END;
CREATE TRIGGER retired_key_unchanged BEFORE UPDATE ON retired_key
BEGIN SELECT RAISE(ABORT, 'constraint failed: signing_kept'); END;
CREATE TRIGGER retired_key_kept BEFORE DELETE ON retired_key
BEGIN SELECT RAISE(ABORT, 'constraint failed: signing_kept'); END;
--[end]
--[postgres]
CREATE FUNCTION key_compromise_must_fit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM issuer_key k WHERE k.organisation_id = NEW.issuer_id AND k.did = NEW.did) THEN
        RAISE EXCEPTION 'constraint failed: key_compromise_of_key';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER key_compromise_of_key BEFORE INSERT ON key_compromise
FOR EACH ROW EXECUTE FUNCTION key_compromise_must_fit();
CREATE FUNCTION retired_key_must_fit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM key_compromise c WHERE c.issuer_id = NEW.issuer_id AND c.turn = NEW.turn AND c.did = NEW.did
            AND c.since = NEW.since AND c.account_id <> NEW.account_id
    ) THEN
        RAISE EXCEPTION 'constraint failed: retired_key_second_hand';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER retired_key_second_hand BEFORE INSERT ON retired_key
FOR EACH ROW EXECUTE FUNCTION retired_key_must_fit();
CREATE FUNCTION issuer_key_must_succeed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.organisation_id <> OLD.organisation_id OR NEW.did = OLD.did
        OR NOT EXISTS (SELECT 1 FROM retired_key r WHERE r.did = OLD.did)
        OR EXISTS (SELECT 1 FROM retired_key r WHERE r.did = NEW.did) THEN
        RAISE EXCEPTION 'constraint failed: issuer_key_succeeds';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER issuer_key_succeeds BEFORE UPDATE ON issuer_key
FOR EACH ROW EXECUTE FUNCTION issuer_key_must_succeed();
CREATE TRIGGER issuer_key_kept BEFORE DELETE ON issuer_key
FOR EACH ROW EXECUTE FUNCTION signing_refuse_loss();
CREATE FUNCTION signing_use_must_be_of_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM retired_key r WHERE r.did = NEW.did) THEN
        RAISE EXCEPTION 'constraint failed: signing_use_of_retired';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER signing_use_of_retired BEFORE INSERT ON signing_use
FOR EACH ROW EXECUTE FUNCTION signing_use_must_be_of_key();
CREATE TRIGGER key_compromise_kept BEFORE UPDATE OR DELETE ON key_compromise
FOR EACH ROW EXECUTE FUNCTION signing_refuse_loss();
CREATE TRIGGER retired_key_kept BEFORE UPDATE OR DELETE ON retired_key
FOR EACH ROW EXECUTE FUNCTION signing_refuse_loss();
--[end]
