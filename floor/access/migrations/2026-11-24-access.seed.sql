INSERT INTO organisation (id, code, kind, name, short_name, zone, district_code) VALUES
--[sqlite]
(x'0193d0b400007000800000000000a001', 'seed-lapas', 'prison', 'Lapas Benih', 'Lapas Benih', 'WIB', '35.09'),
(x'0193d0b400007000800000000000a002', 'seed-blk', 'training_centre', 'BLK Benih', 'BLK Benih', 'WIB', '35.09');
INSERT INTO account (id, login, name, password_hash, organisation_id) VALUES
(x'0193d0b400007000800000000000a003', 'seed.akun', 'Akun Benih', '!', x'0193d0b400007000800000000000a001');
--[end]
--[postgres]
('0193d0b4-0000-7000-8000-00000000a001', 'seed-lapas', 'prison', 'Lapas Benih', 'Lapas Benih', 'WIB', '35.09'),
('0193d0b4-0000-7000-8000-00000000a002', 'seed-blk', 'training_centre', 'BLK Benih', 'BLK Benih', 'WIB', '35.09');
INSERT INTO account (id, login, name, password_hash, organisation_id) VALUES
('0193d0b4-0000-7000-8000-00000000a003', 'seed.akun', 'Akun Benih', '!', '0193d0b4-0000-7000-8000-00000000a001');
--[end]
