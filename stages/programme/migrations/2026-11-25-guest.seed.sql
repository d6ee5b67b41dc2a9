INSERT INTO instructor (id, code, name, organisation_id, keeper_id, kind, fields, comes_from)
--[sqlite]
SELECT x'0193d0b40000700080000000000061f0', 'SEED-TAMU', 'Tamu Benih', o.id, o.id, 'guest', 'usaha', 'Warung Benih' FROM organisation o
WHERE o.id = x'0193d0b400007000800000000000a001';
--[end]
--[postgres]
SELECT CAST('0193d0b4-0000-7000-8000-0000000061f0' AS UUID), 'SEED-TAMU', 'Tamu Benih', o.id, o.id, 'guest', 'usaha', 'Warung Benih' FROM organisation o
WHERE o.id = '0193d0b4-0000-7000-8000-00000000a001';
--[end]
