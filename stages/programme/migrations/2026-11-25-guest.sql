-- A guest practitioner has no account, so where she comes from is written down; she teaches and never assesses.
ALTER TABLE instructor ADD COLUMN comes_from TEXT NOT NULL DEFAULT '';

--[sqlite]
CREATE TRIGGER guest_no_account BEFORE INSERT ON instructor
WHEN NEW.kind = 'guest' AND NEW.account_id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'constraint failed: guest_no_account'); END;
CREATE TRIGGER guest_no_account_later BEFORE UPDATE ON instructor
WHEN NEW.kind = 'guest' AND NEW.account_id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'constraint failed: guest_no_account'); END;
CREATE TRIGGER guest_no_assessor BEFORE INSERT ON batch_assessment
WHEN EXISTS (SELECT 1 FROM batch_instructor b JOIN instructor i ON i.id = b.instructor_id
             WHERE b.batch_id = NEW.batch_id AND i.kind = 'guest' AND LOWER(TRIM(i.name)) = LOWER(TRIM(NEW.assessor_name)))
BEGIN SELECT RAISE(ABORT, 'constraint failed: guest_no_assessor'); END;
CREATE TRIGGER guest_no_assessor_later BEFORE UPDATE ON batch_assessment
WHEN EXISTS (SELECT 1 FROM batch_instructor b JOIN instructor i ON i.id = b.instructor_id
             WHERE b.batch_id = NEW.batch_id AND i.kind = 'guest' AND LOWER(TRIM(i.name)) = LOWER(TRIM(NEW.assessor_name)))
BEGIN SELECT RAISE(ABORT, 'constraint failed: guest_no_assessor'); END;
--[end]
--[postgres]
CREATE FUNCTION guest_refuse_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.kind = 'guest' AND NEW.account_id IS NOT NULL THEN
        RAISE EXCEPTION 'constraint failed: guest_no_account';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guest_no_account BEFORE INSERT OR UPDATE ON instructor FOR EACH ROW EXECUTE FUNCTION guest_refuse_account();
CREATE FUNCTION guest_refuse_assessor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM batch_instructor b JOIN instructor i ON i.id = b.instructor_id
               WHERE b.batch_id = NEW.batch_id AND i.kind = 'guest' AND LOWER(TRIM(i.name)) = LOWER(TRIM(NEW.assessor_name))) THEN
        RAISE EXCEPTION 'constraint failed: guest_no_assessor';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guest_no_assessor BEFORE INSERT OR UPDATE ON batch_assessment FOR EACH ROW EXECUTE FUNCTION guest_refuse_assessor();
--[end]
