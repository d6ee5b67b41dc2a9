-- Folders outside to which the log cannot be carried, and since when. While all is well there is no row.
CREATE TABLE audit_stall (
    folder TEXT PRIMARY KEY,
    since TIMESTAMPTZ NOT NULL,
    -- When somebody last tried.
    seen TIMESTAMPTZ NOT NULL,
    why TEXT NOT NULL,
    -- Longer than the installation puts up with.
    is_long BOOLEAN NOT NULL
);
