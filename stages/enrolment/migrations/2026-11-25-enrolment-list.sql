-- Who recommended: the hearing board of an office that answers for people, or the enrolment list of a training body or school.
ALTER TABLE hearing ADD COLUMN kind TEXT NOT NULL DEFAULT 'board' CONSTRAINT hearing_kind CHECK (kind IN ('board', 'list'));
