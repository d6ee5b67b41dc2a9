-- A certificate that another registry issued: its own number, where its scan is kept, and to whom it was handed. There is nothing
-- here from which it could be made anew.
CREATE TABLE outside_certificate (
    id UUID PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES person (id),
    registry TEXT NOT NULL CONSTRAINT outside_certificate_registry
        CHECK (registry IN ('bnsp', 'kemnaker', 'kemdikbud', 'lpjk', 'other')),
    issuer TEXT NOT NULL CONSTRAINT outside_certificate_issuer CHECK (issuer <> ''),
    number TEXT NOT NULL CONSTRAINT outside_certificate_text CHECK (number <> ''),
    title TEXT NOT NULL CONSTRAINT outside_certificate_title CHECK (title <> ''),
    issued_on DATE NOT NULL,
    valid_until DATE,
    -- SHA-256 (hexadecimal) of the scanned file, and where paper or file is kept.
    scan_digest TEXT,
    kept_at TEXT NOT NULL DEFAULT '',
    account_id UUID NOT NULL REFERENCES account (id),
    CONSTRAINT outside_certificate_number UNIQUE (registry, number),
    CONSTRAINT outside_certificate_term CHECK (valid_until IS NULL OR valid_until > issued_on),
    CONSTRAINT outside_certificate_scan CHECK (scan_digest IS NULL OR LENGTH(scan_digest) = 64)
);
CREATE INDEX outside_certificate_by_person ON outside_certificate (person_id);

CREATE TABLE outside_handing (
    certificate_id UUID CONSTRAINT outside_handing_once PRIMARY KEY REFERENCES outside_certificate (id),
    day DATE NOT NULL,
    handed_to TEXT NOT NULL CONSTRAINT outside_handing_handed_to CHECK (handed_to <> ''),
    account_id UUID NOT NULL REFERENCES account (id)
);

--[sqlite]
CREATE TRIGGER outside_certificate_unchanged BEFORE UPDATE ON outside_certificate
BEGIN SELECT RAISE(ABORT, 'constraint failed: outside_kept'); END;
CREATE TRIGGER outside_certificate_kept BEFORE DELETE ON outside_certificate
BEGIN SELECT RAISE(ABORT, 'constraint failed: outside_kept'); END;
CREATE TRIGGER outside_handing_unchanged BEFORE UPDATE ON outside_handing
BEGIN SELECT RAISE(ABORT, 'constraint failed: outside_kept'); END;
CREATE TRIGGER outside_handing_kept BEFORE DELETE ON outside_handing
BEGIN SELECT RAISE(ABORT, 'constraint failed: outside_kept'); END;
--[end]
--[postgres]
CREATE FUNCTION outside_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'constraint failed: outside_kept'; END $$;
CREATE TRIGGER outside_certificate_kept BEFORE UPDATE OR DELETE ON outside_certificate
FOR EACH ROW EXECUTE FUNCTION outside_refuse();
CREATE TRIGGER outside_handing_kept BEFORE UPDATE OR DELETE ON outside_handing
FOR EACH ROW EXECUTE FUNCTION outside_refuse();
--[end]
