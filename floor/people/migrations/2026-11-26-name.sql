-- A name that was written wrong and was put right, with the paper that was seen. The name of a person changes in no other way.
CREATE TABLE name_correction (
    person_id UUID NOT NULL REFERENCES person (id),
    turn BIGINT NOT NULL CONSTRAINT name_correction_turn CHECK (turn >= 1),
    old_name TEXT NOT NULL,
    new_name TEXT NOT NULL CONSTRAINT name_correction_name CHECK (new_name <> ''),
    reason TEXT NOT NULL CONSTRAINT name_correction_reason CHECK (reason <> ''),
    document TEXT NOT NULL CONSTRAINT name_correction_document CHECK (document <> ''),
    day DATE NOT NULL,
    account_id UUID,
    account_name TEXT NOT NULL,
    CONSTRAINT name_correction_once PRIMARY KEY (person_id, turn),
    CONSTRAINT name_correction_other CHECK (old_name <> new_name)
);
--[sqlite]
CREATE TRIGGER person_name_corrected BEFORE UPDATE OF name ON person
WHEN NEW.name <> OLD.name AND NOT EXISTS (
    SELECT 1 FROM name_correction c WHERE c.person_id = OLD.id AND c.old_name = OLD.name AND c.new_name = NEW.name
        AND NOT EXISTS (SELECT 1 FROM name_correction l WHERE l.person_id = c.person_id AND l.turn > c.turn)
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: person_name_corrected'); END;
CREATE TRIGGER name_correction_unchanged BEFORE UPDATE ON name_correction
BEGIN SELECT RAISE(ABORT, 'constraint failed: name_correction_kept'); END;
CREATE TRIGGER name_correction_kept BEFORE DELETE ON name_correction
BEGIN SELECT RAISE(ABORT, 'constraint failed: name_correction_kept'); END;
--[end]
--[postgres]
CREATE FUNCTION person_name_must_be_corrected() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.name <> OLD.name AND NOT EXISTS (
        SELECT 1 FROM name_correction c WHERE c.person_id = OLD.id AND c.old_name = OLD.name AND c.new_name = NEW.name
            AND NOT EXISTS (SELECT 1 FROM name_correction l WHERE l.person_id = c.person_id AND l.turn > c.turn)
    ) THEN
        RAISE EXCEPTION 'constraint failed: person_name_corrected';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER person_name_corrected BEFORE UPDATE OF name ON person
FOR EACH ROW EXECUTE FUNCTION person_name_must_be_corrected();
CREATE FUNCTION name_correction_refuse_loss() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'constraint failed: name_correction_kept'; END $$;
CREATE TRIGGER name_correction_kept BEFORE UPDATE OR DELETE ON name_correction
FOR EACH ROW EXECUTE FUNCTION name_correction_refuse_loss();
--[end]
