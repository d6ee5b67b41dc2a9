-- Under a licensed scheme no certificate before the certification body has confirmed the sittings it rests on.
--[sqlite]
CREATE TRIGGER certificate_needs_moderation BEFORE INSERT ON certificate
WHEN NEW.kind = 'competence' AND EXISTS (
    SELECT 1 FROM unit_final f JOIN sitting s ON s.id = f.sitting_id
    JOIN batch_assessment x ON x.batch_id = s.batch_id AND x.scheme_id IS NOT NULL
    WHERE f.batch_id = NEW.batch_id AND f.person_id = NEW.person_id AND s.kind = 'competence'
    AND NOT EXISTS (SELECT 1 FROM moderation m WHERE m.sitting_id = s.id AND m.state = 'confirmed')
    AND NOT EXISTS (SELECT 1 FROM appeal a WHERE a.decision_id = s.id)
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_needs_moderation'); END;
--[end]
--[postgres]
CREATE FUNCTION certificate_wants_moderation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.kind = 'competence' AND EXISTS (
        SELECT 1 FROM unit_final f JOIN sitting s ON s.id = f.sitting_id
        JOIN batch_assessment x ON x.batch_id = s.batch_id AND x.scheme_id IS NOT NULL
        WHERE f.batch_id = NEW.batch_id AND f.person_id = NEW.person_id AND s.kind = 'competence'
        AND NOT EXISTS (SELECT 1 FROM moderation m WHERE m.sitting_id = s.id AND m.state = 'confirmed')
        AND NOT EXISTS (SELECT 1 FROM appeal a WHERE a.decision_id = s.id)
    ) THEN
        RAISE EXCEPTION 'constraint failed: certificate_needs_moderation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER certificate_needs_moderation BEFORE INSERT ON certificate
FOR EACH ROW EXECUTE FUNCTION certificate_wants_moderation();
--[end]
