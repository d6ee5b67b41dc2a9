-- Work that takes longer than a person waits. A job is enqueued in the transaction of the deed that wants it.
CREATE TABLE job (
    id UUID PRIMARY KEY,
    kind TEXT NOT NULL,
    -- One live job of a kind and key: asked for twice, it is done once.
    unique_key TEXT NOT NULL,
    account_id UUID NOT NULL REFERENCES account (id),
    lang TEXT NOT NULL CONSTRAINT job_lang CHECK (lang IN ('id', 'en')),
    -- Sealed with the installation's key, and gone when the job has ended well or for good.
    payload BYTEA,
    state TEXT NOT NULL CONSTRAINT job_state
        CHECK (state IN ('queued', 'running', 'done', 'refused', 'dead', 'cancelled')),
    attempts BIGINT NOT NULL CONSTRAINT job_attempts CHECK (attempts >= 0),
    cancel_asked BOOLEAN NOT NULL,
    -- Times of the house: what people read.
    enqueued_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ,
    -- Times of the machine: when to try (again), and until when whoever runs it is believed to be alive.
    due_at TIMESTAMPTZ,
    lease UUID,
    lease_until TIMESTAMPTZ,
    -- How far it is, in both languages, and the best found so far, sealed.
    done BIGINT NOT NULL,
    total BIGINT NOT NULL,
    sentence_id TEXT NOT NULL,
    sentence_en TEXT NOT NULL,
    best BYTEA,
    -- How it ended: where to look, what to read; or which class of fault. Never a cause in its own words.
    location TEXT,
    said_id TEXT,
    said_en TEXT,
    fault TEXT,
    CONSTRAINT job_lease CHECK ((state = 'running') = (lease IS NOT NULL) AND (lease IS NULL) = (lease_until IS NULL)),
    CONSTRAINT job_end CHECK ((state IN ('queued', 'running')) = (ended_at IS NULL)),
    CONSTRAINT job_fault CHECK (state <> 'dead' OR fault IS NOT NULL),
    CONSTRAINT job_work CHECK (state NOT IN ('queued', 'running', 'dead') OR payload IS NOT NULL)
);
CREATE UNIQUE INDEX job_unique ON job (kind, unique_key) WHERE state IN ('queued', 'running');
CREATE INDEX job_waiting ON job (state, due_at);
CREATE INDEX job_of_account ON job (account_id, enqueued_at);
