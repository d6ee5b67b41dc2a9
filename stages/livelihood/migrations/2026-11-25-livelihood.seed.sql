INSERT INTO mentoring (id, person_id, account_id, agreement_id, since)
--[sqlite]
SELECT x'0193d0b40000700080000000000130b1', p.id, a.id, g.id, '2026-11-01' FROM person p, account a, agreement g
--[end]
--[postgres]
SELECT CAST('0193d0b4-0000-7000-8000-0000000130b1' AS UUID), p.id, a.id, g.id, CAST('2026-11-01' AS DATE) FROM person p, account a, agreement g
--[end]
WHERE p.name = 'Warga Benih' AND g.code = 'SEED-PKS' ORDER BY a.login LIMIT 1;
