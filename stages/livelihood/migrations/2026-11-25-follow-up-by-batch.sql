-- What is due is asked batch by batch.
CREATE INDEX follow_up_by_batch ON follow_up (batch_id);
