-- How many documents an issuer's key signs in an hour at most; the last turn holds. Without one it is 1000.
CREATE TABLE signing_limit (
    issuer_id UUID NOT NULL REFERENCES organisation (id),
    turn BIGINT NOT NULL,
    per_hour BIGINT NOT NULL CONSTRAINT signing_limit_ceiling CHECK (per_hour BETWEEN 10 AND 20000),
    at TIMESTAMPTZ NOT NULL,
    account_id UUID NOT NULL,
    account_name TEXT NOT NULL,
    CONSTRAINT signing_limit_turn PRIMARY KEY (issuer_id, turn)
);

-- Documents signed in an hour; it begins at the full hour.
CREATE TABLE signing_hour (
    issuer_id UUID NOT NULL REFERENCES organisation (id),
    hour TIMESTAMPTZ NOT NULL,
    used BIGINT NOT NULL CONSTRAINT signing_hour_used CHECK (used > 0),
    PRIMARY KEY (issuer_id, hour)
);

-- Every use of an issuer's key. A certificate has a row for each of its faces.
CREATE TABLE signing_use (
    document_id UUID NOT NULL,
    face TEXT NOT NULL CONSTRAINT signing_use_face CHECK (face IN ('credential', 'code', 'seal', 'selection')),
    issuer_id UUID NOT NULL,
    hour TIMESTAMPTZ NOT NULL,
    did TEXT NOT NULL,
    -- SHA-256 of the signed file, in hexadecimal.
    digest TEXT NOT NULL CONSTRAINT signing_use_digest CHECK (LENGTH(digest) = 64),
    act TEXT NOT NULL CONSTRAINT signing_use_act CHECK (act <> ''),
    at TIMESTAMPTZ NOT NULL,
    account_id UUID,
    account_name TEXT NOT NULL,
    CONSTRAINT signing_use_once PRIMARY KEY (document_id, face),
    CONSTRAINT signing_use_counted FOREIGN KEY (issuer_id, hour) REFERENCES signing_hour (issuer_id, hour)
);
CREATE INDEX signing_use_by_issuer ON signing_use (issuer_id, at);

-- The stop switch: pressed by one, lifted by two.
CREATE TABLE signing_stop (
    issuer_id UUID NOT NULL REFERENCES organisation (id),
    turn BIGINT NOT NULL,
    reason TEXT NOT NULL CONSTRAINT signing_stop_reason CHECK (reason <> ''),
    at TIMESTAMPTZ NOT NULL,
    account_id UUID NOT NULL,
    account_name TEXT NOT NULL,
    CONSTRAINT signing_stop_turn PRIMARY KEY (issuer_id, turn)
);
CREATE TABLE signing_release (
    issuer_id UUID NOT NULL,
    turn BIGINT NOT NULL,
    account_id UUID NOT NULL,
    account_name TEXT NOT NULL,
    reason TEXT NOT NULL CONSTRAINT signing_release_reason CHECK (reason <> ''),
    at TIMESTAMPTZ NOT NULL,
    CONSTRAINT signing_release_once PRIMARY KEY (issuer_id, turn, account_id),
    CONSTRAINT signing_release_of FOREIGN KEY (issuer_id, turn) REFERENCES signing_stop (issuer_id, turn)
);

-- A file whose holder chooses what to show, as it was signed once.
CREATE TABLE selection_file (
    certificate_id UUID CONSTRAINT selection_file_once PRIMARY KEY REFERENCES certificate (id),
    document_id UUID NOT NULL,
    face TEXT NOT NULL DEFAULT 'selection' CONSTRAINT selection_file_face CHECK (face = 'selection'),
    file TEXT NOT NULL,
    CONSTRAINT selection_file_signed FOREIGN KEY (document_id, face) REFERENCES signing_use (document_id, face)
);

--[sqlite]
CREATE TRIGGER signing_use_while_stopped BEFORE INSERT ON signing_use
WHEN EXISTS (
    SELECT 1 FROM signing_stop s WHERE s.issuer_id = NEW.issuer_id AND (
        SELECT COUNT(*) FROM signing_release r WHERE r.issuer_id = s.issuer_id AND r.turn = s.turn
    ) < 2
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: signing_use_while_stopped'); END;
CREATE TRIGGER signing_hour_limit BEFORE INSERT ON signing_hour
WHEN NEW.used > COALESCE(
    (SELECT l.per_hour FROM signing_limit l WHERE l.issuer_id = NEW.issuer_id ORDER BY l.turn DESC LIMIT 1), 1000)
BEGIN SELECT RAISE(ABORT, 'constraint failed: signing_hour_limit'); END;
CREATE TRIGGER signing_hour_counts_on BEFORE UPDATE ON signing_hour
WHEN NEW.issuer_id <> OLD.issuer_id OR NEW.hour <> OLD.hour OR NEW.used <= OLD.used
BEGIN SELECT RAISE(ABORT, 'constraint failed: signing_hour_counts_on'); END;
CREATE TRIGGER signing_hour_limit_again BEFORE UPDATE ON signing_hour
WHEN NEW.used > COALESCE(
    (SELECT l.per_hour FROM signing_limit l WHERE l.issuer_id = NEW.issuer_id ORDER BY l.turn DESC LIMIT 1), 1000)
BEGIN SELECT RAISE(ABORT, 'constraint failed: signing_hour_limit'); END;
CREATE TRIGGER signing_stop_in_force BEFORE INSERT ON signing_stop
WHEN EXISTS (
    SELECT 1 FROM signing_stop s WHERE s.issuer_id = NEW.issuer_id AND (
        SELECT COUNT(*) FROM signing_release r WHERE r.issuer_id = s.issuer_id AND r.turn = s.turn
    ) < 2
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: signing_stop_in_force'); END;
CREATE TRIGGER signing_release_enough BEFORE INSERT ON signing_release
WHEN (SELECT COUNT(*) FROM signing_release r WHERE r.issuer_id = NEW.issuer_id AND r.turn = NEW.turn) >= 2
BEGIN SELECT RAISE(ABORT, 'constraint failed: signing_release_enough'); END;
CREATE TRIGGER certificate_needs_signature BEFORE INSERT ON certificate
WHEN NOT EXISTS (
    SELECT 1 FROM signing_use u WHERE u.document_id = NEW.id AND u.face = 'credential' AND u.issuer_id = NEW.issuer_id
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_needs_signature'); END;
CREATE TRIGGER signing_limit_unchanged BEFORE UPDATE ON signing_limit
BEGIN SELECT RAISE(ABORT, 'constraint failed: signing_kept'); END;
CREATE TRIGGER signing_limit_kept BEFORE DELETE ON signing_limit
BEGIN SELECT RAISE(ABORT, 'constraint failed: signing_kept'); END;
CREATE TRIGGER signing_hour_kept BEFORE DELETE ON signing_hour
BEGIN SELECT RAISE(ABORT, 'constraint failed: signing_kept'); END;
CREATE TRIGGER signing_use_unchanged BEFORE UPDATE ON signing_use
BEGIN SELECT RAISE(ABORT, 'constraint failed: signing_kept'); END;
CREATE TRIGGER signing_use_kept BEFORE DELETE ON signing_use
BEGIN SELECT RAISE(ABORT, 'constraint failed: signing_kept'); END;
CREATE TRIGGER signing_stop_unchanged BEFORE UPDATE ON signing_stop
BEGIN SELECT RAISE(ABORT, 'constraint failed: signing_kept'); END;
CREATE TRIGGER signing_stop_kept BEFORE DELETE ON signing_stop
BEGIN SELECT RAISE(ABORT, 'constraint failed: signing_kept'); END;
CREATE TRIGGER signing_release_unchanged BEFORE UPDATE ON signing_release
BEGIN SELECT RAISE(ABORT, 'constraint failed: signing_kept'); END;
CREATE TRIGGER signing_release_kept BEFORE DELETE ON signing_release
BEGIN SELECT RAISE(ABORT, 'constraint failed: signing_kept'); END;
CREATE TRIGGER selection_file_unchanged BEFORE UPDATE ON selection_file
BEGIN SELECT RAISE(ABORT, 'constraint failed: signing_kept'); END;
CREATE TRIGGER selection_file_kept BEFORE DELETE ON selection_file
BEGIN SELECT RAISE(ABORT, 'constraint failed: signing_kept'); END;
--[end]
--[postgres]
CREATE FUNCTION signing_refuse_loss() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'constraint failed: signing_kept'; END $$;
CREATE FUNCTION signing_is_stopped(issuer UUID) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT 1 FROM signing_stop s WHERE s.issuer_id = issuer AND (
            SELECT COUNT(*) FROM signing_release r WHERE r.issuer_id = s.issuer_id AND r.turn = s.turn
        ) < 2
    )
$$;
CREATE FUNCTION signing_use_must_be_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF signing_is_stopped(NEW.issuer_id) THEN
        RAISE EXCEPTION 'constraint failed: signing_use_while_stopped';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER signing_use_while_stopped BEFORE INSERT ON signing_use
FOR EACH ROW EXECUTE FUNCTION signing_use_must_be_open();
CREATE FUNCTION signing_hour_must_fit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.issuer_id <> OLD.issuer_id OR NEW.hour <> OLD.hour OR NEW.used <= OLD.used) THEN
        RAISE EXCEPTION 'constraint failed: signing_hour_counts_on';
    END IF;
    IF NEW.used > COALESCE(
        (SELECT l.per_hour FROM signing_limit l WHERE l.issuer_id = NEW.issuer_id ORDER BY l.turn DESC LIMIT 1), 1000) THEN
        RAISE EXCEPTION 'constraint failed: signing_hour_limit';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER signing_hour_limit BEFORE INSERT OR UPDATE ON signing_hour
FOR EACH ROW EXECUTE FUNCTION signing_hour_must_fit();
CREATE FUNCTION signing_stop_must_be_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF signing_is_stopped(NEW.issuer_id) THEN
        RAISE EXCEPTION 'constraint failed: signing_stop_in_force';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER signing_stop_in_force BEFORE INSERT ON signing_stop
FOR EACH ROW EXECUTE FUNCTION signing_stop_must_be_new();
CREATE FUNCTION signing_release_must_be_needed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT COUNT(*) FROM signing_release r WHERE r.issuer_id = NEW.issuer_id AND r.turn = NEW.turn) >= 2 THEN
        RAISE EXCEPTION 'constraint failed: signing_release_enough';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER signing_release_enough BEFORE INSERT ON signing_release
FOR EACH ROW EXECUTE FUNCTION signing_release_must_be_needed();
CREATE FUNCTION certificate_must_be_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM signing_use u
        WHERE u.document_id = NEW.id AND u.face = 'credential' AND u.issuer_id = NEW.issuer_id
    ) THEN
        RAISE EXCEPTION 'constraint failed: certificate_needs_signature';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER certificate_needs_signature BEFORE INSERT ON certificate
FOR EACH ROW EXECUTE FUNCTION certificate_must_be_signed();
CREATE TRIGGER signing_limit_kept BEFORE UPDATE OR DELETE ON signing_limit
FOR EACH ROW EXECUTE FUNCTION signing_refuse_loss();
CREATE TRIGGER signing_hour_kept BEFORE DELETE ON signing_hour
FOR EACH ROW EXECUTE FUNCTION signing_refuse_loss();
CREATE TRIGGER signing_use_kept BEFORE UPDATE OR DELETE ON signing_use
FOR EACH ROW EXECUTE FUNCTION signing_refuse_loss();
CREATE TRIGGER signing_stop_kept BEFORE UPDATE OR DELETE ON signing_stop
FOR EACH ROW EXECUTE FUNCTION signing_refuse_loss();
CREATE TRIGGER signing_release_kept BEFORE UPDATE OR DELETE ON signing_release
FOR EACH ROW EXECUTE FUNCTION signing_refuse_loss();
CREATE TRIGGER selection_file_kept BEFORE UPDATE OR DELETE ON selection_file
FOR EACH ROW EXECUTE FUNCTION signing_refuse_loss();
--[end]
