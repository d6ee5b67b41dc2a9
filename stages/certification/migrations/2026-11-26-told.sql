-- The holder was told that the certificate is revoked, by an office that answers for her.
CREATE TABLE revocation_told (
    certificate_id UUID CONSTRAINT revocation_told_once PRIMARY KEY REFERENCES revocation (certificate_id),
    day DATE NOT NULL,
    note TEXT NOT NULL,
    account_id UUID,
    account_name TEXT NOT NULL
);
--[sqlite]
CREATE TRIGGER revocation_told_after BEFORE INSERT ON revocation_told
WHEN NOT EXISTS (SELECT 1 FROM revocation r WHERE r.certificate_id = NEW.certificate_id AND r.day <= NEW.day)
BEGIN SELECT RAISE(ABORT, 'constraint failed: revocation_told_after'); END;
--[end]
--[postgres]
CREATE FUNCTION revocation_told_must_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM revocation r WHERE r.certificate_id = NEW.certificate_id AND r.day <= NEW.day) THEN
        RAISE EXCEPTION 'constraint failed: revocation_told_after';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER revocation_told_after BEFORE INSERT ON revocation_told
FOR EACH ROW EXECUTE FUNCTION revocation_told_must_follow();
--[end]
