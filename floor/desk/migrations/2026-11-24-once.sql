-- What a form has already done, by its idempotency key.
CREATE TABLE once (
    key TEXT PRIMARY KEY,
    account_id UUID,
    action TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    done TEXT NOT NULL
);
