-- A training body's own decision to run a programme for ordinary learners stands among the agreements, with one party.
--[sqlite]
-- SQLite cannot change a check: the rows move to a new table, while references to them are looked at only at commit.
PRAGMA defer_foreign_keys = ON;
CREATE TABLE agreement_before AS SELECT * FROM agreement;
DROP TABLE agreement;
CREATE TABLE agreement (
    id UUID PRIMARY KEY,
    code TEXT NOT NULL CONSTRAINT agreement_code UNIQUE,
    title TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT agreement_kind CHECK (kind IN ('mou', 'pks', 'own')),
    host_id UUID NOT NULL REFERENCES organisation (id),
    meeting_id UUID REFERENCES meeting (id),
    fields TEXT NOT NULL,
    places TEXT NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL,
    state TEXT NOT NULL CONSTRAINT agreement_state CHECK (state IN ('draft', 'agreed', 'signed', 'ended')),
    ended_on DATE,
    end_reason TEXT,
    CONSTRAINT agreement_term CHECK (starts_on < ends_on),
    CONSTRAINT agreement_ended CHECK ((state = 'ended') = (ended_on IS NOT NULL AND end_reason IS NOT NULL)),
    CONSTRAINT agreement_ended_within CHECK (ended_on IS NULL OR ended_on <= ends_on)
);
CREATE INDEX agreement_host ON agreement (host_id);
INSERT INTO agreement (id, code, title, kind, host_id, meeting_id, fields, places, starts_on, ends_on, state, ended_on, end_reason)
SELECT id, code, title, kind, host_id, meeting_id, fields, places, starts_on, ends_on, state, ended_on, end_reason FROM agreement_before;
DROP TABLE agreement_before;
--[end]
--[postgres]
ALTER TABLE agreement DROP CONSTRAINT agreement_kind;
ALTER TABLE agreement ADD CONSTRAINT agreement_kind CHECK (kind IN ('mou', 'pks', 'own'));
--[end]
