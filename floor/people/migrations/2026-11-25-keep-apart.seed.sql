INSERT INTO person (id, name, name_key, sex, kind, nik_missing) VALUES
--[sqlite]
(x'0193d0b400007000800000000000a441', 'Warga Terpisah', 'warga terpisah', 'male', 'former', 'not-yet-asked');
INSERT INTO keep_apart (one_id, other_id, since, reason)
VALUES (x'0193d0b400007000800000000000a401', x'0193d0b400007000800000000000a441', '2026-01-02', 'benih');
--[end]
--[postgres]
('0193d0b4-0000-7000-8000-00000000a441', 'Warga Terpisah', 'warga terpisah', 'male', 'former', 'not-yet-asked');
INSERT INTO keep_apart (one_id, other_id, since, reason)
VALUES ('0193d0b4-0000-7000-8000-00000000a401', '0193d0b4-0000-7000-8000-00000000a441', DATE '2026-01-02', 'benih');
--[end]
