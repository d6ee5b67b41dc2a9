-- The key of the register itself: it signs lists, never certificates. The seed is sealed with the installation's own key.
CREATE TABLE register_key (
    one BIGINT PRIMARY KEY CONSTRAINT register_key_one CHECK (one = 1),
    did TEXT NOT NULL,
    sealed_seed BYTEA NOT NULL
);

-- Lists in which everyone sees which certificates no longer hold. A list is left half empty, so that a free place is soon drawn.
CREATE TABLE status_list (
    number BIGINT PRIMARY KEY,
    drawn BIGINT NOT NULL CONSTRAINT status_list_drawn CHECK (drawn BETWEEN 0 AND 65536)
);

-- Places drawn by lot before anything is signed, so that they tell neither order nor issuer. A place whose certificate was
-- never issued stays empty.
CREATE TABLE status_place (
    list_number BIGINT NOT NULL REFERENCES status_list (number),
    place BIGINT NOT NULL CONSTRAINT status_place_in_list CHECK (place BETWEEN 0 AND 131071),
    credential_id TEXT NOT NULL CONSTRAINT status_place_credential UNIQUE,
    PRIMARY KEY (list_number, place)
);

-- Not to be relied on for a while. Reasons stay inside.
CREATE TABLE suspension (
    certificate_id UUID NOT NULL REFERENCES certificate (id),
    turn BIGINT NOT NULL,
    day DATE NOT NULL,
    reason TEXT NOT NULL CONSTRAINT suspension_reason CHECK (reason <> ''),
    account_id UUID,
    CONSTRAINT suspension_turn PRIMARY KEY (certificate_id, turn)
);
CREATE TABLE suspension_lift (
    certificate_id UUID NOT NULL,
    turn BIGINT NOT NULL,
    day DATE NOT NULL,
    reason TEXT NOT NULL CONSTRAINT suspension_lift_reason CHECK (reason <> ''),
    account_id UUID,
    CONSTRAINT suspension_lift_once PRIMARY KEY (certificate_id, turn),
    CONSTRAINT suspension_lift_of FOREIGN KEY (certificate_id, turn) REFERENCES suspension (certificate_id, turn)
);

-- A certificate in whose place another one stands.
CREATE TABLE replacement (
    old_id UUID CONSTRAINT replacement_once PRIMARY KEY REFERENCES revocation (certificate_id),
    new_id UUID NOT NULL CONSTRAINT replacement_new UNIQUE REFERENCES certificate (id),
    CONSTRAINT replacement_other CHECK (old_id <> new_id)
);
CREATE INDEX revocation_by_day ON revocation (day);

--[sqlite]
CREATE TRIGGER suspension_fits BEFORE INSERT ON suspension
WHEN EXISTS (SELECT 1 FROM revocation r WHERE r.certificate_id = NEW.certificate_id) OR EXISTS (
    SELECT 1 FROM suspension s LEFT JOIN suspension_lift l ON l.certificate_id = s.certificate_id AND l.turn = s.turn
    WHERE s.certificate_id = NEW.certificate_id AND (l.turn IS NULL OR l.day > NEW.day)
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: suspension_fits'); END;
CREATE TRIGGER suspension_lift_after BEFORE INSERT ON suspension_lift
WHEN EXISTS (
    SELECT 1 FROM suspension s WHERE s.certificate_id = NEW.certificate_id AND s.turn = NEW.turn AND s.day > NEW.day
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: suspension_lift_after'); END;
CREATE TRIGGER replacement_same_person BEFORE INSERT ON replacement
WHEN NOT EXISTS (
    SELECT 1 FROM certificate o JOIN certificate n ON n.person_id = o.person_id AND n.batch_id = o.batch_id AND n.kind = o.kind
    WHERE o.id = NEW.old_id AND n.id = NEW.new_id
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: replacement_same_person'); END;
CREATE TRIGGER suspension_unchanged BEFORE UPDATE ON suspension
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
CREATE TRIGGER suspension_kept BEFORE DELETE ON suspension
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
CREATE TRIGGER suspension_lift_unchanged BEFORE UPDATE ON suspension_lift
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
CREATE TRIGGER suspension_lift_kept BEFORE DELETE ON suspension_lift
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
CREATE TRIGGER replacement_unchanged BEFORE UPDATE ON replacement
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
CREATE TRIGGER replacement_kept BEFORE DELETE ON replacement
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
CREATE TRIGGER status_place_unchanged BEFORE UPDATE ON status_place
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
CREATE TRIGGER status_place_kept BEFORE DELETE ON status_place
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
--[end]
--[postgres]
CREATE FUNCTION suspension_must_fit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM revocation r WHERE r.certificate_id = NEW.certificate_id) OR EXISTS (
        SELECT 1 FROM suspension s LEFT JOIN suspension_lift l ON l.certificate_id = s.certificate_id AND l.turn = s.turn
        WHERE s.certificate_id = NEW.certificate_id AND (l.turn IS NULL OR l.day > NEW.day)
    ) THEN
        RAISE EXCEPTION 'constraint failed: suspension_fits';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER suspension_fits BEFORE INSERT ON suspension FOR EACH ROW EXECUTE FUNCTION suspension_must_fit();
CREATE FUNCTION suspension_lift_must_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM suspension s WHERE s.certificate_id = NEW.certificate_id AND s.turn = NEW.turn AND s.day > NEW.day
    ) THEN
        RAISE EXCEPTION 'constraint failed: suspension_lift_after';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER suspension_lift_after BEFORE INSERT ON suspension_lift
FOR EACH ROW EXECUTE FUNCTION suspension_lift_must_follow();
CREATE FUNCTION replacement_must_fit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM certificate o
        JOIN certificate n ON n.person_id = o.person_id AND n.batch_id = o.batch_id AND n.kind = o.kind
        WHERE o.id = NEW.old_id AND n.id = NEW.new_id
    ) THEN
        RAISE EXCEPTION 'constraint failed: replacement_same_person';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER replacement_same_person BEFORE INSERT ON replacement FOR EACH ROW EXECUTE FUNCTION replacement_must_fit();
CREATE TRIGGER suspension_kept BEFORE UPDATE OR DELETE ON suspension
FOR EACH ROW EXECUTE FUNCTION certificate_refuse_loss();
CREATE TRIGGER suspension_lift_kept BEFORE UPDATE OR DELETE ON suspension_lift
FOR EACH ROW EXECUTE FUNCTION certificate_refuse_loss();
CREATE TRIGGER replacement_kept BEFORE UPDATE OR DELETE ON replacement
FOR EACH ROW EXECUTE FUNCTION certificate_refuse_loss();
CREATE TRIGGER status_place_kept BEFORE UPDATE OR DELETE ON status_place
FOR EACH ROW EXECUTE FUNCTION certificate_refuse_loss();
--[end]
