INSERT INTO proposal_cost (proposal_id, position, rule, units, weight)
SELECT id, 1, 'gaps', 2, 3 FROM proposal WHERE code = 'SEED-USULAN';
INSERT INTO proposal (id, code, host_id, made_at, seed, facts_digest, value, bound, minimum, block_jp, day_jp)
--[sqlite]
SELECT x'0193d0b400007000800000000000a811', 'SEED-USULAN-A', host_id, made_at, seed, facts_digest, value, bound, minimum, block_jp, day_jp
--[end]
--[postgres]
SELECT CAST('0193d0b4-0000-7000-8000-00000000a811' AS UUID), 'SEED-USULAN-A', host_id, made_at, seed, facts_digest, value, bound, minimum, block_jp, day_jp
--[end]
FROM proposal WHERE code = 'SEED-USULAN';
INSERT INTO proposal_origin (proposal_id, from_id)
SELECT a.id, b.id FROM proposal a, proposal b WHERE a.code = 'SEED-USULAN-A' AND b.code = 'SEED-USULAN';
INSERT INTO proposal_change (proposal_id, position, what, person_id)
SELECT o.proposal_id, 1, '{"code":"seat","from":null,"to":"SEED-ANGKATAN"}', p.id FROM proposal_origin o, person p WHERE p.name = 'Warga Benih';
INSERT INTO proposal_search (job_id, host_id, code)
SELECT id, host_id, 'SEED-USULAN-2' FROM proposal WHERE code = 'SEED-USULAN';
