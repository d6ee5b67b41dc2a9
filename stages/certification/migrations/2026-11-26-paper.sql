-- Where the paper of a certificate is: printed, received from the printer, stored, handed over; and each further copy with its reason.
-- That the first copy reached its holder stands in `handing`; where that is all that was written down, the way begins with the second.
CREATE TABLE paper_step (
    certificate_id UUID NOT NULL REFERENCES certificate (id),
    turn BIGINT NOT NULL,
    copy BIGINT NOT NULL CONSTRAINT paper_step_copy CHECK (copy BETWEEN 1 AND 5),
    step TEXT NOT NULL CONSTRAINT paper_step_step CHECK (step IN ('printed', 'received', 'stored', 'handed')),
    day DATE NOT NULL,
    -- Where it is stored, from whom it came, or to whom it went.
    place TEXT NOT NULL,
    reason TEXT NOT NULL,
    account_id UUID,
    account_name TEXT NOT NULL,
    CONSTRAINT paper_step_turn PRIMARY KEY (certificate_id, turn),
    CONSTRAINT paper_step_place CHECK (step NOT IN ('stored', 'handed') OR place <> ''),
    CONSTRAINT paper_step_reason CHECK ((reason <> '') = (step = 'printed' AND copy > 1))
);

--[sqlite]
CREATE TRIGGER paper_step_follows BEFORE INSERT ON paper_step
WHEN EXISTS (SELECT 1 FROM revocation r WHERE r.certificate_id = NEW.certificate_id) OR NOT (
    (NEW.turn = 1 AND NEW.step = 'printed' AND (NEW.copy = 1 OR (
        NEW.copy = 2 AND EXISTS (SELECT 1 FROM handing h WHERE h.certificate_id = NEW.certificate_id)
    ))) OR EXISTS (
        SELECT 1 FROM paper_step p WHERE p.certificate_id = NEW.certificate_id AND p.turn = NEW.turn - 1 AND p.day <= NEW.day AND (
            (NEW.step = 'printed' AND NEW.copy = p.copy + 1)
            OR (NEW.step = 'received' AND NEW.copy = p.copy AND p.step = 'printed')
            OR (NEW.step = 'stored' AND NEW.copy = p.copy AND p.step IN ('received', 'stored'))
            OR (NEW.step = 'handed' AND NEW.copy = p.copy AND NEW.copy > 1 AND p.step IN ('received', 'stored'))
        )
    )
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: paper_step_follows'); END;
CREATE TRIGGER paper_step_unchanged BEFORE UPDATE ON paper_step
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
CREATE TRIGGER paper_step_kept BEFORE DELETE ON paper_step
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
--[end]
--[postgres]
CREATE FUNCTION paper_step_must_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM revocation r WHERE r.certificate_id = NEW.certificate_id) OR NOT (
        (NEW.turn = 1 AND NEW.step = 'printed' AND (NEW.copy = 1 OR (
        NEW.copy = 2 AND EXISTS (SELECT 1 FROM handing h WHERE h.certificate_id = NEW.certificate_id)
    ))) OR EXISTS (
            SELECT 1 FROM paper_step p
            WHERE p.certificate_id = NEW.certificate_id AND p.turn = NEW.turn - 1 AND p.day <= NEW.day AND (
                (NEW.step = 'printed' AND NEW.copy = p.copy + 1)
                OR (NEW.step = 'received' AND NEW.copy = p.copy AND p.step = 'printed')
                OR (NEW.step = 'stored' AND NEW.copy = p.copy AND p.step IN ('received', 'stored'))
                OR (NEW.step = 'handed' AND NEW.copy = p.copy AND NEW.copy > 1 AND p.step IN ('received', 'stored'))
            )
        )
    ) THEN
        RAISE EXCEPTION 'constraint failed: paper_step_follows';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER paper_step_follows BEFORE INSERT ON paper_step FOR EACH ROW EXECUTE FUNCTION paper_step_must_follow();
CREATE TRIGGER paper_step_kept BEFORE UPDATE OR DELETE ON paper_step
FOR EACH ROW EXECUTE FUNCTION certificate_refuse_loss();
--[end]
