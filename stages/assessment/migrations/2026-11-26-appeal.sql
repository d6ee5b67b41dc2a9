-- An objection to one verdict BK. The verdict itself is never changed: a won appeal gives the next one.
CREATE TABLE appeal (
    id UUID PRIMARY KEY,
    code TEXT NOT NULL CONSTRAINT appeal_code UNIQUE,
    sitting_id UUID NOT NULL,
    batch_id UUID NOT NULL REFERENCES batch (id),
    person_id UUID NOT NULL,
    unit_id UUID NOT NULL,
    -- The day of the verdict, and the last day on which it could be contested, as the rule stood then.
    judged_on DATE NOT NULL,
    lodged_until DATE NOT NULL,
    lodged_on DATE NOT NULL,
    grounds TEXT NOT NULL CONSTRAINT appeal_grounds CHECK (grounds <> ''),
    state TEXT NOT NULL CONSTRAINT appeal_state CHECK (state IN ('lodged', 'assigned', 'won', 'rejected')),
    assessor_account UUID REFERENCES account (id),
    assessor_name TEXT,
    assigned_on DATE,
    decided_on DATE,
    reason TEXT,
    -- The sitting that holds the new verdict; only where the appeal was won.
    decision_id UUID REFERENCES sitting (id),
    CONSTRAINT appeal_once UNIQUE (sitting_id, person_id, unit_id),
    CONSTRAINT appeal_verdict FOREIGN KEY (sitting_id, person_id, unit_id)
        REFERENCES unit_result (sitting_id, person_id, unit_id),
    CONSTRAINT appeal_in_time CHECK (judged_on <= lodged_on AND lodged_on <= lodged_until),
    CONSTRAINT appeal_assigned CHECK (
        (state = 'lodged') = (assessor_account IS NULL) AND (assessor_account IS NULL) = (assessor_name IS NULL)
        AND (assessor_account IS NULL) = (assigned_on IS NULL)
    ),
    CONSTRAINT appeal_decided CHECK (
        (state IN ('won', 'rejected')) = (decided_on IS NOT NULL) AND (decided_on IS NULL) = (reason IS NULL)
        AND (state = 'won') = (decision_id IS NOT NULL)
    ),
    CONSTRAINT appeal_order CHECK (assigned_on IS NULL OR assigned_on >= lodged_on),
    CONSTRAINT appeal_order_decided CHECK (decided_on IS NULL OR decided_on >= assigned_on)
);
CREATE INDEX appeal_of_cell ON appeal (batch_id, person_id, unit_id);

--[sqlite]
CREATE TRIGGER appeal_contests_bk BEFORE INSERT ON appeal
WHEN NEW.state <> 'lodged' OR NOT EXISTS (
    SELECT 1 FROM unit_final f WHERE f.batch_id = NEW.batch_id AND f.person_id = NEW.person_id AND f.unit_id = NEW.unit_id
    AND f.sitting_id = NEW.sitting_id AND f.verdict = 'BK'
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: appeal_contests_bk'); END;
-- Not the one who judged this person in this unit, at whichever try; not one who trained the batch or recorded its sessions.
CREATE TRIGGER appeal_other_assessor BEFORE UPDATE OF assessor_account ON appeal
WHEN NEW.assessor_account IS NOT NULL AND (
    EXISTS (SELECT 1 FROM unit_result r JOIN sitting s ON s.id = r.sitting_id WHERE r.batch_id = NEW.batch_id
            AND r.person_id = NEW.person_id AND r.unit_id = NEW.unit_id AND s.assessor_account = NEW.assessor_account)
    OR EXISTS (SELECT 1 FROM batch_instructor b JOIN instructor i ON i.id = b.instructor_id
               WHERE b.batch_id = NEW.batch_id AND i.account_id = NEW.assessor_account)
    OR EXISTS (SELECT 1 FROM session x JOIN instructor i ON i.id = x.instructor_id
               WHERE x.batch_id = NEW.batch_id AND x.state = 'held' AND i.account_id = NEW.assessor_account)
    OR EXISTS (SELECT 1 FROM session x WHERE x.batch_id = NEW.batch_id AND x.state = 'held'
               AND x.account_id = NEW.assessor_account)
    OR EXISTS (SELECT 1 FROM catch_up c WHERE c.batch_id = NEW.batch_id AND c.account_id = NEW.assessor_account)
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: appeal_other_assessor'); END;
CREATE TRIGGER appeal_is_over BEFORE UPDATE ON appeal WHEN OLD.state IN ('won', 'rejected')
BEGIN SELECT RAISE(ABORT, 'constraint failed: appeal_is_over'); END;
CREATE TRIGGER appeal_kept BEFORE DELETE ON appeal
BEGIN SELECT RAISE(ABORT, 'constraint failed: appeal_is_over'); END;
CREATE TRIGGER unit_result_under_appeal BEFORE INSERT ON unit_result
WHEN EXISTS (SELECT 1 FROM appeal a WHERE a.batch_id = NEW.batch_id AND a.person_id = NEW.person_id
             AND a.unit_id = NEW.unit_id AND a.state IN ('lodged', 'assigned'))
BEGIN SELECT RAISE(ABORT, 'constraint failed: unit_result_under_appeal'); END;
--[end]
--[postgres]
CREATE FUNCTION appeal_must_contest_bk() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state <> 'lodged' OR NOT EXISTS (
        SELECT 1 FROM unit_final f WHERE f.batch_id = NEW.batch_id AND f.person_id = NEW.person_id AND f.unit_id = NEW.unit_id
        AND f.sitting_id = NEW.sitting_id AND f.verdict = 'BK'
    ) THEN
        RAISE EXCEPTION 'constraint failed: appeal_contests_bk';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER appeal_contests_bk BEFORE INSERT ON appeal FOR EACH ROW EXECUTE FUNCTION appeal_must_contest_bk();
-- Not the one who judged this person in this unit, at whichever try; not one who trained the batch or recorded its sessions.
CREATE FUNCTION appeal_needs_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.assessor_account IS NOT NULL AND (
        EXISTS (SELECT 1 FROM unit_result r JOIN sitting s ON s.id = r.sitting_id WHERE r.batch_id = NEW.batch_id
                AND r.person_id = NEW.person_id AND r.unit_id = NEW.unit_id AND s.assessor_account = NEW.assessor_account)
        OR EXISTS (SELECT 1 FROM batch_instructor b JOIN instructor i ON i.id = b.instructor_id
                   WHERE b.batch_id = NEW.batch_id AND i.account_id = NEW.assessor_account)
        OR EXISTS (SELECT 1 FROM session x JOIN instructor i ON i.id = x.instructor_id
                   WHERE x.batch_id = NEW.batch_id AND x.state = 'held' AND i.account_id = NEW.assessor_account)
        OR EXISTS (SELECT 1 FROM session x WHERE x.batch_id = NEW.batch_id AND x.state = 'held'
                   AND x.account_id = NEW.assessor_account)
        OR EXISTS (SELECT 1 FROM catch_up c WHERE c.batch_id = NEW.batch_id AND c.account_id = NEW.assessor_account)
    ) THEN
        RAISE EXCEPTION 'constraint failed: appeal_other_assessor';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER appeal_other_assessor BEFORE UPDATE OF assessor_account ON appeal
FOR EACH ROW EXECUTE FUNCTION appeal_needs_another();
CREATE FUNCTION appeal_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'constraint failed: appeal_is_over'; END $$;
CREATE TRIGGER appeal_is_over BEFORE UPDATE ON appeal FOR EACH ROW
WHEN (OLD.state IN ('won', 'rejected')) EXECUTE FUNCTION appeal_refuse();
CREATE TRIGGER appeal_kept BEFORE DELETE ON appeal FOR EACH ROW EXECUTE FUNCTION appeal_refuse();
CREATE FUNCTION unit_result_waits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM appeal a WHERE a.batch_id = NEW.batch_id AND a.person_id = NEW.person_id
               AND a.unit_id = NEW.unit_id AND a.state IN ('lodged', 'assigned')) THEN
        RAISE EXCEPTION 'constraint failed: unit_result_under_appeal';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER unit_result_under_appeal BEFORE INSERT ON unit_result FOR EACH ROW EXECUTE FUNCTION unit_result_waits();
--[end]
