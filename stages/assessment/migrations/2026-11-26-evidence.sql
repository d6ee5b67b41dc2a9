-- What an assessor saw of one person in one unit, or one element of it, by one kind of evidence; the latest turn of a kind
-- counts, those before stay. Valid, authentic, current and sufficient are judged one by one.
CREATE TABLE evidence (
    id UUID PRIMARY KEY,
    batch_id UUID NOT NULL REFERENCES batch (id),
    person_id UUID NOT NULL REFERENCES person (id),
    unit_id UUID NOT NULL REFERENCES programme_unit (id),
    -- Empty where the scheme assesses by whole units.
    element TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL CONSTRAINT evidence_kind
        CHECK (kind IN ('observation', 'question', 'product', 'portfolio', 'third_party')),
    turn BIGINT NOT NULL CONSTRAINT evidence_turn CHECK (turn >= 1),
    day DATE NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    is_valid BOOLEAN NOT NULL,
    is_authentic BOOLEAN NOT NULL,
    is_current BOOLEAN NOT NULL,
    is_sufficient BOOLEAN NOT NULL,
    account_id UUID NOT NULL REFERENCES account (id),
    account_name TEXT NOT NULL,
    CONSTRAINT evidence_once UNIQUE (batch_id, person_id, unit_id, element, kind, turn)
);

-- How the assessment was adapted to somebody: what, never why.
CREATE TABLE adjustment (
    batch_id UUID NOT NULL REFERENCES batch (id),
    person_id UUID NOT NULL REFERENCES person (id),
    adaptation TEXT NOT NULL CONSTRAINT adjustment_adaptation CHECK (
        adaptation IN ('read_aloud', 'oral_answers', 'by_demonstration', 'picture_sheet', 'own_language', 'more_time',
                       'pauses', 'other_place', 'other_tool')
    ),
    day DATE NOT NULL,
    account_id UUID NOT NULL REFERENCES account (id),
    account_name TEXT NOT NULL,
    CONSTRAINT adjustment_once PRIMARY KEY (batch_id, person_id, adaptation)
);

--[sqlite]
CREATE TRIGGER evidence_unchanged BEFORE UPDATE ON evidence
BEGIN SELECT RAISE(ABORT, 'constraint failed: evidence_kept'); END;
CREATE TRIGGER evidence_kept BEFORE DELETE ON evidence
BEGIN SELECT RAISE(ABORT, 'constraint failed: evidence_kept'); END;
CREATE TRIGGER adjustment_unchanged BEFORE UPDATE ON adjustment
BEGIN SELECT RAISE(ABORT, 'constraint failed: evidence_kept'); END;
CREATE TRIGGER adjustment_kept BEFORE DELETE ON adjustment
BEGIN SELECT RAISE(ABORT, 'constraint failed: evidence_kept'); END;
-- Under a licensed scheme no K without evidence that is valid, authentic, current and sufficient, element by element.
CREATE TRIGGER unit_result_needs_evidence BEFORE INSERT ON unit_result
WHEN NEW.verdict = 'K'
AND EXISTS (SELECT 1 FROM batch_assessment x WHERE x.batch_id = NEW.batch_id AND x.scheme_id IS NOT NULL)
AND (
    (
        NOT EXISTS (
            SELECT 1 FROM batch_assessment x JOIN programme_unit u ON u.id = NEW.unit_id
            JOIN scheme_element l ON l.scheme_id = x.scheme_id AND l.unit_code = u.code WHERE x.batch_id = NEW.batch_id
        ) AND NOT EXISTS (
            SELECT 1 FROM evidence e WHERE e.batch_id = NEW.batch_id AND e.person_id = NEW.person_id AND e.unit_id = NEW.unit_id
            AND e.element = '' AND e.is_valid = TRUE AND e.is_authentic = TRUE AND e.is_current = TRUE AND e.is_sufficient = TRUE
            AND NOT EXISTS (
                SELECT 1 FROM evidence n WHERE n.batch_id = e.batch_id AND n.person_id = e.person_id AND n.unit_id = e.unit_id
                AND n.element = e.element AND n.kind = e.kind AND n.turn > e.turn
            )
        )
    ) OR EXISTS (
        SELECT 1 FROM batch_assessment x JOIN programme_unit u ON u.id = NEW.unit_id
        JOIN scheme_element l ON l.scheme_id = x.scheme_id AND l.unit_code = u.code WHERE x.batch_id = NEW.batch_id
        AND NOT EXISTS (
            SELECT 1 FROM evidence e WHERE e.batch_id = NEW.batch_id AND e.person_id = NEW.person_id AND e.unit_id = NEW.unit_id
            AND e.element = l.number AND e.is_valid = TRUE AND e.is_authentic = TRUE AND e.is_current = TRUE AND e.is_sufficient = TRUE
            AND NOT EXISTS (
                SELECT 1 FROM evidence n WHERE n.batch_id = e.batch_id AND n.person_id = e.person_id AND n.unit_id = e.unit_id
                AND n.element = e.element AND n.kind = e.kind AND n.turn > e.turn
            )
        )
    )
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: unit_result_needs_evidence'); END;
--[end]
--[postgres]
CREATE FUNCTION evidence_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'constraint failed: evidence_kept'; END $$;
CREATE TRIGGER evidence_kept BEFORE UPDATE OR DELETE ON evidence FOR EACH ROW EXECUTE FUNCTION evidence_refuse();
CREATE TRIGGER adjustment_kept BEFORE UPDATE OR DELETE ON adjustment FOR EACH ROW EXECUTE FUNCTION evidence_refuse();
-- Under a licensed scheme no K without evidence that is valid, authentic, current and sufficient, element by element.
CREATE FUNCTION unit_result_wants_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.verdict = 'K'
    AND EXISTS (SELECT 1 FROM batch_assessment x WHERE x.batch_id = NEW.batch_id AND x.scheme_id IS NOT NULL)
    AND (
        (
            NOT EXISTS (
                SELECT 1 FROM batch_assessment x JOIN programme_unit u ON u.id = NEW.unit_id
                JOIN scheme_element l ON l.scheme_id = x.scheme_id AND l.unit_code = u.code WHERE x.batch_id = NEW.batch_id
            ) AND NOT EXISTS (
                SELECT 1 FROM evidence e WHERE e.batch_id = NEW.batch_id AND e.person_id = NEW.person_id AND e.unit_id = NEW.unit_id
                AND e.element = '' AND e.is_valid = TRUE AND e.is_authentic = TRUE AND e.is_current = TRUE AND e.is_sufficient = TRUE
                AND NOT EXISTS (
                    SELECT 1 FROM evidence n WHERE n.batch_id = e.batch_id AND n.person_id = e.person_id AND n.unit_id = e.unit_id
                    AND n.element = e.element AND n.kind = e.kind AND n.turn > e.turn
                )
            )
        ) OR EXISTS (
            SELECT 1 FROM batch_assessment x JOIN programme_unit u ON u.id = NEW.unit_id
            JOIN scheme_element l ON l.scheme_id = x.scheme_id AND l.unit_code = u.code WHERE x.batch_id = NEW.batch_id
            AND NOT EXISTS (
                SELECT 1 FROM evidence e WHERE e.batch_id = NEW.batch_id AND e.person_id = NEW.person_id AND e.unit_id = NEW.unit_id
                AND e.element = l.number AND e.is_valid = TRUE AND e.is_authentic = TRUE AND e.is_current = TRUE AND e.is_sufficient = TRUE
                AND NOT EXISTS (
                    SELECT 1 FROM evidence n WHERE n.batch_id = e.batch_id AND n.person_id = e.person_id AND n.unit_id = e.unit_id
                    AND n.element = e.element AND n.kind = e.kind AND n.turn > e.turn
                )
            )
        )
    ) THEN
        RAISE EXCEPTION 'constraint failed: unit_result_needs_evidence';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER unit_result_needs_evidence BEFORE INSERT ON unit_result
FOR EACH ROW EXECUTE FUNCTION unit_result_wants_evidence();
--[end]
