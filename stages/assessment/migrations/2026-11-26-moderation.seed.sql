INSERT INTO moderation (sitting_id, leaf, seed, entered_by, state)
SELECT s.id, 0, '0000000000000000000000000000000000000000000000000000000000000000', a.id, 'waiting'
FROM (SELECT id FROM sitting LIMIT 1) s, (SELECT id FROM account ORDER BY login LIMIT 1) a;
INSERT INTO moderation_sample (sitting_id, position, person_id)
SELECT m.sitting_id, 1, r.person_id FROM moderation m, (SELECT person_id FROM unit_result LIMIT 1) r;
