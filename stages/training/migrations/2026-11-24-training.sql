-- A lesson of the timetable that was held or cancelled. Day, hours and JP are copied: what happened does not move with the plan.
CREATE TABLE session (
    id UUID PRIMARY KEY,
    batch_id UUID NOT NULL REFERENCES batch (id),
    slot_id UUID NOT NULL CONSTRAINT session_slot UNIQUE REFERENCES slot (id),
    module_id UUID NOT NULL REFERENCES programme_module (id),
    day DATE NOT NULL,
    starts BIGINT NOT NULL,
    ends BIGINT NOT NULL,
    instructor_id UUID NOT NULL REFERENCES instructor (id),
    jp BIGINT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    account_id UUID,
    CONSTRAINT session_state CHECK (state IN ('held', 'cancelled')),
    CONSTRAINT session_hours CHECK (0 <= starts AND starts < ends AND ends <= 1440),
    CONSTRAINT session_jp CHECK (jp >= 0)
);
CREATE INDEX session_by_batch ON session (batch_id, day, starts);

-- Attendance. A row never changes: a correction is the next version, so who wrote what and when stays readable.
CREATE TABLE mark (
    session_id UUID NOT NULL REFERENCES session (id),
    person_id UUID NOT NULL REFERENCES person (id),
    version BIGINT NOT NULL,
    letter TEXT NOT NULL,
    reason TEXT,
    legitimate BOOLEAN NOT NULL,
    why_changed TEXT NOT NULL DEFAULT '',
    account_id UUID,
    account_name TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    CONSTRAINT mark_version_once PRIMARY KEY (session_id, person_id, version),
    CONSTRAINT mark_version CHECK (version >= 1),
    CONSTRAINT mark_letter CHECK (letter IN ('H', 'S', 'I', 'A', 'T')),
    CONSTRAINT mark_reason CHECK ((letter IN ('H', 'T')) = (reason IS NULL)),
    CONSTRAINT mark_why_changed CHECK (version = 1 OR why_changed <> '')
);
CREATE INDEX mark_by_person ON mark (person_id);

CREATE VIEW mark_in_force AS
SELECT m.session_id, m.person_id, m.version, m.letter, m.reason, m.legitimate, m.why_changed, m.account_name, m.at
FROM mark m
WHERE NOT EXISTS (
    SELECT 1 FROM mark n WHERE n.session_id = m.session_id AND n.person_id = m.person_id AND n.version > m.version
);

-- Lessons made up one by one.
CREATE TABLE catch_up (
    id UUID PRIMARY KEY,
    batch_id UUID NOT NULL REFERENCES batch (id),
    person_id UUID NOT NULL REFERENCES person (id),
    module_id UUID NOT NULL REFERENCES programme_module (id),
    day DATE NOT NULL,
    jp BIGINT NOT NULL,
    instructor_id UUID NOT NULL REFERENCES instructor (id),
    account_id UUID,
    CONSTRAINT catch_up_jp CHECK (jp > 0)
);
CREATE INDEX catch_up_by_batch ON catch_up (batch_id, person_id);

-- What an instructor saw of a person's attitude to work, per soft-skill module; versions as with marks.
CREATE TABLE skill_note (
    batch_id UUID NOT NULL REFERENCES batch (id),
    person_id UUID NOT NULL REFERENCES person (id),
    module_id UUID NOT NULL REFERENCES programme_module (id),
    version BIGINT NOT NULL,
    level TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    account_id UUID,
    account_name TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    CONSTRAINT skill_note_version_once PRIMARY KEY (batch_id, person_id, module_id, version),
    CONSTRAINT skill_note_level CHECK (level IN ('needs_guidance', 'sufficient', 'good', 'very_good'))
);

-- One row a batch, held by every writer until commit, so that nobody marks while somebody closes. While `closed_on` is empty,
-- the training runs.
CREATE TABLE training_run (
    batch_id UUID PRIMARY KEY REFERENCES batch (id),
    closed_on DATE,
    account_id UUID
);

-- What each person had reached on that day. The second key lets later tables demand a completed training.
CREATE TABLE completion (
    batch_id UUID NOT NULL REFERENCES training_run (batch_id),
    person_id UUID NOT NULL REFERENCES person (id),
    day DATE NOT NULL,
    jp_planned BIGINT NOT NULL,
    jp_earned BIGINT NOT NULL,
    percent BIGINT NOT NULL,
    complete BOOLEAN NOT NULL,
    PRIMARY KEY (batch_id, person_id),
    CONSTRAINT completion_complete UNIQUE (batch_id, person_id, complete),
    CONSTRAINT completion_jp CHECK (0 <= jp_earned AND 0 <= jp_planned)
);

--[sqlite]
CREATE TRIGGER mark_no_update BEFORE UPDATE ON mark
BEGIN SELECT RAISE(ABORT, 'constraint failed: mark_append_only'); END;
CREATE TRIGGER mark_no_delete BEFORE DELETE ON mark
BEGIN SELECT RAISE(ABORT, 'constraint failed: mark_append_only'); END;
CREATE TRIGGER mark_only_of_held BEFORE INSERT ON mark
WHEN NOT EXISTS (SELECT 1 FROM session s WHERE s.id = NEW.session_id AND s.state = 'held')
BEGIN SELECT RAISE(ABORT, 'constraint failed: mark_only_of_held'); END;
CREATE TRIGGER mark_not_after_close BEFORE INSERT ON mark
WHEN EXISTS (SELECT 1 FROM session s JOIN training_run r ON r.batch_id = s.batch_id
             WHERE s.id = NEW.session_id AND r.closed_on IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'constraint failed: mark_not_after_close'); END;
--[end]
--[postgres]
CREATE FUNCTION mark_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'constraint failed: mark_append_only'; END $$;
CREATE TRIGGER mark_append_only BEFORE UPDATE OR DELETE ON mark FOR EACH ROW EXECUTE FUNCTION mark_refuse();
CREATE FUNCTION mark_fits_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM session s WHERE s.id = NEW.session_id AND s.state = 'held') THEN
        RAISE EXCEPTION 'constraint failed: mark_only_of_held';
    END IF;
    IF EXISTS (SELECT 1 FROM session s JOIN training_run r ON r.batch_id = s.batch_id
             WHERE s.id = NEW.session_id AND r.closed_on IS NOT NULL) THEN
        RAISE EXCEPTION 'constraint failed: mark_not_after_close';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER mark_fits_session BEFORE INSERT ON mark FOR EACH ROW EXECUTE FUNCTION mark_fits_session();
--[end]
