INSERT INTO regime_window (host_id, weekday, starts, ends)
SELECT id, 1, 480, 720 FROM organisation WHERE code = 'seed-lapas';
INSERT INTO laying_turn (host_id, turns) SELECT id, 1 FROM organisation WHERE code = 'seed-lapas';
--[sqlite]
INSERT INTO closed_day (host_id, day, reason) SELECT id, '2026-12-25', 'Natal' FROM organisation WHERE code = 'seed-lapas';
INSERT INTO slot (id, batch_id, day, starts, ends, facility_id, instructor_id, module_id, jp)
SELECT x'0193d0b400007000800000000000a801', b.id, '2026-11-30', 480, 705, f.id, i.id, m.id, 5
FROM batch b, facility f, instructor i, programme_module m
WHERE b.code = 'SEED-ANGKATAN' AND f.code = 'SEED-RUANG' AND i.code = 'SEED-INSTRUKTUR' AND m.code = 'M1';
INSERT INTO opening (batch_id, opened_on, account_id)
SELECT b.id, '2026-11-25', a.id FROM batch b, account a WHERE b.code = 'SEED-ANGKATAN' AND a.login = 'seed.akun';
--[end]
--[postgres]
INSERT INTO closed_day (host_id, day, reason) SELECT id, DATE '2026-12-25', 'Natal' FROM organisation WHERE code = 'seed-lapas';
INSERT INTO slot (id, batch_id, day, starts, ends, facility_id, instructor_id, module_id, jp)
SELECT CAST('0193d0b4-0000-7000-8000-00000000a801' AS UUID), b.id, DATE '2026-11-30', 480, 705, f.id, i.id, m.id, 5
FROM batch b, facility f, instructor i, programme_module m
WHERE b.code = 'SEED-ANGKATAN' AND f.code = 'SEED-RUANG' AND i.code = 'SEED-INSTRUKTUR' AND m.code = 'M1';
INSERT INTO opening (batch_id, opened_on, account_id)
SELECT b.id, DATE '2026-11-25', a.id FROM batch b, account a WHERE b.code = 'SEED-ANGKATAN' AND a.login = 'seed.akun';
--[end]
