INSERT INTO session (id, batch_id, slot_id, module_id, day, starts, ends, instructor_id, jp, state)
--[sqlite]
SELECT x'0193d0b400007000800000000009a001', s.batch_id, s.id, s.module_id, s.day, s.starts, s.ends, s.instructor_id, s.jp, 'held'
--[end]
--[postgres]
SELECT '0193d0b4-0000-7000-8000-00000009a001', s.batch_id, s.id, s.module_id, s.day, s.starts, s.ends, s.instructor_id, s.jp, 'held'
--[end]
FROM slot s LIMIT 1;
INSERT INTO mark (session_id, person_id, version, letter, reason, legitimate, account_name, at)
SELECT s.id, p.id, 1, 'S', 'sick', TRUE, 'Akun Benih', '2026-11-24T00:00:00+00:00' FROM session s, person p LIMIT 1;
INSERT INTO catch_up (id, batch_id, person_id, module_id, day, jp, instructor_id)
SELECT s.id, s.batch_id, p.id, s.module_id, s.day, 2, s.instructor_id FROM session s, person p LIMIT 1;
INSERT INTO skill_note (batch_id, person_id, module_id, version, level, account_name, at)
SELECT s.batch_id, p.id, s.module_id, 1, 'good', 'Akun Benih', '2026-11-24T00:00:00+00:00' FROM session s, person p LIMIT 1;
INSERT INTO training_run (batch_id, closed_on) SELECT s.batch_id, s.day FROM session s;
INSERT INTO completion (batch_id, person_id, day, jp_planned, jp_earned, percent, complete)
SELECT r.batch_id, p.id, r.closed_on, 2, 2, 100, TRUE FROM training_run r, person p LIMIT 1;
