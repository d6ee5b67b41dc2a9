-- Who recorded a death, and who took a wrong entry back: another person. The entry itself stays.
CREATE TABLE death (
    person_id UUID NOT NULL REFERENCES person (id),
    round BIGINT NOT NULL CONSTRAINT death_round CHECK (round >= 1),
    day DATE NOT NULL,
    recorded_on DATE NOT NULL,
    -- None for entries from before this was kept.
    account_id UUID REFERENCES account (id),
    account_name TEXT NOT NULL,
    -- The absence that ended with it.
    absence_id UUID REFERENCES absence (id),
    undone_on DATE,
    undone_by UUID REFERENCES account (id),
    undone_name TEXT,
    undone_reason TEXT CONSTRAINT death_undone_why CHECK (undone_reason <> ''),
    PRIMARY KEY (person_id, round),
    CONSTRAINT death_undone CHECK ((undone_on IS NULL) = (undone_reason IS NULL) AND (undone_on IS NULL) = (undone_name IS NULL)),
    CONSTRAINT death_two_people CHECK (undone_on IS NULL
        OR (account_id IS NOT NULL AND undone_by IS NOT NULL AND undone_by <> account_id)
        OR (account_id IS NULL AND undone_name <> account_name))
);
CREATE UNIQUE INDEX death_open ON death (person_id) WHERE undone_on IS NULL;
INSERT INTO death (person_id, round, day, recorded_on, account_name)
SELECT p.id, 1, p.died_on, p.died_on,
       COALESCE((SELECT MIN(c.account_name) FROM circumstance c WHERE c.person_id = p.id AND c.kind = 'died'), '')
FROM person p WHERE p.died_on IS NOT NULL;

-- Offices that were told of the death are told that it was an error.
--[sqlite]
CREATE TABLE circumstance_next (
    id UUID PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES person (id),
    office_id UUID NOT NULL REFERENCES organisation (id),
    kind TEXT NOT NULL CONSTRAINT circumstance_kind CHECK (kind IN
        ('moved-out', 'moved-in', 'absent', 'returned', 'released', 'died', 'death-undone', 'merged', 'parted')),
    day DATE NOT NULL,
    told_at TIMESTAMPTZ NOT NULL,
    account_name TEXT NOT NULL
);
INSERT INTO circumstance_next (id, person_id, office_id, kind, day, told_at, account_name)
SELECT id, person_id, office_id, kind, day, told_at, account_name FROM circumstance;
CREATE TABLE circumstance_note_next (
    circumstance_id UUID NOT NULL REFERENCES circumstance_next (id),
    item TEXT NOT NULL,
    note TEXT NOT NULL CONSTRAINT circumstance_note_said CHECK (note <> ''),
    noted_on DATE NOT NULL,
    account_name TEXT NOT NULL,
    CONSTRAINT circumstance_note_once PRIMARY KEY (circumstance_id, item)
);
INSERT INTO circumstance_note_next (circumstance_id, item, note, noted_on, account_name)
SELECT circumstance_id, item, note, noted_on, account_name FROM circumstance_note;
DROP TABLE circumstance_note;
DROP TABLE circumstance;
ALTER TABLE circumstance_next RENAME TO circumstance;
ALTER TABLE circumstance_note_next RENAME TO circumstance_note;
CREATE INDEX circumstance_office ON circumstance (office_id, day);
--[end]
--[postgres]
ALTER TABLE circumstance DROP CONSTRAINT circumstance_kind;
ALTER TABLE circumstance ADD CONSTRAINT circumstance_kind CHECK (kind IN
    ('moved-out', 'moved-in', 'absent', 'returned', 'released', 'died', 'death-undone', 'merged', 'parted'));
--[end]
