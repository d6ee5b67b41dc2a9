-- A list of people is a page of stays in the order of names, and a count. The name's key stands beside the stay, so that one
-- index gives the page and one the count, without reading everybody's row; only the database itself writes it.
ALTER TABLE episode ADD COLUMN name_key TEXT;
UPDATE episode SET name_key = (SELECT p.name_key FROM person p WHERE p.id = episode.person_id);
CREATE INDEX episode_by_name ON episode (office_id, name_key, person_id, id, kind, register);
CREATE INDEX episode_open_by_name ON episode (office_id, name_key, person_id, id, kind, register) WHERE ended_on IS NULL;
DROP INDEX episode_held;
CREATE INDEX episode_held ON episode (office_id, ended_on, kind, name_key, register, person_id);

--[sqlite]
CREATE TRIGGER episode_name AFTER INSERT ON episode
BEGIN UPDATE episode SET name_key = (SELECT p.name_key FROM person p WHERE p.id = NEW.person_id) WHERE id = NEW.id; END;
CREATE TRIGGER person_name_of_episodes AFTER UPDATE OF name_key ON person
BEGIN UPDATE episode SET name_key = NEW.name_key WHERE person_id = NEW.id; END;
--[end]
--[postgres]
CREATE FUNCTION episode_take_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN NEW.name_key := (SELECT p.name_key FROM person p WHERE p.id = NEW.person_id); RETURN NEW; END $$;
CREATE TRIGGER episode_name BEFORE INSERT ON episode FOR EACH ROW EXECUTE FUNCTION episode_take_name();
CREATE FUNCTION person_give_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN UPDATE episode SET name_key = NEW.name_key WHERE person_id = NEW.id; RETURN NEW; END $$;
CREATE TRIGGER person_name_of_episodes AFTER UPDATE OF name_key ON person FOR EACH ROW EXECUTE FUNCTION person_give_name();
--[end]
