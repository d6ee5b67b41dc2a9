-- A note to the press, of the signing of an agreement or of the opening of a batch. What was released stays as it was.
CREATE TABLE activity_report (
    id UUID PRIMARY KEY,
    code TEXT NOT NULL CONSTRAINT activity_report_code UNIQUE,
    office_id UUID NOT NULL REFERENCES organisation (id),
    agreement_id UUID NOT NULL REFERENCES agreement (id),
    batch_id UUID REFERENCES batch (id),
    state TEXT NOT NULL CONSTRAINT activity_report_state CHECK (state IN ('draft', 'released')),
    released_on DATE,
    headline TEXT NOT NULL CONSTRAINT activity_report_headline CHECK (headline <> ''),
    what TEXT NOT NULL,
    who TEXT NOT NULL,
    place TEXT NOT NULL,
    held_on DATE NOT NULL,
    why TEXT NOT NULL,
    how TEXT NOT NULL,
    quotes TEXT NOT NULL,
    photos TEXT NOT NULL,
    contact TEXT NOT NULL,
    CONSTRAINT activity_report_released CHECK ((state = 'released') = (released_on IS NOT NULL))
);
CREATE INDEX activity_report_office ON activity_report (office_id, held_on);

--[sqlite]
CREATE TRIGGER activity_report_stays BEFORE UPDATE ON activity_report WHEN OLD.state = 'released'
BEGIN SELECT RAISE(ABORT, 'a released report stays as it was'); END;
--[end]
--[postgres]
CREATE FUNCTION activity_report_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a released report stays as it was'; END $$;
CREATE TRIGGER activity_report_stays BEFORE UPDATE ON activity_report FOR EACH ROW WHEN (OLD.state = 'released')
EXECUTE FUNCTION activity_report_stays();
--[end]
