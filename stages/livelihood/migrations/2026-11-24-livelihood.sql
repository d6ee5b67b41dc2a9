CREATE TABLE employer (
    id UUID PRIMARY KEY,
    code TEXT NOT NULL CONSTRAINT employer_code UNIQUE,
    name TEXT NOT NULL CONSTRAINT employer_name UNIQUE,
    organisation_id UUID REFERENCES organisation (id),
    district_code TEXT NOT NULL,
    contact TEXT NOT NULL DEFAULT ''
);

CREATE TABLE vacancy (
    id UUID PRIMARY KEY,
    code TEXT NOT NULL CONSTRAINT vacancy_code UNIQUE,
    employer_id UUID NOT NULL REFERENCES employer (id),
    title TEXT NOT NULL,
    field TEXT NOT NULL,
    district_code TEXT NOT NULL,
    openings BIGINT NOT NULL CONSTRAINT vacancy_openings CHECK (openings > 0),
    requirement TEXT NOT NULL DEFAULT '',
    closes_on DATE NOT NULL,
    posted_on DATE NOT NULL,
    CONSTRAINT vacancy_once UNIQUE (employer_id, title, district_code, closes_on)
);

CREATE TABLE referral (
    vacancy_id UUID NOT NULL REFERENCES vacancy (id),
    person_id UUID NOT NULL REFERENCES person (id),
    referred_on DATE NOT NULL,
    state TEXT NOT NULL CONSTRAINT referral_state CHECK (state IN ('referred', 'hired', 'declined')),
    decided_on DATE,
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (vacancy_id, person_id),
    CONSTRAINT referral_decided CHECK ((state = 'referred') = (decided_on IS NULL))
);
CREATE INDEX referral_person ON referral (person_id);

CREATE TABLE business (
    id UUID PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES person (id),
    name TEXT NOT NULL,
    field TEXT NOT NULL,
    started_on DATE NOT NULL,
    capital_rupiah BIGINT NOT NULL CONSTRAINT business_capital CHECK (capital_rupiah >= 0),
    capital_source TEXT NOT NULL DEFAULT ''
);
CREATE INDEX business_person ON business (person_id);

-- One answer a milestone. `unreachable` is an answer; no row is none.
CREATE TABLE follow_up (
    person_id UUID NOT NULL REFERENCES person (id),
    batch_id UUID NOT NULL REFERENCES batch (id),
    milestone TEXT NOT NULL CONSTRAINT follow_up_milestone CHECK (milestone IN ('2w', '6w', '3m', '6m', '12m')),
    due_on DATE NOT NULL,
    done_on DATE NOT NULL,
    status TEXT NOT NULL CONSTRAINT follow_up_status CHECK (status IN
        ('formal_work', 'informal_work', 'own_business', 'apprenticeship', 'studying', 'seeking', 'not_working',
         'unreachable', 'reconvicted', 'died')),
    related BOOLEAN,
    note TEXT NOT NULL DEFAULT '',
    account_id UUID REFERENCES account (id),
    PRIMARY KEY (person_id, batch_id, milestone)
);
