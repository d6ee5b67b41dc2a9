-- What a person last said they want to learn. `since` is the day this first choice was first said: the waiting list counts from it.
CREATE TABLE interest (
    person_id UUID PRIMARY KEY REFERENCES person (id),
    office_id UUID NOT NULL REFERENCES organisation (id),
    first_choice TEXT NOT NULL,
    second_choice TEXT NOT NULL DEFAULT '',
    experience TEXT NOT NULL DEFAULT '',
    experience_months BIGINT NOT NULL CONSTRAINT interest_experience CHECK (experience_months >= 0),
    literacy TEXT NOT NULL CONSTRAINT interest_literacy CHECK (literacy IN ('fluent', 'limited', 'none')),
    since DATE NOT NULL,
    told_on DATE NOT NULL
);

-- A hearing (sidang TPP) about one batch. A batch may be heard again before its decree; the intake names the hearing that counts.
CREATE TABLE hearing (
    id UUID PRIMARY KEY,
    code TEXT NOT NULL CONSTRAINT hearing_code UNIQUE,
    batch_id UUID NOT NULL REFERENCES batch (id),
    held_on DATE NOT NULL,
    chair TEXT NOT NULL,
    members TEXT NOT NULL
);

CREATE TABLE hearing_vote (
    hearing_id UUID NOT NULL REFERENCES hearing (id),
    person_id UUID NOT NULL REFERENCES person (id),
    recommendation TEXT NOT NULL CONSTRAINT hearing_vote_recommendation CHECK (recommendation IN ('seat', 'reserve', 'wait', 'refuse')),
    position BIGINT NOT NULL,
    -- Why the hearing departed from the ranking; empty where it did not.
    reason TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (hearing_id, person_id)
);

CREATE TABLE decree (
    id UUID PRIMARY KEY,
    batch_id UUID NOT NULL CONSTRAINT decree_batch UNIQUE REFERENCES batch (id),
    hearing_id UUID NOT NULL REFERENCES hearing (id),
    office_id UUID NOT NULL REFERENCES organisation (id),
    number TEXT NOT NULL,
    decreed_on DATE NOT NULL,
    signer TEXT NOT NULL,
    CONSTRAINT decree_number UNIQUE (office_id, number)
);

-- How far the choice for a batch has come. No row: nobody has been ranked yet.
CREATE TABLE intake (
    batch_id UUID PRIMARY KEY REFERENCES batch (id),
    state TEXT NOT NULL CONSTRAINT intake_state CHECK (state IN ('ranked', 'heard', 'decreed')),
    field TEXT NOT NULL,
    ranked_on DATE NOT NULL,
    hearing_id UUID REFERENCES hearing (id),
    CONSTRAINT intake_hearing CHECK (state = 'ranked' OR hearing_id IS NOT NULL)
);

-- Everyone considered for a batch. `reasons` is a JSON list of codes with their values, never prose; nothing in it tells of the sentence.
-- `spare_days` (days between the end of assessment and the earliest release) does, and is read only with the right to the sentence.
CREATE TABLE applicant (
    batch_id UUID NOT NULL REFERENCES batch (id),
    person_id UUID NOT NULL REFERENCES person (id),
    -- Whether the person asked for this field at all.
    applied BOOLEAN NOT NULL,
    eligible BOOLEAN NOT NULL,
    reasons TEXT NOT NULL,
    spare_days BIGINT,
    score BIGINT NOT NULL,
    rank BIGINT,
    waiting_since DATE NOT NULL,
    PRIMARY KEY (batch_id, person_id),
    CONSTRAINT applicant_rank UNIQUE (batch_id, rank),
    CONSTRAINT applicant_ranked CHECK ((eligible = TRUE) = (rank IS NOT NULL))
);

-- A batch cannot be overfull: each seated person has a number, each number is there once, none is above the batch's seats,
-- and the batch's seats are those of the batch itself.
CREATE TABLE seat (
    id UUID PRIMARY KEY,
    batch_id UUID NOT NULL,
    seats BIGINT NOT NULL,
    person_id UUID NOT NULL REFERENCES person (id),
    decree_id UUID NOT NULL REFERENCES decree (id),
    state TEXT NOT NULL CONSTRAINT seat_state CHECK (state IN ('seated', 'reserve', 'left')),
    number BIGINT,
    reserve_position BIGINT,
    since DATE NOT NULL,
    left_on DATE,
    left_reason TEXT NOT NULL DEFAULT '',
    CONSTRAINT seat_batch FOREIGN KEY (batch_id, seats) REFERENCES batch (id, seats) ON UPDATE CASCADE,
    CONSTRAINT seat_number_kept CHECK ((state = 'seated') = (number IS NOT NULL)),
    CONSTRAINT seat_number_within CHECK (number IS NULL OR (number >= 1 AND number <= seats)),
    CONSTRAINT seat_left CHECK ((state = 'left') = (left_on IS NOT NULL)),
    CONSTRAINT seat_number UNIQUE (batch_id, number),
    CONSTRAINT seat_person UNIQUE (batch_id, person_id)
);
CREATE INDEX seat_of_person ON seat (person_id);
