INSERT INTO renewal_rule (programme_id, turn, remind_days, accepts_recognition, day)
SELECT id, 1, 60, TRUE, '2026-11-26' FROM programme WHERE code = 'SEED-PROGRAM';
INSERT INTO renewal_ground (certificate_id, turn, basis, outcome, day, evidence, account_id, account_name)
SELECT c.id, 1, 'reassessment', 'BK', '2026-11-26', 'Unit 2 belum.', a.id, a.name FROM certificate c
    JOIN account a ON a.id = (SELECT x.id FROM account x ORDER BY x.id LIMIT 1);
