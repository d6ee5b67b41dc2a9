-- A meeting of two or more organisations; a partnership begins here, before any paper.
CREATE TABLE meeting (
    id UUID PRIMARY KEY,
    code TEXT NOT NULL CONSTRAINT meeting_code UNIQUE,
    host_id UUID NOT NULL REFERENCES organisation (id),
    place TEXT NOT NULL,
    held_on DATE NOT NULL,
    topics TEXT NOT NULL,
    minutes TEXT NOT NULL
);

CREATE TABLE meeting_party (
    meeting_id UUID NOT NULL REFERENCES meeting (id),
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    PRIMARY KEY (meeting_id, organisation_id)
);
CREATE INDEX meeting_party_organisation ON meeting_party (organisation_id);

-- What an organisation promised at a meeting, numbered from one.
CREATE TABLE meeting_item (
    meeting_id UUID NOT NULL,
    number BIGINT NOT NULL CONSTRAINT meeting_item_number CHECK (number >= 1),
    what TEXT NOT NULL,
    organisation_id UUID NOT NULL,
    due_on DATE,
    closed_on DATE,
    closed_note TEXT,
    PRIMARY KEY (meeting_id, number),
    FOREIGN KEY (meeting_id, organisation_id) REFERENCES meeting_party (meeting_id, organisation_id),
    CONSTRAINT meeting_item_closed CHECK ((closed_on IS NULL) = (closed_note IS NULL))
);

-- `in force` and `expired` are no states: they follow from the day.
CREATE TABLE agreement (
    id UUID PRIMARY KEY,
    code TEXT NOT NULL CONSTRAINT agreement_code UNIQUE,
    title TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT agreement_kind CHECK (kind IN ('mou', 'pks')),
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

-- Each party agrees, then signs with a number of its own. The same organisation never uses a number twice.
CREATE TABLE agreement_party (
    agreement_id UUID NOT NULL REFERENCES agreement (id),
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    role TEXT NOT NULL
        CONSTRAINT agreement_party_role CHECK (role IN ('host', 'trainer', 'certifier', 'mentor', 'labour_office', 'funder')),
    place BIGINT NOT NULL,
    agreed_on DATE,
    number TEXT,
    signer TEXT,
    signer_post TEXT,
    signed_on DATE,
    PRIMARY KEY (agreement_id, organisation_id),
    CONSTRAINT agreement_party_number UNIQUE (organisation_id, number),
    CONSTRAINT agreement_party_signed CHECK (
        (signed_on IS NULL) = (number IS NULL) AND (signed_on IS NULL) = (signer IS NULL)
        AND (signed_on IS NULL) = (signer_post IS NULL)
    ),
    CONSTRAINT agreement_party_agreed_first CHECK (signed_on IS NULL OR (agreed_on IS NOT NULL AND agreed_on <= signed_on))
);
CREATE UNIQUE INDEX agreement_party_one_host ON agreement_party (agreement_id) WHERE role = 'host';

-- What a party promised in the agreement, and what it delivered on it.
CREATE TABLE obligation (
    id UUID PRIMARY KEY,
    code TEXT NOT NULL CONSTRAINT obligation_code UNIQUE,
    agreement_id UUID NOT NULL,
    organisation_id UUID NOT NULL,
    what TEXT NOT NULL,
    unit TEXT NOT NULL,
    quantity BIGINT NOT NULL CONSTRAINT obligation_quantity CHECK (quantity > 0),
    due_on DATE NOT NULL,
    FOREIGN KEY (agreement_id, organisation_id) REFERENCES agreement_party (agreement_id, organisation_id)
);
CREATE INDEX obligation_agreement ON obligation (agreement_id);

CREATE TABLE delivery (
    id UUID PRIMARY KEY,
    obligation_id UUID NOT NULL REFERENCES obligation (id),
    quantity BIGINT NOT NULL CONSTRAINT delivery_quantity CHECK (quantity > 0),
    delivered_on DATE NOT NULL,
    note TEXT NOT NULL
);
CREATE INDEX delivery_obligation ON delivery (obligation_id);
