-- Checkpoints that were signed and carried out of the database.
CREATE TABLE audit_checkpoint (
    size BIGINT PRIMARY KEY,
    note TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    CONSTRAINT audit_checkpoint_size CHECK (size > 0)
);

--[sqlite]
CREATE TRIGGER audit_checkpoint_no_update BEFORE UPDATE ON audit_checkpoint
BEGIN SELECT RAISE(ABORT, 'constraint failed: audit_checkpoint_append_only'); END;
CREATE TRIGGER audit_checkpoint_no_delete BEFORE DELETE ON audit_checkpoint
BEGIN SELECT RAISE(ABORT, 'constraint failed: audit_checkpoint_append_only'); END;
--[end]
--[postgres]
CREATE FUNCTION audit_checkpoint_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'constraint failed: audit_checkpoint_append_only'; END $$;
CREATE TRIGGER audit_checkpoint_append_only BEFORE UPDATE OR DELETE ON audit_checkpoint
FOR EACH ROW EXECUTE FUNCTION audit_checkpoint_refuse();
--[end]
