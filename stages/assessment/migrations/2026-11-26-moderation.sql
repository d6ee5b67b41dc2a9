-- For each sitting under a licensed scheme, the people whose results another hand of the certification body looks at. The sample
-- is drawn from the hash of the leaf that the verdicts themselves wrote into the log: nobody can choose it, anybody can draw it again.
CREATE TABLE moderation (
    sitting_id UUID CONSTRAINT moderation_once PRIMARY KEY REFERENCES sitting (id),
    -- Number and hash (hexadecimal) of the leaf.
    leaf BIGINT NOT NULL,
    seed TEXT NOT NULL CONSTRAINT moderation_seed CHECK (LENGTH(seed) = 64),
    -- Who wrote the verdicts down.
    entered_by UUID NOT NULL REFERENCES account (id),
    state TEXT NOT NULL CONSTRAINT moderation_state CHECK (state IN ('waiting', 'sent_back', 'confirmed')),
    moderator_account UUID REFERENCES account (id),
    CONSTRAINT moderation_by CHECK (state = 'waiting' OR moderator_account IS NOT NULL)
);

CREATE TABLE moderation_sample (
    sitting_id UUID NOT NULL REFERENCES moderation (sitting_id),
    position BIGINT NOT NULL,
    person_id UUID NOT NULL REFERENCES person (id),
    CONSTRAINT moderation_sample_position PRIMARY KEY (sitting_id, position),
    CONSTRAINT moderation_sample_person UNIQUE (sitting_id, person_id)
);

-- What was said, step by step; never changed.
CREATE TABLE moderation_step (
    sitting_id UUID NOT NULL REFERENCES moderation (sitting_id),
    turn BIGINT NOT NULL CONSTRAINT moderation_step_turn CHECK (turn >= 1),
    step TEXT NOT NULL CONSTRAINT moderation_step_step CHECK (step IN ('confirm', 'send_back', 'answer')),
    day DATE NOT NULL,
    note TEXT NOT NULL CONSTRAINT moderation_step_note CHECK (note <> ''),
    account_id UUID NOT NULL REFERENCES account (id),
    account_name TEXT NOT NULL,
    CONSTRAINT moderation_step_once PRIMARY KEY (sitting_id, turn)
);

--[sqlite]
CREATE TRIGGER moderation_begins_waiting BEFORE INSERT ON moderation WHEN NEW.state <> 'waiting'
BEGIN SELECT RAISE(ABORT, 'constraint failed: moderation_begins_waiting'); END;
CREATE TRIGGER moderation_is_over BEFORE UPDATE ON moderation WHEN OLD.state = 'confirmed'
BEGIN SELECT RAISE(ABORT, 'constraint failed: moderation_is_over'); END;
CREATE TRIGGER moderation_drawn BEFORE UPDATE OF sitting_id, leaf, seed, entered_by ON moderation
BEGIN SELECT RAISE(ABORT, 'constraint failed: moderation_drawn'); END;
CREATE TRIGGER moderation_another_hand BEFORE UPDATE ON moderation
WHEN NEW.moderator_account = OLD.entered_by OR EXISTS (
    SELECT 1 FROM sitting s WHERE s.id = OLD.sitting_id AND s.assessor_account = NEW.moderator_account
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: moderation_another_hand'); END;
CREATE TRIGGER moderation_kept BEFORE DELETE ON moderation
BEGIN SELECT RAISE(ABORT, 'constraint failed: moderation_kept'); END;
CREATE TRIGGER moderation_sample_unchanged BEFORE UPDATE ON moderation_sample
BEGIN SELECT RAISE(ABORT, 'constraint failed: moderation_drawn'); END;
CREATE TRIGGER moderation_sample_kept BEFORE DELETE ON moderation_sample
BEGIN SELECT RAISE(ABORT, 'constraint failed: moderation_drawn'); END;
CREATE TRIGGER moderation_step_unchanged BEFORE UPDATE ON moderation_step
BEGIN SELECT RAISE(ABORT, 'constraint failed: moderation_kept'); END;
CREATE TRIGGER moderation_step_kept BEFORE DELETE ON moderation_step
BEGIN SELECT RAISE(ABORT, 'constraint failed: moderation_kept'); END;
--[end]
--[postgres]
CREATE FUNCTION moderation_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'constraint failed: moderation_begins_waiting'; END $$;
CREATE TRIGGER moderation_begins_waiting BEFORE INSERT ON moderation FOR EACH ROW
WHEN (NEW.state <> 'waiting') EXECUTE FUNCTION moderation_begins();
CREATE FUNCTION moderation_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state = 'confirmed' THEN
        RAISE EXCEPTION 'constraint failed: moderation_is_over';
    END IF;
    IF NEW.sitting_id <> OLD.sitting_id OR NEW.leaf <> OLD.leaf OR NEW.seed <> OLD.seed OR NEW.entered_by <> OLD.entered_by THEN
        RAISE EXCEPTION 'constraint failed: moderation_drawn';
    END IF;
    IF NEW.moderator_account = OLD.entered_by OR EXISTS (
        SELECT 1 FROM sitting s WHERE s.id = OLD.sitting_id AND s.assessor_account = NEW.moderator_account
    ) THEN
        RAISE EXCEPTION 'constraint failed: moderation_another_hand';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER moderation_in_order BEFORE UPDATE ON moderation FOR EACH ROW EXECUTE FUNCTION moderation_in_order();
CREATE FUNCTION moderation_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'constraint failed: moderation_kept'; END $$;
CREATE TRIGGER moderation_kept BEFORE DELETE ON moderation FOR EACH ROW EXECUTE FUNCTION moderation_refuse();
CREATE TRIGGER moderation_step_kept BEFORE UPDATE OR DELETE ON moderation_step
FOR EACH ROW EXECUTE FUNCTION moderation_refuse();
CREATE FUNCTION moderation_sample_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'constraint failed: moderation_drawn'; END $$;
CREATE TRIGGER moderation_sample_kept BEFORE UPDATE OR DELETE ON moderation_sample
FOR EACH ROW EXECUTE FUNCTION moderation_sample_refuse();
--[end]
