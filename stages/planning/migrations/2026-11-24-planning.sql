-- When the regime of a place lets sessions be held. Minutes of the local day; weekday 1 is Monday.
CREATE TABLE regime_window (
    host_id UUID NOT NULL REFERENCES organisation (id),
    weekday BIGINT NOT NULL CONSTRAINT regime_window_weekday CHECK (weekday BETWEEN 1 AND 7),
    starts BIGINT NOT NULL,
    ends BIGINT NOT NULL,
    PRIMARY KEY (host_id, weekday, starts),
    CONSTRAINT regime_window_hours CHECK (starts >= 0 AND starts < ends AND ends <= 1440)
);

CREATE TABLE closed_day (
    host_id UUID NOT NULL REFERENCES organisation (id),
    day DATE NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (host_id, day)
);

-- One planned session of a batch. Laying a timetable anew replaces the slots of the batch; once the batch is open they stay.
CREATE TABLE slot (
    id UUID PRIMARY KEY,
    batch_id UUID NOT NULL REFERENCES batch (id),
    day DATE NOT NULL,
    starts BIGINT NOT NULL,
    ends BIGINT NOT NULL,
    facility_id UUID NOT NULL REFERENCES facility (id),
    instructor_id UUID NOT NULL REFERENCES instructor (id),
    module_id UUID NOT NULL REFERENCES programme_module (id),
    jp BIGINT NOT NULL CONSTRAINT slot_jp CHECK (jp > 0),
    CONSTRAINT slot_hours CHECK (starts >= 0 AND starts < ends AND ends <= 1440),
    CONSTRAINT slot_start UNIQUE (batch_id, day, starts)
);
CREATE INDEX slot_of_day ON slot (day, facility_id);

-- A batch opens once.
CREATE TABLE opening (
    batch_id UUID PRIMARY KEY REFERENCES batch (id),
    opened_on DATE NOT NULL,
    account_id UUID REFERENCES account (id)
);

-- One row a host, taken by whoever lays a timetable there until commit, so that two cannot put sessions into one room at once.
CREATE TABLE laying_turn (
    host_id UUID PRIMARY KEY REFERENCES organisation (id),
    turns BIGINT NOT NULL
);
