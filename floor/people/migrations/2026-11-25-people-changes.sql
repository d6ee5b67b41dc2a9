-- A record that turned out to be the second of one person points at the first. No row written under it ever moves, but
-- the stays do: the rules about stays below hold for the person, not for a record.
ALTER TABLE person ADD COLUMN merged_into UUID REFERENCES person (id)
    CONSTRAINT person_not_itself CHECK (merged_into <> id);
CREATE INDEX person_merged_into ON person (merged_into);

-- Two records made one, and what each of them was before, so that it can be undone to the letter.
CREATE TABLE person_merge (
    id UUID PRIMARY KEY,
    kept_id UUID NOT NULL REFERENCES person (id),
    second_id UUID NOT NULL REFERENCES person (id),
    day DATE NOT NULL,
    reason TEXT NOT NULL CONSTRAINT person_merge_reason CHECK (reason <> ''),
    account_name TEXT NOT NULL,
    kept_kind TEXT NOT NULL,
    second_kind TEXT NOT NULL,
    -- Whether the second record's NIK went to the first, and why the first had none until then.
    nik_moved BOOLEAN NOT NULL,
    kept_nik_missing TEXT,
    kept_nik_note TEXT,
    undone_on DATE,
    undone_reason TEXT,
    undone_by TEXT,
    CONSTRAINT person_merge_undone CHECK ((undone_on IS NULL) = (undone_reason IS NULL)),
    CONSTRAINT person_merge_nik CHECK (nik_moved = (kept_nik_missing IS NOT NULL))
);
CREATE UNIQUE INDEX person_merge_once ON person_merge (second_id) WHERE undone_on IS NULL;
CREATE INDEX person_merge_kept ON person_merge (kept_id);

-- The stays that went over, and which of them ended because the other record stood in the same office.
CREATE TABLE person_merge_stay (
    merge_id UUID NOT NULL REFERENCES person_merge (id),
    episode_id UUID NOT NULL REFERENCES episode (id),
    was_ended BOOLEAN NOT NULL,
    PRIMARY KEY (merge_id, episode_id)
);

-- From one office to another. Both stays are there, so that nobody is between two offices.
CREATE TABLE transfer (
    id UUID PRIMARY KEY,
    from_episode UUID NOT NULL CONSTRAINT transfer_from UNIQUE REFERENCES episode (id),
    to_episode UUID NOT NULL CONSTRAINT transfer_to UNIQUE REFERENCES episode (id),
    day DATE NOT NULL,
    reason TEXT NOT NULL CONSTRAINT transfer_reason
        CHECK (reason IN ('capacity', 'placement', 'family', 'programme', 'order', 'other')),
    CONSTRAINT transfer_two_stays CHECK (from_episode <> to_episode)
);

-- Away for a while. The reason says where somebody is: it leaves in an envelope.
CREATE TABLE absence (
    id UUID PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES person (id),
    office_id UUID NOT NULL REFERENCES organisation (id),
    reason TEXT NOT NULL CONSTRAINT absence_reason CHECK (reason IN ('hospital', 'court', 'leave', 'other')),
    from_on DATE NOT NULL,
    -- The last day expected; none where nobody knows.
    until_on DATE,
    -- The day of being back; that day is no day of absence.
    returned_on DATE,
    CONSTRAINT absence_days CHECK (until_on IS NULL OR until_on >= from_on),
    CONSTRAINT absence_return CHECK (returned_on IS NULL OR returned_on >= from_on)
);
CREATE UNIQUE INDEX absence_open ON absence (person_id) WHERE returned_on IS NULL;
CREATE INDEX absence_of_person ON absence (person_id, from_on);

-- What happened to a person, once for each office that has to know.
CREATE TABLE circumstance (
    id UUID PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES person (id),
    office_id UUID NOT NULL REFERENCES organisation (id),
    kind TEXT NOT NULL CONSTRAINT circumstance_kind CHECK (kind IN
        ('moved-out', 'moved-in', 'absent', 'returned', 'released', 'died', 'merged', 'parted')),
    day DATE NOT NULL,
    told_at TIMESTAMPTZ NOT NULL,
    account_name TEXT NOT NULL
);
CREATE INDEX circumstance_office ON circumstance (office_id, day);

-- Something that hung on it was settled by a decision instead of an act.
CREATE TABLE circumstance_note (
    circumstance_id UUID NOT NULL REFERENCES circumstance (id),
    item TEXT NOT NULL,
    note TEXT NOT NULL CONSTRAINT circumstance_note_said CHECK (note <> ''),
    noted_on DATE NOT NULL,
    account_name TEXT NOT NULL,
    CONSTRAINT circumstance_note_once PRIMARY KEY (circumstance_id, item)
);

-- A stay is never a pointer's, and a pointer points at one who is none.
-- A stay that goes over to another record takes the name that stands there.
--[sqlite]
CREATE TRIGGER episode_name_moved AFTER UPDATE OF person_id ON episode
BEGIN UPDATE episode SET name_key = (SELECT p.name_key FROM person p WHERE p.id = NEW.person_id) WHERE id = NEW.id; END;
CREATE TRIGGER episode_of_kept_insert BEFORE INSERT ON episode
WHEN EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.person_id AND p.merged_into IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'constraint failed: episode_of_kept'); END;
CREATE TRIGGER episode_of_kept_update BEFORE UPDATE OF person_id ON episode
WHEN EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.person_id AND p.merged_into IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'constraint failed: episode_of_kept'); END;
CREATE TRIGGER person_merged_whole BEFORE UPDATE OF merged_into ON person
WHEN NEW.merged_into IS NOT NULL AND (
    EXISTS (SELECT 1 FROM person k WHERE k.id = NEW.merged_into AND k.merged_into IS NOT NULL)
    OR EXISTS (SELECT 1 FROM person s WHERE s.merged_into = NEW.id)
    OR EXISTS (SELECT 1 FROM episode e WHERE e.person_id = NEW.id)
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: person_merged_whole'); END;
--[end]
--[postgres]
CREATE TRIGGER episode_name_moved BEFORE UPDATE OF person_id ON episode FOR EACH ROW EXECUTE FUNCTION episode_take_name();
CREATE FUNCTION episode_of_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.person_id AND p.merged_into IS NOT NULL) THEN
        RAISE EXCEPTION 'constraint failed: episode_of_kept';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER episode_of_kept BEFORE INSERT OR UPDATE OF person_id ON episode
FOR EACH ROW EXECUTE FUNCTION episode_of_kept();
CREATE FUNCTION person_merged_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.merged_into IS NOT NULL AND (
        EXISTS (SELECT 1 FROM person k WHERE k.id = NEW.merged_into AND k.merged_into IS NOT NULL)
        OR EXISTS (SELECT 1 FROM person s WHERE s.merged_into = NEW.id)
        OR EXISTS (SELECT 1 FROM episode e WHERE e.person_id = NEW.id)
    ) THEN
        RAISE EXCEPTION 'constraint failed: person_merged_whole';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER person_merged_whole BEFORE UPDATE OF merged_into ON person
FOR EACH ROW EXECUTE FUNCTION person_merged_whole();
--[end]
