-- What somebody earned in another batch and brought along, module by module, with where it came from.
CREATE TABLE recognised_credit (
    batch_id UUID NOT NULL REFERENCES batch (id),
    person_id UUID NOT NULL REFERENCES person (id),
    module_id UUID NOT NULL REFERENCES programme_module (id),
    source_batch_id UUID NOT NULL REFERENCES batch (id),
    source_module_id UUID NOT NULL REFERENCES programme_module (id),
    jp BIGINT NOT NULL,
    day DATE NOT NULL,
    account_name TEXT NOT NULL,
    PRIMARY KEY (batch_id, person_id, module_id),
    CONSTRAINT recognised_credit_jp CHECK (jp > 0),
    CONSTRAINT recognised_credit_two_batches CHECK (batch_id <> source_batch_id)
);
