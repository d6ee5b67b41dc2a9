-- What an office means to do in a calendar year: which programmes, in which months, for how many people, with which money. One who
-- prepares it lays it before the head; another one approves. What is in force is replaced by a revision, never changed.
CREATE TABLE year_plan (
    id UUID PRIMARY KEY,
    code TEXT NOT NULL CONSTRAINT year_plan_code UNIQUE,
    host_id UUID NOT NULL REFERENCES organisation (id),
    year BIGINT NOT NULL CONSTRAINT year_plan_year CHECK (year BETWEEN 2000 AND 2200),
    -- The plan in force when this one was drafted. Approval asks whether it still is.
    parent_id UUID REFERENCES year_plan (id),
    state TEXT NOT NULL CONSTRAINT year_plan_state CHECK (state IN ('draft', 'laid', 'in_force', 'replaced')),
    made_on DATE NOT NULL,
    made_by UUID REFERENCES account (id),
    changed_by UUID REFERENCES account (id),
    laid_on DATE,
    laid_by UUID REFERENCES account (id),
    approved_on DATE,
    approved_by UUID REFERENCES account (id),
    -- Why the head gave it back.
    note TEXT NOT NULL DEFAULT '',
    CONSTRAINT year_plan_parent CHECK (parent_id <> id),
    CONSTRAINT year_plan_laid CHECK (state = 'draft' OR laid_on IS NOT NULL),
    CONSTRAINT year_plan_approved CHECK ((state IN ('in_force', 'replaced')) = (approved_on IS NOT NULL)),
    CONSTRAINT year_plan_two_people CHECK (approved_by IS NULL OR (approved_by <> COALESCE(made_by, laid_by)
        AND approved_by <> COALESCE(changed_by, laid_by) AND approved_by <> laid_by))
);
CREATE INDEX year_plan_of_host ON year_plan (host_id, year);
CREATE UNIQUE INDEX year_plan_in_force ON year_plan (host_id, year) WHERE state = 'in_force';

-- A source of money and how much it gives. `planned` is written when the plan comes into force; `tied` is the sum of its batches.
CREATE TABLE year_money (
    plan_id UUID NOT NULL REFERENCES year_plan (id),
    source TEXT NOT NULL CONSTRAINT year_money_source
        CHECK (source IN ('apbn', 'apbd', 'dbhcht', 'partner', 'own', 'csr', 'other')),
    position BIGINT NOT NULL,
    ceiling BIGINT NOT NULL CONSTRAINT year_money_ceiling CHECK (ceiling >= 0),
    planned BIGINT,
    tied BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (plan_id, source),
    CONSTRAINT year_money_planned CHECK (planned IS NULL OR (planned >= 0 AND planned <= ceiling)),
    CONSTRAINT year_money_tied CHECK (tied >= 0 AND tied <= ceiling)
);

CREATE TABLE year_line (
    id UUID PRIMARY KEY,
    plan_id UUID NOT NULL REFERENCES year_plan (id),
    code TEXT NOT NULL,
    position BIGINT NOT NULL,
    programme_id UUID NOT NULL REFERENCES programme (id),
    first_month BIGINT NOT NULL,
    last_month BIGINT NOT NULL,
    batches BIGINT NOT NULL CONSTRAINT year_line_batches CHECK (batches > 0),
    seats BIGINT NOT NULL CONSTRAINT year_line_seats CHECK (seats > 0),
    cost BIGINT NOT NULL CONSTRAINT year_line_cost CHECK (cost >= 0),
    unit TEXT NOT NULL CONSTRAINT year_line_unit CHECK (unit IN ('person', 'package')),
    source TEXT NOT NULL,
    CONSTRAINT year_line_code UNIQUE (plan_id, code),
    CONSTRAINT year_line_months CHECK (first_month >= 1 AND first_month <= last_month AND last_month <= 12),
    CONSTRAINT year_line_money FOREIGN KEY (plan_id, source) REFERENCES year_money (plan_id, source)
);

-- A batch that is really held for a line, with the money it takes.
CREATE TABLE year_batch (
    batch_id UUID PRIMARY KEY REFERENCES batch (id),
    line_id UUID NOT NULL REFERENCES year_line (id),
    amount BIGINT NOT NULL CONSTRAINT year_batch_amount CHECK (amount >= 0),
    tied_on DATE NOT NULL,
    account_id UUID REFERENCES account (id)
);
CREATE INDEX year_batch_of_line ON year_batch (line_id);
