-- A candidate applies to be assessed (FR.APL.01).
CREATE TABLE candidate_application (
    batch_id UUID NOT NULL REFERENCES batch (id),
    person_id UUID NOT NULL REFERENCES person (id),
    purpose TEXT NOT NULL CONSTRAINT candidate_application_purpose
        CHECK (purpose IN ('certification', 'recertification', 'recognition', 'other')),
    day DATE NOT NULL,
    account_id UUID NOT NULL REFERENCES account (id),
    account_name TEXT NOT NULL,
    CONSTRAINT candidate_application_once PRIMARY KEY (batch_id, person_id)
);

-- The papers that came with it or after it; what is not here is missing.
CREATE TABLE application_paper (
    batch_id UUID NOT NULL,
    person_id UUID NOT NULL,
    paper TEXT NOT NULL CONSTRAINT application_paper_paper
        CHECK (paper IN ('identity', 'photo', 'education', 'training', 'experience')),
    day DATE NOT NULL,
    account_id UUID NOT NULL REFERENCES account (id),
    CONSTRAINT application_paper_once PRIMARY KEY (batch_id, person_id, paper),
    CONSTRAINT application_paper_of FOREIGN KEY (batch_id, person_id)
        REFERENCES candidate_application (batch_id, person_id)
);

-- What a candidate says of herself (FR.APL.02): unit by unit, or element by element; the latest turn counts.
CREATE TABLE self_assessment (
    batch_id UUID NOT NULL,
    person_id UUID NOT NULL,
    unit_id UUID NOT NULL REFERENCES programme_unit (id),
    element TEXT NOT NULL DEFAULT '',
    turn BIGINT NOT NULL CONSTRAINT self_assessment_turn CHECK (turn >= 1),
    verdict TEXT NOT NULL CONSTRAINT self_assessment_verdict CHECK (verdict IN ('K', 'BK')),
    day DATE NOT NULL,
    account_id UUID NOT NULL REFERENCES account (id),
    CONSTRAINT self_assessment_once PRIMARY KEY (batch_id, person_id, unit_id, element, turn),
    CONSTRAINT self_assessment_of FOREIGN KEY (batch_id, person_id)
        REFERENCES candidate_application (batch_id, person_id)
);

-- Assessor and candidate agree how she will be assessed (FR.AK.01): by which kinds of evidence.
CREATE TABLE assessment_agreement (
    batch_id UUID NOT NULL,
    person_id UUID NOT NULL,
    day DATE NOT NULL,
    by_observation BOOLEAN NOT NULL,
    by_question BOOLEAN NOT NULL,
    by_product BOOLEAN NOT NULL,
    by_portfolio BOOLEAN NOT NULL,
    by_third_party BOOLEAN NOT NULL,
    account_id UUID NOT NULL REFERENCES account (id),
    account_name TEXT NOT NULL,
    CONSTRAINT assessment_agreement_once PRIMARY KEY (batch_id, person_id),
    CONSTRAINT assessment_agreement_of FOREIGN KEY (batch_id, person_id)
        REFERENCES candidate_application (batch_id, person_id),
    CONSTRAINT assessment_agreement_kinds CHECK (
        by_observation = TRUE OR by_question = TRUE OR by_product = TRUE OR by_portfolio = TRUE OR by_third_party = TRUE
    )
);

--[sqlite]
CREATE TRIGGER candidate_application_unchanged BEFORE UPDATE ON candidate_application
BEGIN SELECT RAISE(ABORT, 'constraint failed: application_kept'); END;
CREATE TRIGGER candidate_application_kept BEFORE DELETE ON candidate_application
BEGIN SELECT RAISE(ABORT, 'constraint failed: application_kept'); END;
CREATE TRIGGER application_paper_unchanged BEFORE UPDATE ON application_paper
BEGIN SELECT RAISE(ABORT, 'constraint failed: application_kept'); END;
CREATE TRIGGER application_paper_kept BEFORE DELETE ON application_paper
BEGIN SELECT RAISE(ABORT, 'constraint failed: application_kept'); END;
CREATE TRIGGER self_assessment_unchanged BEFORE UPDATE ON self_assessment
BEGIN SELECT RAISE(ABORT, 'constraint failed: application_kept'); END;
CREATE TRIGGER self_assessment_kept BEFORE DELETE ON self_assessment
BEGIN SELECT RAISE(ABORT, 'constraint failed: application_kept'); END;
CREATE TRIGGER assessment_agreement_unchanged BEFORE UPDATE ON assessment_agreement
BEGIN SELECT RAISE(ABORT, 'constraint failed: application_kept'); END;
CREATE TRIGGER assessment_agreement_kept BEFORE DELETE ON assessment_agreement
BEGIN SELECT RAISE(ABORT, 'constraint failed: application_kept'); END;
-- Under a licensed scheme nobody is judged without having agreed to it.
CREATE TRIGGER unit_result_needs_agreement BEFORE INSERT ON unit_result
WHEN EXISTS (SELECT 1 FROM batch_assessment x WHERE x.batch_id = NEW.batch_id AND x.scheme_id IS NOT NULL)
AND NOT EXISTS (SELECT 1 FROM assessment_agreement g WHERE g.batch_id = NEW.batch_id AND g.person_id = NEW.person_id)
BEGIN SELECT RAISE(ABORT, 'constraint failed: unit_result_needs_agreement'); END;
--[end]
--[postgres]
CREATE FUNCTION application_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'constraint failed: application_kept'; END $$;
CREATE TRIGGER candidate_application_kept BEFORE UPDATE OR DELETE ON candidate_application FOR EACH ROW EXECUTE FUNCTION application_refuse();
CREATE TRIGGER application_paper_kept BEFORE UPDATE OR DELETE ON application_paper FOR EACH ROW EXECUTE FUNCTION application_refuse();
CREATE TRIGGER self_assessment_kept BEFORE UPDATE OR DELETE ON self_assessment FOR EACH ROW EXECUTE FUNCTION application_refuse();
CREATE TRIGGER assessment_agreement_kept BEFORE UPDATE OR DELETE ON assessment_agreement FOR EACH ROW EXECUTE FUNCTION application_refuse();
-- Under a licensed scheme nobody is judged without having agreed to it.
CREATE FUNCTION unit_result_wants_agreement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM batch_assessment x WHERE x.batch_id = NEW.batch_id AND x.scheme_id IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM assessment_agreement g WHERE g.batch_id = NEW.batch_id AND g.person_id = NEW.person_id) THEN
        RAISE EXCEPTION 'constraint failed: unit_result_needs_agreement';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER unit_result_needs_agreement BEFORE INSERT ON unit_result
FOR EACH ROW EXECUTE FUNCTION unit_result_wants_agreement();
--[end]
