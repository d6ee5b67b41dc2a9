-- Days on which an instructor does not come, or a room cannot be used. Why is not written: it is often somebody's illness.
CREATE TABLE away (
    id UUID PRIMARY KEY,
    host_id UUID NOT NULL REFERENCES organisation (id),
    instructor_id UUID REFERENCES instructor (id),
    facility_id UUID REFERENCES facility (id),
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL,
    account_id UUID REFERENCES account (id),
    CONSTRAINT away_days CHECK (starts_on <= ends_on),
    CONSTRAINT away_one CHECK ((instructor_id IS NULL) <> (facility_id IS NULL))
);
CREATE INDEX away_of_host ON away (host_id, ends_on);
