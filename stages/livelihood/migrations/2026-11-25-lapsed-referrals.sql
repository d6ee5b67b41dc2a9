-- A referral also ends without an answer: the person can no longer take it up.
--[sqlite]
CREATE TABLE referral_next (
    vacancy_id UUID NOT NULL REFERENCES vacancy (id),
    person_id UUID NOT NULL REFERENCES person (id),
    referred_on DATE NOT NULL,
    state TEXT NOT NULL CONSTRAINT referral_state CHECK (state IN ('referred', 'hired', 'declined', 'lapsed')),
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
--[end]
--[postgres]
ALTER TABLE referral DROP CONSTRAINT referral_state;
ALTER TABLE referral ADD CONSTRAINT referral_state CHECK (state IN ('referred', 'hired', 'declined', 'lapsed'));
--[end]
