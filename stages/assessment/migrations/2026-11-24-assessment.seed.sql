INSERT INTO sitting (id, batch_id, day, kind, round, assessor_name)
--[sqlite]
SELECT x'0193d0b400007000800000000010a001', b.id, '2026-11-24', 'competence', 1, 'Asesor Benih' FROM batch b LIMIT 1;
--[end]
--[postgres]
SELECT '0193d0b4-0000-7000-8000-00000010a001', b.id, '2026-11-24', 'competence', 1, 'Asesor Benih' FROM batch b LIMIT 1;
--[end]
INSERT INTO unit_result (sitting_id, batch_id, person_id, unit_id, attempt, verdict)
SELECT s.id, s.batch_id, p.id, u.id, 1, 'K' FROM sitting s, person p, programme_unit u LIMIT 1;
INSERT INTO unit_final (batch_id, person_id, unit_id, verdict, sitting_id)
SELECT r.batch_id, r.person_id, r.unit_id, r.verdict, r.sitting_id FROM unit_result r LIMIT 1;
