INSERT INTO year_plan (id, code, host_id, year, state, made_on, made_by, changed_by, laid_on, laid_by, approved_on)
--[sqlite]
SELECT x'0193d0b400007000800000000000a830', 'SEED-TAHUN', o.id, 2026, 'in_force', '2026-11-20', a.id, a.id, '2026-11-21', a.id, '2026-11-24'
--[end]
--[postgres]
SELECT CAST('0193d0b4-0000-7000-8000-00000000a830' AS UUID), 'SEED-TAHUN', o.id, 2026, 'in_force', DATE '2026-11-20', a.id, a.id, DATE '2026-11-21', a.id, DATE '2026-11-24'
--[end]
FROM organisation o, account a WHERE o.code = 'seed-lapas' AND a.login = 'seed.akun';
INSERT INTO year_money (plan_id, source, position, ceiling, planned, tied)
SELECT id, 'apbn', 1, 50000000, 48000000, 48000000 FROM year_plan WHERE code = 'SEED-TAHUN';
INSERT INTO year_line (id, plan_id, code, position, programme_id, first_month, last_month, batches, seats, cost, unit, source)
--[sqlite]
SELECT x'0193d0b400007000800000000000a831', y.id, 'K1', 1, b.programme_id, 11, 12, 1, 16, 3000000, 'person', 'apbn'
--[end]
--[postgres]
SELECT CAST('0193d0b4-0000-7000-8000-00000000a831' AS UUID), y.id, 'K1', 1, b.programme_id, 11, 12, 1, 16, 3000000, 'person', 'apbn'
--[end]
FROM year_plan y, batch b WHERE y.code = 'SEED-TAHUN' AND b.code = 'SEED-ANGKATAN';
INSERT INTO year_batch (batch_id, line_id, amount, tied_on)
--[sqlite]
SELECT b.id, l.id, 48000000, '2026-11-25'
--[end]
--[postgres]
SELECT b.id, l.id, 48000000, DATE '2026-11-25'
--[end]
FROM batch b, year_line l WHERE b.code = 'SEED-ANGKATAN' AND l.code = 'K1';
