-- What happened, in the words of the room that did it.
CREATE TABLE event (
    id UUID PRIMARY KEY,
    leaf BIGINT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    object_kind TEXT NOT NULL,
    object_id UUID NOT NULL,
    actor_id UUID,
    actor_name TEXT NOT NULL,
    office_id UUID,
    at TIMESTAMPTZ NOT NULL,
    content TEXT
);

-- Other things the event is about, for their timelines.
CREATE TABLE event_about (
    event_id UUID NOT NULL REFERENCES event (id),
    object_kind TEXT NOT NULL,
    object_id UUID NOT NULL,
    PRIMARY KEY (object_kind, object_id, event_id)
);

-- The log. `number` counts from 0 without gaps.
CREATE TABLE audit_leaf (
    number BIGINT PRIMARY KEY,
    event_id UUID NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    actor TEXT NOT NULL,
    office TEXT NOT NULL,
    action TEXT NOT NULL,
    object TEXT NOT NULL,
    salt BYTEA NOT NULL,
    digest BYTEA NOT NULL,
    hash BYTEA NOT NULL,
    CONSTRAINT audit_leaf_number CHECK (number >= 0)
);

-- One row. Taking the next number locks it until commit, so that numbers have no gaps on either database.
CREATE TABLE audit_head (
    one BIGINT PRIMARY KEY CHECK (one = 1),
    size BIGINT NOT NULL
);
INSERT INTO audit_head (one, size) VALUES (1, 0);

--[sqlite]
CREATE TRIGGER audit_leaf_no_update BEFORE UPDATE ON audit_leaf
BEGIN SELECT RAISE(ABORT, 'constraint failed: audit_leaf_append_only'); END;
CREATE TRIGGER audit_leaf_no_delete BEFORE DELETE ON audit_leaf
BEGIN SELECT RAISE(ABORT, 'constraint failed: audit_leaf_append_only'); END;
--[end]
--[postgres]
CREATE FUNCTION audit_leaf_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'constraint failed: audit_leaf_append_only'; END $$;
CREATE TRIGGER audit_leaf_append_only BEFORE UPDATE OR DELETE ON audit_leaf
FOR EACH ROW EXECUTE FUNCTION audit_leaf_refuse();
--[end]
