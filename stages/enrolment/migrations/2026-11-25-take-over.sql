-- A seat given by the head to one who began elsewhere; what was earned on the seat left there is recognised here.
CREATE TABLE seat_take_over (
    seat_id UUID PRIMARY KEY REFERENCES seat (id),
    source_seat_id UUID NOT NULL CONSTRAINT seat_take_over_source UNIQUE REFERENCES seat (id),
    day DATE NOT NULL,
    decision TEXT NOT NULL CONSTRAINT seat_take_over_decision CHECK (decision <> ''),
    account_name TEXT NOT NULL,
    CONSTRAINT seat_take_over_two_seats CHECK (seat_id <> source_seat_id)
);
