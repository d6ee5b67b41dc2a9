-- A person agrees to be named to an employer before anyone is told the name. Rows from before this rule have no day.
ALTER TABLE referral ADD COLUMN consent_on DATE
    CONSTRAINT referral_consent_before CHECK (consent_on IS NULL OR consent_on <= referred_on);
--[sqlite]
CREATE TRIGGER referral_consent BEFORE INSERT ON referral WHEN NEW.consent_on IS NULL
BEGIN SELECT RAISE(ABORT, 'constraint failed: referral_consent'); END;
--[end]
--[postgres]
CREATE FUNCTION referral_needs_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.consent_on IS NULL THEN
        RAISE EXCEPTION 'constraint failed: referral_consent';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER referral_consent BEFORE INSERT ON referral FOR EACH ROW EXECUTE FUNCTION referral_needs_consent();
--[end]

-- The start-up record.
ALTER TABLE business ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE business ADD COLUMN product TEXT NOT NULL DEFAULT '';
ALTER TABLE business ADD COLUMN tools TEXT NOT NULL DEFAULT '';
ALTER TABLE business ADD COLUMN nib TEXT CONSTRAINT business_nib CHECK (nib IS NULL OR LENGTH(nib) = 13);
ALTER TABLE business ADD COLUMN first_sale_on DATE
    CONSTRAINT business_first_sale CHECK (first_sale_on IS NULL OR first_sale_on >= started_on);

-- What a business sold in a month, asked at a follow-up.
ALTER TABLE follow_up ADD COLUMN turnover_rupiah BIGINT
    CONSTRAINT follow_up_turnover CHECK (turnover_rupiah IS NULL OR (turnover_rupiah >= 0 AND status = 'own_business'));

-- A mentor named to a person under an agreement; one at a time. The mentor's access asks for the agreement's grant as well.
CREATE TABLE mentoring (
    id UUID PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES person (id),
    account_id UUID NOT NULL REFERENCES account (id),
    agreement_id UUID NOT NULL REFERENCES agreement (id),
    since DATE NOT NULL,
    ended_on DATE,
    end_reason TEXT NOT NULL DEFAULT '',
    CONSTRAINT mentoring_ended CHECK ((ended_on IS NULL) = (end_reason = '')),
    CONSTRAINT mentoring_days CHECK (ended_on IS NULL OR ended_on >= since)
);
CREATE UNIQUE INDEX mentoring_one ON mentoring (person_id, agreement_id) WHERE ended_on IS NULL;
CREATE INDEX mentoring_of_account ON mentoring (account_id);

-- What a mentor wrote after a visit. Never in an event, read by the mentor and the office in charge only.
CREATE TABLE mentoring_note (
    id UUID PRIMARY KEY,
    mentoring_id UUID NOT NULL REFERENCES mentoring (id),
    day DATE NOT NULL,
    kind TEXT NOT NULL CONSTRAINT mentoring_note_kind CHECK (kind IN ('visit', 'call', 'meeting')),
    note TEXT NOT NULL CONSTRAINT mentoring_note_text CHECK (note <> ''),
    next_on DATE,
    account_name TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    CONSTRAINT mentoring_note_next CHECK (next_on IS NULL OR next_on >= day)
);
CREATE INDEX mentoring_note_of ON mentoring_note (mentoring_id, day);
