--[sqlite]
INSERT INTO evidence (id, batch_id, person_id, unit_id, kind, turn, day, note, is_valid, is_authentic, is_current, is_sufficient, account_id, account_name)
SELECT x'0193d0b400007000800000000010a101', r.batch_id, r.person_id, r.unit_id, 'observation', 1, '2026-11-24', 'Benih', TRUE, TRUE, TRUE, TRUE, a.id, a.name
FROM (SELECT batch_id, person_id, unit_id FROM unit_result LIMIT 1) r, (SELECT id, name FROM account ORDER BY login LIMIT 1) a;
INSERT INTO adjustment (batch_id, person_id, adaptation, day, account_id, account_name)
SELECT r.batch_id, r.person_id, 'read_aloud', '2026-11-24', a.id, a.name
FROM (SELECT batch_id, person_id FROM unit_result LIMIT 1) r, (SELECT id, name FROM account ORDER BY login LIMIT 1) a;
--[end]
--[postgres]
INSERT INTO evidence (id, batch_id, person_id, unit_id, kind, turn, day, note, is_valid, is_authentic, is_current, is_sufficient, account_id, account_name)
SELECT CAST('0193d0b4-0000-7000-8000-00000010a101' AS UUID), r.batch_id, r.person_id, r.unit_id, 'observation', 1, CAST('2026-11-24' AS DATE), 'Benih', TRUE, TRUE, TRUE, TRUE, a.id, a.name
FROM (SELECT batch_id, person_id, unit_id FROM unit_result LIMIT 1) r, (SELECT id, name FROM account ORDER BY login LIMIT 1) a;
INSERT INTO adjustment (batch_id, person_id, adaptation, day, account_id, account_name)
SELECT r.batch_id, r.person_id, 'read_aloud', CAST('2026-11-24' AS DATE), a.id, a.name
FROM (SELECT batch_id, person_id FROM unit_result LIMIT 1) r, (SELECT id, name FROM account ORDER BY login LIMIT 1) a;
--[end]
