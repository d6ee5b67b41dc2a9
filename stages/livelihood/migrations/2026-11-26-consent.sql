-- A person takes back that an employer may be told her name. The consent itself stays where it was written; what rested on it does
-- not. A consent given on a later day counts again.
CREATE TABLE consent_withdrawal (
    id UUID PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES person (id),
    employer_id UUID NOT NULL REFERENCES employer (id),
    withdrawn_on DATE NOT NULL,
    told TEXT NOT NULL CONSTRAINT consent_withdrawal_told
        CHECK (told IN ('in-person', 'letter', 'phone', 'message', 'companion')),
    note TEXT NOT NULL DEFAULT '',
    account_name TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    CONSTRAINT consent_withdrawal_once UNIQUE (person_id, employer_id, withdrawn_on)
);
CREATE INDEX consent_withdrawal_employer ON consent_withdrawal (employer_id);

-- A referral also ends because its consent was taken back; and none is made on such a consent.
--[sqlite]
CREATE TABLE referral_next (
    vacancy_id UUID NOT NULL REFERENCES vacancy (id),
    person_id UUID NOT NULL REFERENCES person (id),
    referred_on DATE NOT NULL,
    state TEXT NOT NULL CONSTRAINT referral_state CHECK (state IN ('referred', 'hired', 'declined', 'lapsed', 'withdrawn')),
    decided_on DATE,
    note TEXT NOT NULL DEFAULT '',
    consent_on DATE CONSTRAINT referral_consent_before CHECK (consent_on IS NULL OR consent_on <= referred_on),
    PRIMARY KEY (vacancy_id, person_id),
    CONSTRAINT referral_decided CHECK ((state = 'referred') = (decided_on IS NULL))
);
INSERT INTO referral_next (vacancy_id, person_id, referred_on, state, decided_on, note, consent_on)
SELECT vacancy_id, person_id, referred_on, state, decided_on, note, consent_on FROM referral;
DROP TABLE referral;
ALTER TABLE referral_next RENAME TO referral;
CREATE INDEX referral_person ON referral (person_id);
CREATE TRIGGER referral_consent BEFORE INSERT ON referral WHEN NEW.consent_on IS NULL
BEGIN SELECT RAISE(ABORT, 'constraint failed: referral_consent'); END;
CREATE TRIGGER referral_consent_withdrawn BEFORE INSERT ON referral WHEN EXISTS (
    SELECT 1 FROM consent_withdrawal w JOIN vacancy v ON v.employer_id = w.employer_id
    JOIN person own ON own.id = NEW.person_id JOIN person other ON other.id = w.person_id
    WHERE v.id = NEW.vacancy_id AND w.withdrawn_on >= NEW.consent_on
    AND COALESCE(own.merged_into, own.id) = COALESCE(other.merged_into, other.id)
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: referral_consent_withdrawn'); END;
CREATE TRIGGER referral_answered_withdrawn BEFORE UPDATE OF state ON referral
WHEN NEW.state IN ('referred', 'hired', 'declined') AND EXISTS (
    SELECT 1 FROM consent_withdrawal w JOIN vacancy v ON v.employer_id = w.employer_id
    JOIN person own ON own.id = NEW.person_id JOIN person other ON other.id = w.person_id
    WHERE v.id = NEW.vacancy_id AND w.withdrawn_on >= NEW.consent_on
    AND COALESCE(own.merged_into, own.id) = COALESCE(other.merged_into, other.id)
)
BEGIN SELECT RAISE(ABORT, 'constraint failed: referral_consent_withdrawn'); END;
--[end]
--[postgres]
ALTER TABLE referral DROP CONSTRAINT referral_state;
ALTER TABLE referral ADD CONSTRAINT referral_state CHECK (state IN ('referred', 'hired', 'declined', 'lapsed', 'withdrawn'));
CREATE FUNCTION referral_on_withdrawn_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state IN ('referred', 'hired', 'declined') AND EXISTS (
        SELECT 1 FROM consent_withdrawal w JOIN vacancy v ON v.employer_id = w.employer_id
        JOIN person own ON own.id = NEW.person_id JOIN person other ON other.id = w.person_id
        WHERE v.id = NEW.vacancy_id AND w.withdrawn_on >= NEW.consent_on
        AND COALESCE(own.merged_into, own.id) = COALESCE(other.merged_into, other.id)
    ) THEN
        RAISE EXCEPTION 'constraint failed: referral_consent_withdrawn';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER referral_consent_withdrawn BEFORE INSERT OR UPDATE OF state ON referral
FOR EACH ROW EXECUTE FUNCTION referral_on_withdrawn_consent();
--[end]
