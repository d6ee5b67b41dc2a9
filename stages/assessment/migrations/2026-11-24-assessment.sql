-- One occasion on which somebody judged.
CREATE TABLE sitting (
    id UUID PRIMARY KEY,
    batch_id UUID NOT NULL REFERENCES batch (id),
    day DATE NOT NULL,
    kind TEXT NOT NULL,
    round BIGINT NOT NULL,
    assessor_account UUID,
    assessor_name TEXT NOT NULL,
    place TEXT NOT NULL DEFAULT '',
    CONSTRAINT sitting_kind CHECK (kind IN ('competence', 'mastery')),
    CONSTRAINT sitting_round CHECK (round >= 1)
);
CREATE INDEX sitting_by_batch ON sitting (batch_id, round);

-- One verdict, as given on that occasion; never changed. The attempt's number lets only one of two writers win.
CREATE TABLE unit_result (
    sitting_id UUID NOT NULL REFERENCES sitting (id),
    batch_id UUID NOT NULL REFERENCES batch (id),
    person_id UUID NOT NULL REFERENCES person (id),
    unit_id UUID NOT NULL REFERENCES programme_unit (id),
    attempt BIGINT NOT NULL,
    verdict TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (sitting_id, person_id, unit_id),
    CONSTRAINT unit_result_attempt UNIQUE (batch_id, person_id, unit_id, attempt),
    CONSTRAINT unit_result_verdict CHECK (verdict IN ('K', 'BK'))
);

-- The verdict in force. The second key lets a certificate point at a K, and only at a K.
CREATE TABLE unit_final (
    batch_id UUID NOT NULL REFERENCES batch (id),
    person_id UUID NOT NULL REFERENCES person (id),
    unit_id UUID NOT NULL REFERENCES programme_unit (id),
    verdict TEXT NOT NULL,
    sitting_id UUID NOT NULL REFERENCES sitting (id),
    PRIMARY KEY (batch_id, person_id, unit_id),
    CONSTRAINT unit_final_with_verdict UNIQUE (batch_id, person_id, unit_id, verdict),
    CONSTRAINT unit_final_verdict CHECK (verdict IN ('K', 'BK'))
);

--[sqlite]
CREATE TRIGGER unit_result_no_update BEFORE UPDATE ON unit_result
BEGIN SELECT RAISE(ABORT, 'constraint failed: unit_result_append_only'); END;
CREATE TRIGGER unit_result_no_delete BEFORE DELETE ON unit_result
BEGIN SELECT RAISE(ABORT, 'constraint failed: unit_result_append_only'); END;
CREATE TRIGGER unit_final_keeps_k BEFORE UPDATE ON unit_final WHEN OLD.verdict = 'K' AND NEW.verdict <> 'K'
BEGIN SELECT RAISE(ABORT, 'constraint failed: unit_final_keeps_k'); END;
CREATE TRIGGER unit_final_no_delete BEFORE DELETE ON unit_final
BEGIN SELECT RAISE(ABORT, 'constraint failed: unit_final_keeps_k'); END;
--[end]
--[postgres]
CREATE FUNCTION unit_result_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'constraint failed: unit_result_append_only'; END $$;
CREATE TRIGGER unit_result_append_only BEFORE UPDATE OR DELETE ON unit_result
FOR EACH ROW EXECUTE FUNCTION unit_result_refuse();
CREATE FUNCTION unit_final_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'constraint failed: unit_final_keeps_k'; END $$;
CREATE TRIGGER unit_final_keeps_k BEFORE UPDATE ON unit_final FOR EACH ROW
WHEN (OLD.verdict = 'K' AND NEW.verdict <> 'K') EXECUTE FUNCTION unit_final_refuse();
CREATE TRIGGER unit_final_no_delete BEFORE DELETE ON unit_final
FOR EACH ROW EXECUTE FUNCTION unit_final_refuse();
--[end]
