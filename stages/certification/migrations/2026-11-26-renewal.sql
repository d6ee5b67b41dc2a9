-- How often the achievement was certified anew. Nothing of an older certificate changes; it runs out on its own last day.
ALTER TABLE certificate ADD COLUMN turn BIGINT NOT NULL DEFAULT 1 CONSTRAINT certificate_turn CHECK (turn >= 1);
DROP INDEX certificate_in_force;
CREATE UNIQUE INDEX certificate_in_force ON certificate (batch_id, person_id, kind, turn) WHERE state <> 'revoked';
CREATE INDEX certificate_by_end ON certificate (valid_until);

-- What an issuer decided about a programme; the last turn holds.
CREATE TABLE renewal_rule (
    programme_id UUID NOT NULL REFERENCES programme (id),
    turn BIGINT NOT NULL,
    remind_days BIGINT NOT NULL CONSTRAINT renewal_rule_days CHECK (remind_days BETWEEN 1 AND 730),
    accepts_recognition BOOLEAN NOT NULL,
    day DATE NOT NULL,
    account_id UUID,
    CONSTRAINT renewal_rule_turn PRIMARY KEY (programme_id, turn)
);

-- On what a renewal rests: assessed anew, or the issuer recognises what the holder can do. BK leaves the old one as it is.
CREATE TABLE renewal_ground (
    certificate_id UUID NOT NULL REFERENCES certificate (id),
    turn BIGINT NOT NULL,
    basis TEXT NOT NULL CONSTRAINT renewal_ground_basis CHECK (basis IN ('reassessment', 'recognition')),
    outcome TEXT NOT NULL CONSTRAINT renewal_ground_outcome CHECK (outcome IN ('K', 'BK')),
    day DATE NOT NULL,
    evidence TEXT NOT NULL CONSTRAINT renewal_ground_evidence CHECK (evidence <> ''),
    account_id UUID NOT NULL,
    account_name TEXT NOT NULL,
    CONSTRAINT renewal_ground_turn PRIMARY KEY (certificate_id, turn)
);

-- A certificate that continues another one, decided by another hand than the one that judged. Written before the new one is.
CREATE TABLE renewal (
    old_id UUID CONSTRAINT renewal_once PRIMARY KEY REFERENCES certificate (id),
    new_id UUID NOT NULL CONSTRAINT renewal_new UNIQUE REFERENCES certificate (id) DEFERRABLE INITIALLY DEFERRED,
    day DATE NOT NULL,
    account_id UUID NOT NULL,
    CONSTRAINT renewal_other CHECK (old_id <> new_id)
);

-- That the holder was told when the certificate ends.
CREATE TABLE expiry_told (
    certificate_id UUID CONSTRAINT expiry_told_once PRIMARY KEY REFERENCES certificate (id),
    day DATE NOT NULL,
    note TEXT NOT NULL,
    account_id UUID,
    account_name TEXT NOT NULL
);

--[sqlite]
CREATE TRIGGER certificate_turn_unchanged BEFORE UPDATE OF turn ON certificate
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_unchanged'); END;
CREATE TRIGGER certificate_needs_renewal BEFORE INSERT ON certificate
WHEN NEW.turn > 1 AND NOT EXISTS (SELECT 1 FROM renewal r WHERE r.new_id = NEW.id) AND NOT EXISTS (
    SELECT 1 FROM certificate o WHERE o.batch_id = NEW.batch_id AND o.person_id = NEW.person_id AND o.kind = NEW.kind
        AND o.turn = NEW.turn AND o.state = 'revoked'
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_needs_renewal'); END;
CREATE TRIGGER certificate_continues BEFORE INSERT ON certificate
WHEN EXISTS (
    SELECT 1 FROM renewal r JOIN certificate o ON o.id = r.old_id WHERE r.new_id = NEW.id AND NOT (
        o.batch_id = NEW.batch_id AND o.person_id = NEW.person_id AND o.kind = NEW.kind AND o.issuer_id = NEW.issuer_id
        AND NEW.turn = o.turn + 1 AND NEW.issued_on = r.day
    )
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_continues'); END;
CREATE TRIGGER renewal_fits BEFORE INSERT ON renewal
WHEN NOT EXISTS (
    SELECT 1 FROM certificate o JOIN renewal_ground g ON g.certificate_id = o.id
    WHERE o.id = NEW.old_id AND o.state <> 'revoked' AND o.kind = 'competence' AND o.valid_until IS NOT NULL
        AND g.outcome = 'K' AND g.day <= NEW.day AND g.account_id <> NEW.account_id
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: renewal_fits'); END;
CREATE TRIGGER renewal_ground_fits BEFORE INSERT ON renewal_ground
WHEN EXISTS (
    SELECT 1 FROM renewal_ground g WHERE g.certificate_id = NEW.certificate_id
        AND (g.outcome = 'K' OR g.day > NEW.day)
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: renewal_ground_fits'); END;
CREATE TRIGGER expiry_told_fits BEFORE INSERT ON expiry_told
WHEN NOT EXISTS (SELECT 1 FROM certificate c WHERE c.id = NEW.certificate_id AND c.valid_until IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'constraint failed: expiry_told_fits'); END;
CREATE TRIGGER renewal_rule_unchanged BEFORE UPDATE ON renewal_rule
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
CREATE TRIGGER renewal_rule_kept BEFORE DELETE ON renewal_rule
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
CREATE TRIGGER renewal_ground_unchanged BEFORE UPDATE ON renewal_ground
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
CREATE TRIGGER renewal_ground_kept BEFORE DELETE ON renewal_ground
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
CREATE TRIGGER renewal_unchanged BEFORE UPDATE ON renewal
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
CREATE TRIGGER renewal_kept BEFORE DELETE ON renewal
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
CREATE TRIGGER expiry_told_unchanged BEFORE UPDATE ON expiry_told
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
CREATE TRIGGER expiry_told_kept BEFORE DELETE ON expiry_told
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
--[end]
--[postgres]
CREATE TRIGGER certificate_turn_unchanged BEFORE UPDATE OF turn ON certificate
FOR EACH ROW EXECUTE FUNCTION certificate_refuse_change();
CREATE FUNCTION certificate_must_continue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.turn > 1 AND NOT EXISTS (SELECT 1 FROM renewal r WHERE r.new_id = NEW.id) AND NOT EXISTS (
        SELECT 1 FROM certificate o WHERE o.batch_id = NEW.batch_id AND o.person_id = NEW.person_id AND o.kind = NEW.kind
            AND o.turn = NEW.turn AND o.state = 'revoked'
    ) THEN
        RAISE EXCEPTION 'constraint failed: certificate_needs_renewal';
    END IF;
    IF EXISTS (
        SELECT 1 FROM renewal r JOIN certificate o ON o.id = r.old_id WHERE r.new_id = NEW.id AND NOT (
            o.batch_id = NEW.batch_id AND o.person_id = NEW.person_id AND o.kind = NEW.kind AND o.issuer_id = NEW.issuer_id
            AND NEW.turn = o.turn + 1 AND NEW.issued_on = r.day
        )
    ) THEN
        RAISE EXCEPTION 'constraint failed: certificate_continues';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER certificate_continues BEFORE INSERT ON certificate
FOR EACH ROW EXECUTE FUNCTION certificate_must_continue();
CREATE FUNCTION renewal_must_fit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM certificate o JOIN renewal_ground g ON g.certificate_id = o.id
        WHERE o.id = NEW.old_id AND o.state <> 'revoked' AND o.kind = 'competence' AND o.valid_until IS NOT NULL
            AND g.outcome = 'K' AND g.day <= NEW.day AND g.account_id <> NEW.account_id
    ) THEN
        RAISE EXCEPTION 'constraint failed: renewal_fits';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER renewal_fits BEFORE INSERT ON renewal FOR EACH ROW EXECUTE FUNCTION renewal_must_fit();
CREATE FUNCTION renewal_ground_must_fit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM renewal_ground g WHERE g.certificate_id = NEW.certificate_id
            AND (g.outcome = 'K' OR g.day > NEW.day)
    ) THEN
        RAISE EXCEPTION 'constraint failed: renewal_ground_fits';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER renewal_ground_fits BEFORE INSERT ON renewal_ground
FOR EACH ROW EXECUTE FUNCTION renewal_ground_must_fit();
CREATE FUNCTION expiry_told_must_fit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM certificate c WHERE c.id = NEW.certificate_id AND c.valid_until IS NOT NULL) THEN
        RAISE EXCEPTION 'constraint failed: expiry_told_fits';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER expiry_told_fits BEFORE INSERT ON expiry_told FOR EACH ROW EXECUTE FUNCTION expiry_told_must_fit();
CREATE TRIGGER renewal_rule_kept BEFORE UPDATE OR DELETE ON renewal_rule
FOR EACH ROW EXECUTE FUNCTION certificate_refuse_loss();
CREATE TRIGGER renewal_ground_kept BEFORE UPDATE OR DELETE ON renewal_ground
FOR EACH ROW EXECUTE FUNCTION certificate_refuse_loss();
CREATE TRIGGER renewal_kept BEFORE UPDATE OR DELETE ON renewal
FOR EACH ROW EXECUTE FUNCTION certificate_refuse_loss();
CREATE TRIGGER expiry_told_kept BEFORE UPDATE OR DELETE ON expiry_told
FOR EACH ROW EXECUTE FUNCTION certificate_refuse_loss();
--[end]
