-- Who issued it; certificates from before do not say. No certificate is one person's work: whoever gave a verdict on which it
-- rests, or closed the training it attests, does not issue it. A renewal rests on another judgement and has its own rule.
ALTER TABLE certificate ADD COLUMN account_id UUID;

--[sqlite]
CREATE TRIGGER certificate_other_hand BEFORE INSERT ON certificate
WHEN NEW.account_id IS NULL OR (NEW.turn = 1 AND (
    (NEW.kind IN ('competence', 'school') AND EXISTS (
        SELECT 1 FROM unit_final f JOIN sitting s ON s.id = f.sitting_id
        WHERE f.batch_id = NEW.batch_id AND f.person_id = NEW.person_id AND f.verdict = 'K'
            AND s.assessor_account = NEW.account_id
    ))
    OR (NEW.kind = 'training' AND EXISTS (
        SELECT 1 FROM training_run t WHERE t.batch_id = NEW.batch_id AND t.account_id = NEW.account_id
    ))
))
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_other_hand'); END;
CREATE TRIGGER certificate_account_unchanged BEFORE UPDATE OF account_id ON certificate
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_unchanged'); END;
--[end]
--[postgres]
CREATE FUNCTION certificate_needs_another_hand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.account_id IS NULL OR (NEW.turn = 1 AND (
        (NEW.kind IN ('competence', 'school') AND EXISTS (
            SELECT 1 FROM unit_final f JOIN sitting s ON s.id = f.sitting_id
            WHERE f.batch_id = NEW.batch_id AND f.person_id = NEW.person_id AND f.verdict = 'K'
                AND s.assessor_account = NEW.account_id
        ))
        OR (NEW.kind = 'training' AND EXISTS (
            SELECT 1 FROM training_run t WHERE t.batch_id = NEW.batch_id AND t.account_id = NEW.account_id
        ))
    )) THEN
        RAISE EXCEPTION 'constraint failed: certificate_other_hand';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER certificate_other_hand BEFORE INSERT ON certificate
FOR EACH ROW EXECUTE FUNCTION certificate_needs_another_hand();
CREATE TRIGGER certificate_account_unchanged BEFORE UPDATE OF account_id ON certificate
FOR EACH ROW EXECUTE FUNCTION certificate_refuse_change();
--[end]
