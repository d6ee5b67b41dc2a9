INSERT INTO employer (id, code, name, district_code) VALUES
--[sqlite]
(x'0193d0b40000700080000000000130a1', 'PK-SEED', 'Toko Benih', '35.09');
--[end]
--[postgres]
('0193d0b4-0000-7000-8000-0000000130a1', 'PK-SEED', 'Toko Benih', '35.09');
--[end]
