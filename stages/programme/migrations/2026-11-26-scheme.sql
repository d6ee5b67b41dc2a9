-- What a certification body assesses by. `forbids` says where an assessor may not belong: nowhere named, to who trains, or to
-- who trains and the host.
CREATE TABLE scheme (
    id UUID PRIMARY KEY,
    code TEXT NOT NULL CONSTRAINT scheme_code UNIQUE,
    number TEXT NOT NULL CONSTRAINT scheme_number CHECK (number <> ''),
    title TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT scheme_kind CHECK (kind IN ('kkni', 'occupation', 'cluster')),
    field TEXT NOT NULL CONSTRAINT scheme_field CHECK (field <> ''),
    standard TEXT NOT NULL DEFAULT '',
    lsp_id UUID NOT NULL REFERENCES organisation (id),
    forbids TEXT NOT NULL CONSTRAINT scheme_forbids CHECK (forbids IN ('nothing', 'provider', 'provider_and_host'))
);

-- The scope: units, and elements where the body assesses by them.
CREATE TABLE scheme_unit (
    scheme_id UUID NOT NULL REFERENCES scheme (id),
    position BIGINT NOT NULL,
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    CONSTRAINT scheme_unit_code PRIMARY KEY (scheme_id, code)
);

CREATE TABLE scheme_element (
    scheme_id UUID NOT NULL,
    unit_code TEXT NOT NULL,
    position BIGINT NOT NULL,
    number TEXT NOT NULL CONSTRAINT scheme_element_number CHECK (number <> ''),
    title TEXT NOT NULL,
    CONSTRAINT scheme_element_once PRIMARY KEY (scheme_id, unit_code, number),
    CONSTRAINT scheme_element_unit FOREIGN KEY (scheme_id, unit_code) REFERENCES scheme_unit (scheme_id, code)
);

CREATE TABLE scheme_licence (
    scheme_id UUID NOT NULL REFERENCES scheme (id),
    number TEXT NOT NULL CONSTRAINT scheme_licence_number CHECK (number <> ''),
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL,
    CONSTRAINT scheme_licence_once PRIMARY KEY (scheme_id, number),
    CONSTRAINT scheme_licence_term CHECK (starts_on <= ends_on)
);

-- An assessor's certificate for a field, and where she works besides.
CREATE TABLE assessor_certificate (
    account_id UUID NOT NULL REFERENCES account (id),
    number TEXT NOT NULL CONSTRAINT assessor_certificate_number CHECK (number <> ''),
    field TEXT NOT NULL CONSTRAINT assessor_certificate_field CHECK (field <> ''),
    workplace_id UUID REFERENCES organisation (id),
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL,
    CONSTRAINT assessor_certificate_once PRIMARY KEY (account_id, number, field),
    CONSTRAINT assessor_certificate_term CHECK (starts_on <= ends_on)
);

-- None: the assessment is booked without a licensed scheme.
ALTER TABLE batch_assessment ADD COLUMN scheme_id UUID REFERENCES scheme (id);

--[sqlite]
CREATE TRIGGER booking_fits_scheme BEFORE INSERT ON batch_assessment
WHEN NEW.scheme_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM scheme s JOIN scheme_licence l ON l.scheme_id = s.id
    JOIN assessor_certificate c ON c.account_id = NEW.assessor_account_id AND LOWER(c.field) = LOWER(s.field)
    WHERE s.id = NEW.scheme_id AND s.lsp_id = NEW.assessor_organisation_id
    AND l.starts_on <= NEW.reserved_on AND NEW.reserved_on <= l.ends_on
    AND c.starts_on <= NEW.reserved_on AND NEW.reserved_on <= c.ends_on
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: booking_fits_scheme'); END;
CREATE TRIGGER booking_fits_scheme_later BEFORE UPDATE ON batch_assessment
WHEN NEW.scheme_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM scheme s JOIN scheme_licence l ON l.scheme_id = s.id
    JOIN assessor_certificate c ON c.account_id = NEW.assessor_account_id AND LOWER(c.field) = LOWER(s.field)
    WHERE s.id = NEW.scheme_id AND s.lsp_id = NEW.assessor_organisation_id
    AND l.starts_on <= NEW.reserved_on AND NEW.reserved_on <= l.ends_on
    AND c.starts_on <= NEW.reserved_on AND NEW.reserved_on <= c.ends_on
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: booking_fits_scheme'); END;
CREATE TRIGGER booking_in_scope BEFORE INSERT ON batch_assessment
WHEN NEW.scheme_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM batch b JOIN programme_unit u ON u.programme_id = b.programme_id
    WHERE b.id = NEW.batch_id AND NOT EXISTS (
        SELECT 1 FROM scheme_unit k WHERE k.scheme_id = NEW.scheme_id AND k.code = u.code
    )
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: booking_in_scope'); END;
CREATE TRIGGER booking_in_scope_later BEFORE UPDATE ON batch_assessment
WHEN NEW.scheme_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM batch b JOIN programme_unit u ON u.programme_id = b.programme_id
    WHERE b.id = NEW.batch_id AND NOT EXISTS (
        SELECT 1 FROM scheme_unit k WHERE k.scheme_id = NEW.scheme_id AND k.code = u.code
    )
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: booking_in_scope'); END;
CREATE TRIGGER booking_assessor_belongs BEFORE INSERT ON batch_assessment
WHEN NEW.scheme_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM scheme s JOIN assessor_certificate c ON c.account_id = NEW.assessor_account_id
    JOIN batch b ON b.id = NEW.batch_id JOIN programme p ON p.id = b.programme_id
    WHERE s.id = NEW.scheme_id AND (
        (s.forbids <> 'nothing' AND c.workplace_id = COALESCE(b.provider_id, p.provider_id))
        OR (s.forbids = 'provider_and_host' AND c.workplace_id = p.host_id)
    )
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: booking_assessor_belongs'); END;
CREATE TRIGGER booking_assessor_belongs_later BEFORE UPDATE ON batch_assessment
WHEN NEW.scheme_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM scheme s JOIN assessor_certificate c ON c.account_id = NEW.assessor_account_id
    JOIN batch b ON b.id = NEW.batch_id JOIN programme p ON p.id = b.programme_id
    WHERE s.id = NEW.scheme_id AND (
        (s.forbids <> 'nothing' AND c.workplace_id = COALESCE(b.provider_id, p.provider_id))
        OR (s.forbids = 'provider_and_host' AND c.workplace_id = p.host_id)
    )
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: booking_assessor_belongs'); END;
CREATE TRIGGER booking_assessor_trains BEFORE INSERT ON batch_assessment
WHEN NEW.assessor_account_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM batch_instructor b JOIN instructor i ON i.id = b.instructor_id
    JOIN batch x ON x.id = b.batch_id JOIN programme p ON p.id = x.programme_id
    WHERE b.batch_id = NEW.batch_id AND i.account_id = NEW.assessor_account_id AND p.certificate_kind = 'competence'
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: booking_assessor_trains'); END;
CREATE TRIGGER booking_assessor_trains_later BEFORE UPDATE ON batch_assessment
WHEN NEW.assessor_account_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM batch_instructor b JOIN instructor i ON i.id = b.instructor_id
    JOIN batch x ON x.id = b.batch_id JOIN programme p ON p.id = x.programme_id
    WHERE b.batch_id = NEW.batch_id AND i.account_id = NEW.assessor_account_id AND p.certificate_kind = 'competence'
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: booking_assessor_trains'); END;
CREATE TRIGGER booking_one_a_day BEFORE INSERT ON batch_assessment
WHEN NEW.assessor_account_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM batch_assessment o WHERE o.assessor_account_id = NEW.assessor_account_id
    AND o.reserved_on = NEW.reserved_on AND o.batch_id <> NEW.batch_id
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: booking_one_a_day'); END;
CREATE TRIGGER booking_one_a_day_later BEFORE UPDATE ON batch_assessment
WHEN NEW.assessor_account_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM batch_assessment o WHERE o.assessor_account_id = NEW.assessor_account_id
    AND o.reserved_on = NEW.reserved_on AND o.batch_id <> NEW.batch_id
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: booking_one_a_day'); END;
CREATE TRIGGER scheme_unchanged BEFORE UPDATE ON scheme
BEGIN SELECT RAISE(ABORT, 'constraint failed: scheme_kept'); END;
CREATE TRIGGER scheme_kept BEFORE DELETE ON scheme
BEGIN SELECT RAISE(ABORT, 'constraint failed: scheme_kept'); END;
CREATE TRIGGER scheme_unit_unchanged BEFORE UPDATE ON scheme_unit
BEGIN SELECT RAISE(ABORT, 'constraint failed: scheme_kept'); END;
CREATE TRIGGER scheme_unit_kept BEFORE DELETE ON scheme_unit
BEGIN SELECT RAISE(ABORT, 'constraint failed: scheme_kept'); END;
CREATE TRIGGER scheme_element_unchanged BEFORE UPDATE ON scheme_element
BEGIN SELECT RAISE(ABORT, 'constraint failed: scheme_kept'); END;
CREATE TRIGGER scheme_element_kept BEFORE DELETE ON scheme_element
BEGIN SELECT RAISE(ABORT, 'constraint failed: scheme_kept'); END;
CREATE TRIGGER scheme_licence_unchanged BEFORE UPDATE ON scheme_licence
BEGIN SELECT RAISE(ABORT, 'constraint failed: scheme_kept'); END;
CREATE TRIGGER scheme_licence_kept BEFORE DELETE ON scheme_licence
BEGIN SELECT RAISE(ABORT, 'constraint failed: scheme_kept'); END;
CREATE TRIGGER assessor_certificate_unchanged BEFORE UPDATE ON assessor_certificate
BEGIN SELECT RAISE(ABORT, 'constraint failed: scheme_kept'); END;
CREATE TRIGGER assessor_certificate_kept BEFORE DELETE ON assessor_certificate
BEGIN SELECT RAISE(ABORT, 'constraint failed: scheme_kept'); END;
--[end]
--[postgres]
CREATE FUNCTION booking_must_fit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.scheme_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM scheme s JOIN scheme_licence l ON l.scheme_id = s.id
        JOIN assessor_certificate c ON c.account_id = NEW.assessor_account_id AND LOWER(c.field) = LOWER(s.field)
        WHERE s.id = NEW.scheme_id AND s.lsp_id = NEW.assessor_organisation_id
        AND l.starts_on <= NEW.reserved_on AND NEW.reserved_on <= l.ends_on
        AND c.starts_on <= NEW.reserved_on AND NEW.reserved_on <= c.ends_on
    ) THEN
        RAISE EXCEPTION 'constraint failed: booking_fits_scheme';
    END IF;
    IF NEW.scheme_id IS NOT NULL AND EXISTS (
        SELECT 1 FROM batch b JOIN programme_unit u ON u.programme_id = b.programme_id
        WHERE b.id = NEW.batch_id AND NOT EXISTS (
            SELECT 1 FROM scheme_unit k WHERE k.scheme_id = NEW.scheme_id AND k.code = u.code
        )
    ) THEN
        RAISE EXCEPTION 'constraint failed: booking_in_scope';
    END IF;
    IF NEW.scheme_id IS NOT NULL AND EXISTS (
        SELECT 1 FROM scheme s JOIN assessor_certificate c ON c.account_id = NEW.assessor_account_id
        JOIN batch b ON b.id = NEW.batch_id JOIN programme p ON p.id = b.programme_id
        WHERE s.id = NEW.scheme_id AND (
            (s.forbids <> 'nothing' AND c.workplace_id = COALESCE(b.provider_id, p.provider_id))
            OR (s.forbids = 'provider_and_host' AND c.workplace_id = p.host_id)
        )
    ) THEN
        RAISE EXCEPTION 'constraint failed: booking_assessor_belongs';
    END IF;
    IF NEW.assessor_account_id IS NOT NULL AND EXISTS (
        SELECT 1 FROM batch_instructor b JOIN instructor i ON i.id = b.instructor_id
        JOIN batch x ON x.id = b.batch_id JOIN programme p ON p.id = x.programme_id
        WHERE b.batch_id = NEW.batch_id AND i.account_id = NEW.assessor_account_id AND p.certificate_kind = 'competence'
    ) THEN
        RAISE EXCEPTION 'constraint failed: booking_assessor_trains';
    END IF;
    IF NEW.assessor_account_id IS NOT NULL AND EXISTS (
        SELECT 1 FROM batch_assessment o WHERE o.assessor_account_id = NEW.assessor_account_id
        AND o.reserved_on = NEW.reserved_on AND o.batch_id <> NEW.batch_id
    ) THEN
        RAISE EXCEPTION 'constraint failed: booking_one_a_day';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER booking_must_fit BEFORE INSERT OR UPDATE ON batch_assessment
FOR EACH ROW EXECUTE FUNCTION booking_must_fit();
CREATE FUNCTION scheme_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'constraint failed: scheme_kept'; END $$;
CREATE TRIGGER scheme_kept BEFORE UPDATE OR DELETE ON scheme FOR EACH ROW EXECUTE FUNCTION scheme_refuse();
CREATE TRIGGER scheme_unit_kept BEFORE UPDATE OR DELETE ON scheme_unit FOR EACH ROW EXECUTE FUNCTION scheme_refuse();
CREATE TRIGGER scheme_element_kept BEFORE UPDATE OR DELETE ON scheme_element FOR EACH ROW EXECUTE FUNCTION scheme_refuse();
CREATE TRIGGER scheme_licence_kept BEFORE UPDATE OR DELETE ON scheme_licence FOR EACH ROW EXECUTE FUNCTION scheme_refuse();
CREATE TRIGGER assessor_certificate_kept BEFORE UPDATE OR DELETE ON assessor_certificate FOR EACH ROW EXECUTE FUNCTION scheme_refuse();
--[end]
