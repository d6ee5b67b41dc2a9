-- The assessment is booked before the batch opens, and its scheme stays; day and place may still move.
--[sqlite]
CREATE TRIGGER booking_before_opening BEFORE INSERT ON batch_assessment WHEN EXISTS (SELECT 1 FROM opening o WHERE o.batch_id = NEW.batch_id)
BEGIN SELECT RAISE(ABORT, 'constraint failed: booking_before_opening'); END;
CREATE TRIGGER booking_before_opening_later BEFORE UPDATE ON batch_assessment
WHEN NEW.scheme_id IS NOT OLD.scheme_id AND EXISTS (SELECT 1 FROM opening o WHERE o.batch_id = NEW.batch_id)
BEGIN SELECT RAISE(ABORT, 'constraint failed: booking_before_opening'); END;
-- Who trained the batch, or recorded its sessions, never judges its competence.
CREATE TRIGGER sitting_assessor_trained BEFORE INSERT ON sitting
WHEN NEW.kind = 'competence' AND NEW.assessor_account IS NOT NULL AND (
    EXISTS (SELECT 1 FROM batch_instructor b JOIN instructor i ON i.id = b.instructor_id
            WHERE b.batch_id = NEW.batch_id AND i.account_id = NEW.assessor_account)
    OR EXISTS (SELECT 1 FROM session x JOIN instructor i ON i.id = x.instructor_id
               WHERE x.batch_id = NEW.batch_id AND x.state = 'held' AND i.account_id = NEW.assessor_account)
    OR EXISTS (SELECT 1 FROM session x WHERE x.batch_id = NEW.batch_id AND x.state = 'held'
               AND x.account_id = NEW.assessor_account)
    OR EXISTS (SELECT 1 FROM catch_up c WHERE c.batch_id = NEW.batch_id AND c.account_id = NEW.assessor_account)
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: sitting_assessor_trained'); END;
--[end]
--[postgres]
CREATE FUNCTION booking_comes_first() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM opening o WHERE o.batch_id = NEW.batch_id) AND (TG_OP = 'INSERT' OR NEW.scheme_id IS DISTINCT FROM OLD.scheme_id) THEN
        RAISE EXCEPTION 'constraint failed: booking_before_opening';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER booking_before_opening BEFORE INSERT OR UPDATE ON batch_assessment
FOR EACH ROW EXECUTE FUNCTION booking_comes_first();
-- Who trained the batch, or recorded its sessions, never judges its competence.
CREATE FUNCTION sitting_needs_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.kind = 'competence' AND NEW.assessor_account IS NOT NULL AND (
        EXISTS (SELECT 1 FROM batch_instructor b JOIN instructor i ON i.id = b.instructor_id
                WHERE b.batch_id = NEW.batch_id AND i.account_id = NEW.assessor_account)
        OR EXISTS (SELECT 1 FROM session x JOIN instructor i ON i.id = x.instructor_id
                   WHERE x.batch_id = NEW.batch_id AND x.state = 'held' AND i.account_id = NEW.assessor_account)
        OR EXISTS (SELECT 1 FROM session x WHERE x.batch_id = NEW.batch_id AND x.state = 'held'
                   AND x.account_id = NEW.assessor_account)
        OR EXISTS (SELECT 1 FROM catch_up c WHERE c.batch_id = NEW.batch_id AND c.account_id = NEW.assessor_account)
    ) THEN
        RAISE EXCEPTION 'constraint failed: sitting_assessor_trained';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER sitting_assessor_trained BEFORE INSERT ON sitting
FOR EACH ROW EXECUTE FUNCTION sitting_needs_another();
--[end]
