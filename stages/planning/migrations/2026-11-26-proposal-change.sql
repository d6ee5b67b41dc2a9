-- What the hours of a proposal cost, rule by rule; less is better. Proposals that are older have none.
CREATE TABLE proposal_cost (
    proposal_id UUID NOT NULL REFERENCES proposal (id),
    position BIGINT NOT NULL,
    rule TEXT NOT NULL,
    units BIGINT NOT NULL CONSTRAINT proposal_cost_units CHECK (units >= 0),
    weight BIGINT NOT NULL CONSTRAINT proposal_cost_weight CHECK (weight >= 0),
    PRIMARY KEY (proposal_id, rule)
);

-- A proposal that a person made from another one by hand.
CREATE TABLE proposal_origin (
    proposal_id UUID PRIMARY KEY REFERENCES proposal (id),
    from_id UUID NOT NULL REFERENCES proposal (id),
    CONSTRAINT proposal_origin_other CHECK (from_id <> proposal_id)
);

-- What was changed: a JSON code with its values, in which people stand in no form; they stand beside it.
CREATE TABLE proposal_change (
    proposal_id UUID NOT NULL REFERENCES proposal_origin (proposal_id),
    position BIGINT NOT NULL CONSTRAINT proposal_change_position CHECK (position > 0),
    what TEXT NOT NULL,
    person_id UUID REFERENCES person (id),
    other_id UUID REFERENCES person (id),
    PRIMARY KEY (proposal_id, position)
);

-- A thorough search that goes on in the background. The job is forgotten some time after its end, so that nothing points at it.
CREATE TABLE proposal_search (
    job_id UUID PRIMARY KEY,
    host_id UUID NOT NULL REFERENCES organisation (id),
    code TEXT NOT NULL,
    -- Somebody wants it to end and to keep the best it has.
    keep_asked BOOLEAN NOT NULL DEFAULT FALSE
);
