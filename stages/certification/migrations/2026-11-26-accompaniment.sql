-- What a foundation's mentor confirmed of one she accompanied: the training completed, a business begun.
CREATE TABLE accompaniment (
    batch_id UUID NOT NULL REFERENCES batch (id),
    person_id UUID NOT NULL REFERENCES person (id),
    foundation_id UUID NOT NULL REFERENCES organisation (id),
    since DATE NOT NULL,
    day DATE NOT NULL,
    account_id UUID NOT NULL,
    account_name TEXT NOT NULL,
    CONSTRAINT accompaniment_once PRIMARY KEY (batch_id, person_id, foundation_id),
    CONSTRAINT accompaniment_days CHECK (day >= since)
);

-- An acknowledgement is the foundation's own, rests on such a confirmation, and another hand decides it.
--[sqlite]
CREATE TRIGGER accompaniment_needs_completion BEFORE INSERT ON accompaniment
WHEN NOT EXISTS (
    SELECT 1 FROM completion c WHERE c.batch_id = NEW.batch_id AND c.person_id = NEW.person_id AND c.complete = TRUE
        AND c.day <= NEW.day
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: accompaniment_needs_completion'); END;
CREATE TRIGGER accompaniment_unchanged BEFORE UPDATE ON accompaniment
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
CREATE TRIGGER accompaniment_kept BEFORE DELETE ON accompaniment
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
DROP TRIGGER certificate_of_issuer;
CREATE TRIGGER certificate_of_issuer BEFORE INSERT ON certificate
WHEN NEW.kind <> 'acknowledgement' AND NOT EXISTS (
    SELECT 1 FROM batch b JOIN programme p ON p.id = b.programme_id WHERE b.id = NEW.batch_id AND p.issuer_id = NEW.issuer_id
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_of_issuer'); END;
CREATE TRIGGER certificate_needs_accompaniment BEFORE INSERT ON certificate
WHEN NEW.kind = 'acknowledgement' AND NOT EXISTS (
    SELECT 1 FROM accompaniment a JOIN acknowledgement k ON k.id = NEW.acknowledgement_id AND k.account_id <> a.account_id
    WHERE a.batch_id = NEW.batch_id AND a.person_id = NEW.person_id AND a.foundation_id = NEW.issuer_id
        AND a.day <= NEW.issued_on
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_needs_accompaniment'); END;
--[end]
--[postgres]
CREATE FUNCTION accompaniment_must_fit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM completion c WHERE c.batch_id = NEW.batch_id AND c.person_id = NEW.person_id AND c.complete = TRUE
            AND c.day <= NEW.day
    ) THEN
        RAISE EXCEPTION 'constraint failed: accompaniment_needs_completion';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER accompaniment_needs_completion BEFORE INSERT ON accompaniment
FOR EACH ROW EXECUTE FUNCTION accompaniment_must_fit();
CREATE TRIGGER accompaniment_kept BEFORE UPDATE OR DELETE ON accompaniment
FOR EACH ROW EXECUTE FUNCTION certificate_refuse_loss();
CREATE OR REPLACE FUNCTION certificate_fits_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.kind <> 'acknowledgement' AND NOT EXISTS (
        SELECT 1 FROM batch b JOIN programme p ON p.id = b.programme_id
        WHERE b.id = NEW.batch_id AND p.issuer_id = NEW.issuer_id
    ) THEN
        RAISE EXCEPTION 'constraint failed: certificate_of_issuer';
    END IF;
    IF NEW.kind IN ('competence', 'school') AND (
        NOT EXISTS (
            SELECT 1 FROM batch b JOIN programme_unit u ON u.programme_id = b.programme_id WHERE b.id = NEW.batch_id
        ) OR EXISTS (
            SELECT 1 FROM batch b JOIN programme_unit u ON u.programme_id = b.programme_id
            LEFT JOIN unit_final f
                ON f.batch_id = b.id AND f.person_id = NEW.person_id AND f.unit_id = u.id AND f.verdict = 'K'
            WHERE b.id = NEW.batch_id AND f.unit_id IS NULL
        )
    ) THEN
        RAISE EXCEPTION 'constraint failed: certificate_needs_k';
    END IF;
    IF NEW.kind = 'training' AND NOT EXISTS (
        SELECT 1 FROM completion c WHERE c.batch_id = NEW.batch_id AND c.person_id = NEW.person_id AND c.complete = TRUE
    ) THEN
        RAISE EXCEPTION 'constraint failed: certificate_needs_completion';
    END IF;
    IF NEW.kind = 'acknowledgement' AND NOT EXISTS (
        SELECT 1 FROM accompaniment a
        JOIN acknowledgement k ON k.id = NEW.acknowledgement_id AND k.account_id <> a.account_id
        WHERE a.batch_id = NEW.batch_id AND a.person_id = NEW.person_id AND a.foundation_id = NEW.issuer_id
            AND a.day <= NEW.issued_on
    ) THEN
        RAISE EXCEPTION 'constraint failed: certificate_needs_accompaniment';
    END IF;
    IF NEW.state <> 'issued' THEN
        RAISE EXCEPTION 'constraint failed: certificate_begins_issued';
    END IF;
    RETURN NEW;
END $$;
--[end]
