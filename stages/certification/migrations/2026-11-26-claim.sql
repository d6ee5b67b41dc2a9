-- With the code on a slip a holder fetches the files of her certificate outside, without an account. A new code ends the one before.
CREATE TABLE claim_code (
    certificate_id UUID NOT NULL REFERENCES certificate (id),
    turn BIGINT NOT NULL CONSTRAINT claim_code_turns CHECK (turn BETWEEN 1 AND 20),
    -- Found by its keyed hash, printed again from what is sealed.
    code_hash BYTEA NOT NULL CONSTRAINT claim_code_hash UNIQUE,
    code_sealed BYTEA NOT NULL,
    made_on DATE NOT NULL,
    until DATE NOT NULL CONSTRAINT claim_code_until CHECK (until > made_on),
    account_id UUID,
    account_name TEXT NOT NULL,
    CONSTRAINT claim_code_turn PRIMARY KEY (certificate_id, turn)
);

-- That the files were fetched with it for the first time; nothing of who asked.
CREATE TABLE claim_taken (
    certificate_id UUID NOT NULL,
    turn BIGINT NOT NULL,
    day DATE NOT NULL,
    CONSTRAINT claim_taken_once PRIMARY KEY (certificate_id, turn),
    CONSTRAINT claim_taken_of FOREIGN KEY (certificate_id, turn) REFERENCES claim_code (certificate_id, turn)
);

--[sqlite]
CREATE TRIGGER claim_code_follows BEFORE INSERT ON claim_code
WHEN EXISTS (SELECT 1 FROM revocation r WHERE r.certificate_id = NEW.certificate_id)
    OR NEW.turn <> (SELECT COALESCE(MAX(c.turn), 0) + 1 FROM claim_code c WHERE c.certificate_id = NEW.certificate_id)
BEGIN SELECT RAISE(ABORT, 'constraint failed: claim_code_follows'); END;
CREATE TRIGGER claim_taken_in_force BEFORE INSERT ON claim_taken
WHEN NOT EXISTS (
    SELECT 1 FROM claim_code c WHERE c.certificate_id = NEW.certificate_id AND c.turn = NEW.turn
    AND NEW.day BETWEEN c.made_on AND c.until
    AND c.turn = (SELECT MAX(x.turn) FROM claim_code x WHERE x.certificate_id = c.certificate_id)
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: claim_taken_in_force'); END;
CREATE TRIGGER claim_code_unchanged BEFORE UPDATE ON claim_code
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
CREATE TRIGGER claim_code_kept BEFORE DELETE ON claim_code
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
CREATE TRIGGER claim_taken_unchanged BEFORE UPDATE ON claim_taken
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
CREATE TRIGGER claim_taken_kept BEFORE DELETE ON claim_taken
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
--[end]
--[postgres]
CREATE FUNCTION claim_code_must_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM revocation r WHERE r.certificate_id = NEW.certificate_id)
        OR NEW.turn <> (SELECT COALESCE(MAX(c.turn), 0) + 1 FROM claim_code c WHERE c.certificate_id = NEW.certificate_id)
    THEN
        RAISE EXCEPTION 'constraint failed: claim_code_follows';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER claim_code_follows BEFORE INSERT ON claim_code FOR EACH ROW EXECUTE FUNCTION claim_code_must_follow();
CREATE FUNCTION claim_taken_must_be_in_force() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM claim_code c WHERE c.certificate_id = NEW.certificate_id AND c.turn = NEW.turn
        AND NEW.day BETWEEN c.made_on AND c.until
        AND c.turn = (SELECT MAX(x.turn) FROM claim_code x WHERE x.certificate_id = c.certificate_id)
    ) THEN
        RAISE EXCEPTION 'constraint failed: claim_taken_in_force';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER claim_taken_in_force BEFORE INSERT ON claim_taken
FOR EACH ROW EXECUTE FUNCTION claim_taken_must_be_in_force();
CREATE TRIGGER claim_code_kept BEFORE UPDATE OR DELETE ON claim_code
FOR EACH ROW EXECUTE FUNCTION certificate_refuse_loss();
CREATE TRIGGER claim_taken_kept BEFORE UPDATE OR DELETE ON claim_taken
FOR EACH ROW EXECUTE FUNCTION certificate_refuse_loss();
--[end]
