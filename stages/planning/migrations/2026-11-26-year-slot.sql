-- A line pays for so many batches and not one more: each batch takes a numbered place of its line, no number twice, none above the
-- line's count, which comes along by the foreign key.
CREATE UNIQUE INDEX year_line_count ON year_line (id, batches);
--[sqlite]
CREATE TABLE year_batch_next (
    batch_id UUID PRIMARY KEY REFERENCES batch (id),
    line_id UUID NOT NULL REFERENCES year_line (id),
    slot BIGINT NOT NULL,
    line_batches BIGINT NOT NULL,
    amount BIGINT NOT NULL CONSTRAINT year_batch_amount CHECK (amount >= 0),
    tied_on DATE NOT NULL,
    account_id UUID REFERENCES account (id),
    CONSTRAINT year_batch_place UNIQUE (line_id, slot),
    CONSTRAINT year_batch_fits CHECK (slot >= 1 AND slot <= line_batches),
    CONSTRAINT year_batch_line FOREIGN KEY (line_id, line_batches) REFERENCES year_line (id, batches)
);
INSERT INTO year_batch_next (batch_id, line_id, slot, line_batches, amount, tied_on, account_id)
SELECT x.batch_id, x.line_id, ROW_NUMBER() OVER (PARTITION BY x.line_id ORDER BY x.tied_on, x.batch_id), l.batches,
       x.amount, x.tied_on, x.account_id
FROM year_batch x JOIN year_line l ON l.id = x.line_id;
DROP TABLE year_batch;
ALTER TABLE year_batch_next RENAME TO year_batch;
--[end]
--[postgres]
ALTER TABLE year_batch ADD COLUMN slot BIGINT;
ALTER TABLE year_batch ADD COLUMN line_batches BIGINT;
UPDATE year_batch SET slot = n.slot, line_batches = n.batches
FROM (SELECT x.batch_id, ROW_NUMBER() OVER (PARTITION BY x.line_id ORDER BY x.tied_on, x.batch_id) AS slot, l.batches
      FROM year_batch x JOIN year_line l ON l.id = x.line_id) n
WHERE n.batch_id = year_batch.batch_id;
ALTER TABLE year_batch ALTER COLUMN slot SET NOT NULL;
ALTER TABLE year_batch ALTER COLUMN line_batches SET NOT NULL;
ALTER TABLE year_batch ADD CONSTRAINT year_batch_place UNIQUE (line_id, slot);
ALTER TABLE year_batch ADD CONSTRAINT year_batch_fits CHECK (slot >= 1 AND slot <= line_batches);
ALTER TABLE year_batch ADD CONSTRAINT year_batch_line FOREIGN KEY (line_id, line_batches) REFERENCES year_line (id, batches);
DROP INDEX year_batch_of_line;
--[end]
