-- What the planner proposes to a host: who sits where, and when each batch meets. Complete and never changed; it moves nobody before
-- a person approves it.
CREATE TABLE proposal (
    id UUID PRIMARY KEY,
    code TEXT NOT NULL CONSTRAINT proposal_code UNIQUE,
    host_id UUID NOT NULL REFERENCES organisation (id),
    -- The proposal in force when this one was made. Approval asks whether it still is.
    parent_id UUID REFERENCES proposal (id),
    made_at TIMESTAMPTZ NOT NULL,
    account_id UUID REFERENCES account (id),
    seed BIGINT NOT NULL,
    -- SHA-256 over the facts it was made from. Approval asks whether they are still so.
    facts_digest BYTEA NOT NULL,
    -- Sum of points reached, and the sum that no plan can exceed.
    value BIGINT NOT NULL,
    bound BIGINT NOT NULL,
    -- What was asked: people for each batch, lesson hours in one go and on one day.
    minimum BIGINT NOT NULL CONSTRAINT proposal_minimum CHECK (minimum >= 0),
    block_jp BIGINT NOT NULL CONSTRAINT proposal_block CHECK (block_jp > 0),
    day_jp BIGINT NOT NULL CONSTRAINT proposal_day CHECK (day_jp > 0),
    CONSTRAINT proposal_bound CHECK (value <= bound)
);
CREATE INDEX proposal_of_host ON proposal (host_id, made_at);

CREATE TABLE proposal_batch (
    proposal_id UUID NOT NULL REFERENCES proposal (id),
    batch_id UUID NOT NULL REFERENCES batch (id),
    position BIGINT NOT NULL,
    opens BOOLEAN NOT NULL,
    -- Why it has no timetable, as JSON codes; empty where it has one.
    waits_for TEXT NOT NULL DEFAULT '[]',
    PRIMARY KEY (proposal_id, batch_id),
    CONSTRAINT proposal_batch_position UNIQUE (proposal_id, position)
);

-- One verdict a person: a seat, a place among the reserves, or neither; and why, as a JSON code with its values.
CREATE TABLE proposal_verdict (
    proposal_id UUID NOT NULL REFERENCES proposal (id),
    person_id UUID NOT NULL REFERENCES person (id),
    batch_id UUID,
    why TEXT NOT NULL,
    PRIMARY KEY (proposal_id, person_id),
    CONSTRAINT proposal_verdict_batch FOREIGN KEY (proposal_id, batch_id) REFERENCES proposal_batch (proposal_id, batch_id)
);

CREATE TABLE proposal_reserve (
    proposal_id UUID NOT NULL,
    batch_id UUID NOT NULL,
    position BIGINT NOT NULL CONSTRAINT proposal_reserve_position CHECK (position > 0),
    person_id UUID NOT NULL REFERENCES person (id),
    PRIMARY KEY (proposal_id, batch_id, position),
    CONSTRAINT proposal_reserve_once UNIQUE (proposal_id, batch_id, person_id),
    CONSTRAINT proposal_reserve_batch FOREIGN KEY (proposal_id, batch_id) REFERENCES proposal_batch (proposal_id, batch_id)
);

CREATE TABLE proposal_slot (
    proposal_id UUID NOT NULL,
    batch_id UUID NOT NULL,
    day DATE NOT NULL,
    starts BIGINT NOT NULL,
    ends BIGINT NOT NULL,
    facility_id UUID NOT NULL REFERENCES facility (id),
    instructor_id UUID NOT NULL REFERENCES instructor (id),
    module_id UUID NOT NULL REFERENCES programme_module (id),
    jp BIGINT NOT NULL CONSTRAINT proposal_slot_jp CHECK (jp > 0),
    PRIMARY KEY (proposal_id, batch_id, day, starts),
    CONSTRAINT proposal_slot_hours CHECK (starts >= 0 AND starts < ends AND ends <= 1440),
    CONSTRAINT proposal_slot_batch FOREIGN KEY (proposal_id, batch_id) REFERENCES proposal_batch (proposal_id, batch_id)
);

-- Approved or turned down, once.
CREATE TABLE proposal_decision (
    proposal_id UUID PRIMARY KEY REFERENCES proposal (id),
    approved BOOLEAN NOT NULL,
    decided_on DATE NOT NULL,
    account_id UUID REFERENCES account (id),
    reason TEXT NOT NULL DEFAULT '',
    CONSTRAINT proposal_turned_down CHECK (approved = TRUE OR reason <> '')
);

-- The plan a host goes by. One row a host, so that of two approvals one comes first.
CREATE TABLE plan_in_force (
    host_id UUID PRIMARY KEY REFERENCES organisation (id),
    proposal_id UUID NOT NULL REFERENCES proposal (id)
);
