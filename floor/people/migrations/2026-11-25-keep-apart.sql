-- Two people who never sit in one batch or room. Each pair once, the smaller id first; an ended one is kept.
CREATE TABLE keep_apart (
    one_id UUID NOT NULL REFERENCES person (id),
    other_id UUID NOT NULL REFERENCES person (id),
    since DATE NOT NULL,
    until DATE,
    reason TEXT NOT NULL,
    PRIMARY KEY (one_id, other_id, since),
    CONSTRAINT keep_apart_order CHECK (one_id < other_id),
    CONSTRAINT keep_apart_days CHECK (until IS NULL OR until >= since)
);
CREATE UNIQUE INDEX keep_apart_open ON keep_apart (one_id, other_id) WHERE until IS NULL;
CREATE INDEX keep_apart_other ON keep_apart (other_id);
