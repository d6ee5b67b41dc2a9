INSERT INTO proposal (id, code, host_id, made_at, seed, facts_digest, value, bound, minimum, block_jp, day_jp)
--[sqlite]
SELECT x'0193d0b400007000800000000000a810', 'SEED-USULAN', id, '2026-11-25T01:00:00+00:00', 1, x'00', 60, 60, 0, 4, 8
--[end]
--[postgres]
SELECT CAST('0193d0b4-0000-7000-8000-00000000a810' AS UUID), 'SEED-USULAN', id, TIMESTAMPTZ '2026-11-25T01:00:00+00:00', 1, '\x00'::bytea, 60, 60, 0, 4, 8
--[end]
FROM organisation WHERE code = 'seed-lapas';
INSERT INTO proposal_batch (proposal_id, batch_id, position, opens)
SELECT p.id, b.id, 1, TRUE FROM proposal p, batch b WHERE p.code = 'SEED-USULAN' AND b.code = 'SEED-ANGKATAN';
INSERT INTO proposal_verdict (proposal_id, person_id, batch_id, why)
SELECT x.proposal_id, a.id, x.batch_id, '{"code":"only-seat","batch":"SEED-ANGKATAN","points":60}'
FROM proposal_batch x, person a WHERE a.name = 'Warga Benih';
INSERT INTO proposal_slot (proposal_id, batch_id, day, starts, ends, facility_id, instructor_id, module_id, jp)
SELECT x.proposal_id, x.batch_id, s.day, s.starts, s.ends, s.facility_id, s.instructor_id, s.module_id, s.jp
FROM proposal_batch x JOIN slot s ON s.batch_id = x.batch_id;
INSERT INTO proposal_decision (proposal_id, approved, decided_on)
--[sqlite]
SELECT id, TRUE, '2026-11-25' FROM proposal WHERE code = 'SEED-USULAN';
--[end]
--[postgres]
SELECT id, TRUE, DATE '2026-11-25' FROM proposal WHERE code = 'SEED-USULAN';
--[end]
INSERT INTO plan_in_force (host_id, proposal_id) SELECT host_id, id FROM proposal WHERE code = 'SEED-USULAN';
