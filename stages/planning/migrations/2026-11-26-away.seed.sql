INSERT INTO away (id, host_id, facility_id, starts_on, ends_on)
--[sqlite]
SELECT x'0193d0b400007000800000000000a820', f.host_id, f.id, '2026-11-25', '2026-11-26'
--[end]
--[postgres]
SELECT CAST('0193d0b4-0000-7000-8000-00000000a820' AS UUID), f.host_id, f.id, DATE '2026-11-25', DATE '2026-11-26'
--[end]
FROM facility f JOIN organisation o ON o.id = f.host_id WHERE o.code = 'seed-lapas' AND f.id = (SELECT g.id FROM facility g WHERE g.host_id = f.host_id ORDER BY g.code LIMIT 1);
