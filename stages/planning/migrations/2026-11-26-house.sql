-- What a place can bear besides its hours: each row is one of its own limits, and a place without rows has none.
CREATE TABLE house_limit (
    host_id UUID PRIMARY KEY REFERENCES organisation (id),
    -- Sessions that can be watched at the same time.
    watched BIGINT CONSTRAINT house_limit_watched CHECK (watched >= 1),
    -- Open days at the end of a batch that should stay free.
    spare_days BIGINT NOT NULL CONSTRAINT house_limit_spare_days CHECK (spare_days BETWEEN 0 AND 60)
);

-- Hours that hold between two days instead of those of the rest of the year.
CREATE TABLE house_season (
    host_id UUID NOT NULL REFERENCES organisation (id),
    name TEXT NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL,
    weekday BIGINT NOT NULL CONSTRAINT house_season_weekday CHECK (weekday BETWEEN 1 AND 7),
    starts BIGINT NOT NULL,
    ends BIGINT NOT NULL,
    PRIMARY KEY (host_id, name, weekday, starts),
    CONSTRAINT house_season_days CHECK (starts_on <= ends_on),
    CONSTRAINT house_season_hours CHECK (starts >= 0 AND starts < ends AND ends <= 1440)
);

-- A room of a zone to which only so many people can be led at the same time.
CREATE TABLE house_zone (
    host_id UUID NOT NULL REFERENCES organisation (id),
    name TEXT NOT NULL,
    heads BIGINT NOT NULL CONSTRAINT house_zone_heads CHECK (heads >= 1),
    facility_id UUID NOT NULL REFERENCES facility (id),
    PRIMARY KEY (host_id, name, facility_id)
);

-- Sets of tools that the practice of these programmes uses.
CREATE TABLE house_tool (
    host_id UUID NOT NULL REFERENCES organisation (id),
    name TEXT NOT NULL,
    sets BIGINT NOT NULL CONSTRAINT house_tool_sets CHECK (sets >= 1),
    programme_id UUID NOT NULL REFERENCES programme (id),
    PRIMARY KEY (host_id, name, programme_id)
);

-- Minutes a room needs between two batches.
CREATE TABLE house_set_up (
    host_id UUID NOT NULL REFERENCES organisation (id),
    facility_id UUID NOT NULL REFERENCES facility (id),
    minutes BIGINT NOT NULL CONSTRAINT house_set_up_minutes CHECK (minutes BETWEEN 1 AND 600),
    PRIMARY KEY (host_id, facility_id)
);

-- Minutes an instructor needs from one room to another, and back.
CREATE TABLE house_way (
    host_id UUID NOT NULL REFERENCES organisation (id),
    from_id UUID NOT NULL REFERENCES facility (id),
    to_id UUID NOT NULL REFERENCES facility (id),
    minutes BIGINT NOT NULL CONSTRAINT house_way_minutes CHECK (minutes BETWEEN 1 AND 600),
    PRIMARY KEY (host_id, from_id, to_id),
    CONSTRAINT house_way_two CHECK (from_id <> to_id)
);
