-- What a prison hands over to a probation office before the gate opens.
CREATE TABLE handover (
    id UUID PRIMARY KEY,
    code TEXT NOT NULL CONSTRAINT handover_code UNIQUE,
    person_id UUID NOT NULL REFERENCES person (id),
    from_id UUID NOT NULL REFERENCES organisation (id),
    to_id UUID NOT NULL REFERENCES organisation (id),
    state TEXT NOT NULL CONSTRAINT handover_state CHECK (state IN ('prepared', 'accepted', 'returned')),
    expected_on DATE NOT NULL,
    prepared_on DATE NOT NULL,
    decided_on DATE,
    counsellor_id UUID REFERENCES account (id),
    first_meeting_on DATE,
    reason TEXT,
    CONSTRAINT handover_decided CHECK ((state = 'prepared') = (decided_on IS NULL)),
    CONSTRAINT handover_accepted CHECK (state <> 'accepted' OR (counsellor_id IS NOT NULL AND first_meeting_on IS NOT NULL)),
    CONSTRAINT handover_returned CHECK (state <> 'returned' OR reason IS NOT NULL),
    CONSTRAINT handover_two_offices CHECK (from_id <> to_id)
);

-- One pack at a time waits for an answer.
CREATE UNIQUE INDEX handover_waiting ON handover (person_id) WHERE state = 'prepared';
CREATE INDEX handover_person ON handover (person_id);
CREATE INDEX handover_to ON handover (to_id, state);

-- What the pack holds, as it was when it was made.
CREATE TABLE handover_item (
    handover_id UUID NOT NULL REFERENCES handover (id),
    position BIGINT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT handover_item_kind CHECK (kind IN ('certificate', 'training', 'document')),
    label TEXT NOT NULL,
    detail TEXT NOT NULL DEFAULT '',
    present BOOLEAN NOT NULL,
    PRIMARY KEY (handover_id, position)
);
