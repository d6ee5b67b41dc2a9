-- The key by which an issuer signs, the same for all its learners. The seed is sealed with the installation's own key.
CREATE TABLE issuer_key (
    organisation_id UUID PRIMARY KEY REFERENCES organisation (id),
    did TEXT NOT NULL CONSTRAINT issuer_key_did UNIQUE,
    sealed_seed BYTEA NOT NULL
);

-- The recorded decision without which an acknowledgement is not issued.
CREATE TABLE acknowledgement (
    id UUID PRIMARY KEY,
    batch_id UUID NOT NULL REFERENCES batch (id),
    decided_on DATE NOT NULL,
    decision TEXT NOT NULL CONSTRAINT acknowledgement_decision CHECK (decision <> ''),
    account_id UUID,
    CONSTRAINT acknowledgement_of_batch UNIQUE (id, batch_id)
);

-- `credential` and `pdf` are the very bytes that were issued; printing again gives them again.
CREATE TABLE certificate (
    id UUID PRIMARY KEY,
    number TEXT NOT NULL CONSTRAINT certificate_number UNIQUE,
    credential_id TEXT NOT NULL CONSTRAINT certificate_credential_id UNIQUE,
    kind TEXT NOT NULL
        CONSTRAINT certificate_kind CHECK (kind IN ('training', 'school', 'competence', 'acknowledgement')),
    batch_id UUID NOT NULL REFERENCES batch (id),
    person_id UUID NOT NULL REFERENCES person (id),
    issuer_id UUID NOT NULL REFERENCES issuer_key (organisation_id),
    acknowledgement_id UUID,
    learner_name TEXT NOT NULL,
    title TEXT NOT NULL,
    jp BIGINT,
    issued_on DATE NOT NULL,
    valid_until DATE,
    state TEXT NOT NULL CONSTRAINT certificate_state CHECK (state IN ('issued', 'handed', 'revoked')),
    credential TEXT NOT NULL,
    pdf BYTEA NOT NULL,
    CONSTRAINT certificate_learner UNIQUE (id, batch_id, person_id),
    CONSTRAINT certificate_jp CHECK (jp IS NULL OR jp > 0),
    CONSTRAINT certificate_term CHECK (valid_until IS NULL OR valid_until > issued_on),
    CONSTRAINT certificate_acknowledgement CHECK ((kind = 'acknowledgement') = (acknowledgement_id IS NOT NULL)),
    CONSTRAINT certificate_decision FOREIGN KEY (acknowledgement_id, batch_id) REFERENCES acknowledgement (id, batch_id)
);
-- One certificate in force for one achievement of one person.
CREATE UNIQUE INDEX certificate_in_force ON certificate (batch_id, person_id, kind) WHERE state <> 'revoked';
CREATE INDEX certificate_by_person ON certificate (person_id);
CREATE INDEX certificate_by_issuer ON certificate (issuer_id, issued_on);

-- Only a final K of this person in this batch can stand on a certificate.
CREATE TABLE certificate_unit (
    certificate_id UUID NOT NULL,
    batch_id UUID NOT NULL,
    person_id UUID NOT NULL,
    unit_id UUID NOT NULL,
    verdict TEXT NOT NULL CONSTRAINT certificate_unit_verdict CHECK (verdict = 'K'),
    PRIMARY KEY (certificate_id, unit_id),
    CONSTRAINT certificate_unit_learner FOREIGN KEY (certificate_id, batch_id, person_id)
        REFERENCES certificate (id, batch_id, person_id),
    CONSTRAINT certificate_unit_final FOREIGN KEY (batch_id, person_id, unit_id, verdict)
        REFERENCES unit_final (batch_id, person_id, unit_id, verdict)
);

CREATE TABLE revocation (
    certificate_id UUID CONSTRAINT revocation_once PRIMARY KEY REFERENCES certificate (id),
    day DATE NOT NULL,
    reason TEXT NOT NULL CONSTRAINT revocation_reason CHECK (reason <> ''),
    account_id UUID
);

CREATE TABLE handing (
    certificate_id UUID CONSTRAINT handing_once PRIMARY KEY REFERENCES certificate (id),
    day DATE NOT NULL,
    handed_to TEXT NOT NULL CONSTRAINT handing_handed_to CHECK (handed_to <> ''),
    account_id UUID
);

--[sqlite]
CREATE TRIGGER certificate_of_issuer BEFORE INSERT ON certificate
WHEN NOT EXISTS (
    SELECT 1 FROM batch b JOIN programme p ON p.id = b.programme_id WHERE b.id = NEW.batch_id AND p.issuer_id = NEW.issuer_id
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_of_issuer'); END;
CREATE TRIGGER certificate_needs_k BEFORE INSERT ON certificate
WHEN NEW.kind IN ('competence', 'school') AND (
    NOT EXISTS (
        SELECT 1 FROM batch b JOIN programme_unit u ON u.programme_id = b.programme_id WHERE b.id = NEW.batch_id
    ) OR EXISTS (
        SELECT 1 FROM batch b JOIN programme_unit u ON u.programme_id = b.programme_id
        LEFT JOIN unit_final f ON f.batch_id = b.id AND f.person_id = NEW.person_id AND f.unit_id = u.id AND f.verdict = 'K'
        WHERE b.id = NEW.batch_id AND f.unit_id IS NULL
    )
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_needs_k'); END;
CREATE TRIGGER certificate_needs_completion BEFORE INSERT ON certificate
WHEN NEW.kind = 'training' AND NOT EXISTS (
    SELECT 1 FROM completion c WHERE c.batch_id = NEW.batch_id AND c.person_id = NEW.person_id AND c.complete = TRUE
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_needs_completion'); END;
CREATE TRIGGER certificate_begins_issued BEFORE INSERT ON certificate WHEN NEW.state <> 'issued'
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_begins_issued'); END;
CREATE TRIGGER certificate_unchanged
BEFORE UPDATE OF id, number, credential_id, kind, batch_id, person_id, issuer_id, acknowledgement_id, learner_name, title, jp,
    issued_on, valid_until, credential, pdf ON certificate
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_unchanged'); END;
CREATE TRIGGER certificate_order BEFORE UPDATE OF state ON certificate
WHEN NOT (
    (NEW.state = 'handed' AND OLD.state = 'issued' AND EXISTS (SELECT 1 FROM handing h WHERE h.certificate_id = OLD.id))
    OR (NEW.state = 'revoked' AND OLD.state <> 'revoked' AND EXISTS (SELECT 1 FROM revocation r WHERE r.certificate_id = OLD.id))
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_order'); END;
CREATE TRIGGER certificate_kept BEFORE DELETE ON certificate
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
CREATE TRIGGER certificate_unit_unchanged BEFORE UPDATE ON certificate_unit
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
CREATE TRIGGER certificate_unit_kept BEFORE DELETE ON certificate_unit
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
CREATE TRIGGER revocation_unchanged BEFORE UPDATE ON revocation
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
CREATE TRIGGER revocation_kept BEFORE DELETE ON revocation
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
CREATE TRIGGER handing_unchanged BEFORE UPDATE ON handing
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
CREATE TRIGGER handing_kept BEFORE DELETE ON handing
BEGIN SELECT RAISE(ABORT, 'constraint failed: certificate_kept'); END;
--[end]
--[postgres]
CREATE FUNCTION certificate_fits_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
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
    IF NEW.state <> 'issued' THEN
        RAISE EXCEPTION 'constraint failed: certificate_begins_issued';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER certificate_fits_rules BEFORE INSERT ON certificate FOR EACH ROW EXECUTE FUNCTION certificate_fits_rules();
CREATE FUNCTION certificate_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'constraint failed: certificate_unchanged'; END $$;
CREATE TRIGGER certificate_unchanged
BEFORE UPDATE OF id, number, credential_id, kind, batch_id, person_id, issuer_id, acknowledgement_id, learner_name, title, jp,
    issued_on, valid_until, credential, pdf ON certificate
FOR EACH ROW EXECUTE FUNCTION certificate_refuse_change();
CREATE FUNCTION certificate_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state = 'handed' AND OLD.state = 'issued'
        AND EXISTS (SELECT 1 FROM handing h WHERE h.certificate_id = OLD.id) THEN
        RETURN NEW;
    END IF;
    IF NEW.state = 'revoked' AND OLD.state <> 'revoked'
        AND EXISTS (SELECT 1 FROM revocation r WHERE r.certificate_id = OLD.id) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'constraint failed: certificate_order';
END $$;
CREATE TRIGGER certificate_order BEFORE UPDATE OF state ON certificate
FOR EACH ROW EXECUTE FUNCTION certificate_in_order();
CREATE FUNCTION certificate_refuse_loss() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'constraint failed: certificate_kept'; END $$;
CREATE TRIGGER certificate_kept BEFORE DELETE ON certificate FOR EACH ROW EXECUTE FUNCTION certificate_refuse_loss();
CREATE TRIGGER certificate_unit_kept BEFORE UPDATE OR DELETE ON certificate_unit
FOR EACH ROW EXECUTE FUNCTION certificate_refuse_loss();
CREATE TRIGGER revocation_kept BEFORE UPDATE OR DELETE ON revocation
FOR EACH ROW EXECUTE FUNCTION certificate_refuse_loss();
CREATE TRIGGER handing_kept BEFORE UPDATE OR DELETE ON handing
FOR EACH ROW EXECUTE FUNCTION certificate_refuse_loss();
--[end]
