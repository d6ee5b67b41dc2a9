-- A batch whose agreement ended in the middle may go on under another one. Where nothing stands here, the programme's holds.
ALTER TABLE batch ADD COLUMN agreement_id UUID REFERENCES agreement (id);
ALTER TABLE batch ADD COLUMN provider_id UUID REFERENCES organisation (id);

-- Each time, from which agreement to which, from what day on, and why; never changed.
CREATE TABLE batch_takeover (
    batch_id UUID NOT NULL REFERENCES batch (id),
    number BIGINT NOT NULL,
    from_agreement_id UUID NOT NULL REFERENCES agreement (id),
    agreement_id UUID NOT NULL REFERENCES agreement (id),
    provider_id UUID NOT NULL REFERENCES organisation (id),
    since DATE NOT NULL,
    reason TEXT NOT NULL CONSTRAINT batch_takeover_reason CHECK (reason <> ''),
    account_id UUID,
    CONSTRAINT batch_takeover_once PRIMARY KEY (batch_id, number),
    CONSTRAINT batch_takeover_number CHECK (number >= 1),
    CONSTRAINT batch_takeover_other CHECK (from_agreement_id <> agreement_id)
);
CREATE INDEX batch_takeover_from ON batch_takeover (from_agreement_id);

--[sqlite]
-- Never two agreements on one day, never another office's people, never one that is not signed.
CREATE TRIGGER batch_takeover_fits BEFORE INSERT ON batch_takeover
WHEN NOT EXISTS (
    SELECT 1 FROM agreement f JOIN agreement t ON t.host_id = f.host_id
    WHERE f.id = NEW.from_agreement_id AND t.id = NEW.agreement_id AND COALESCE(f.ended_on, f.ends_on) < NEW.since
    AND t.starts_on <= NEW.since AND NEW.since <= COALESCE(t.ended_on, t.ends_on) AND t.state IN ('signed', 'ended')
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: batch_takeover_fits'); END;
CREATE TRIGGER batch_takeover_unchanged BEFORE UPDATE ON batch_takeover
BEGIN SELECT RAISE(ABORT, 'constraint failed: batch_takeover_kept'); END;
CREATE TRIGGER batch_takeover_kept BEFORE DELETE ON batch_takeover
BEGIN SELECT RAISE(ABORT, 'constraint failed: batch_takeover_kept'); END;
CREATE TRIGGER batch_agreement_by_takeover BEFORE UPDATE OF agreement_id ON batch
WHEN NOT EXISTS (SELECT 1 FROM batch_takeover t WHERE t.batch_id = NEW.id AND t.agreement_id = NEW.agreement_id)
BEGIN SELECT RAISE(ABORT, 'constraint failed: batch_agreement_by_takeover'); END;
--[end]
--[postgres]
-- Never two agreements on one day, never another office's people, never one that is not signed.
CREATE FUNCTION batch_takeover_must_fit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM agreement f JOIN agreement t ON t.host_id = f.host_id
        WHERE f.id = NEW.from_agreement_id AND t.id = NEW.agreement_id AND COALESCE(f.ended_on, f.ends_on) < NEW.since
        AND t.starts_on <= NEW.since AND NEW.since <= COALESCE(t.ended_on, t.ends_on) AND t.state IN ('signed', 'ended')
    ) THEN
        RAISE EXCEPTION 'constraint failed: batch_takeover_fits';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER batch_takeover_fits BEFORE INSERT ON batch_takeover FOR EACH ROW EXECUTE FUNCTION batch_takeover_must_fit();
CREATE FUNCTION batch_takeover_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'constraint failed: batch_takeover_kept'; END $$;
CREATE TRIGGER batch_takeover_kept BEFORE UPDATE OR DELETE ON batch_takeover
FOR EACH ROW EXECUTE FUNCTION batch_takeover_refuse();
CREATE FUNCTION batch_agreement_needs_takeover() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM batch_takeover t WHERE t.batch_id = NEW.id AND t.agreement_id = NEW.agreement_id) THEN
        RAISE EXCEPTION 'constraint failed: batch_agreement_by_takeover';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER batch_agreement_by_takeover BEFORE UPDATE OF agreement_id ON batch
FOR EACH ROW EXECUTE FUNCTION batch_agreement_needs_takeover();
--[end]
