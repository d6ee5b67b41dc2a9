--[sqlite]
INSERT INTO person (id, name, name_key, born_on, sex, kind, nik_missing, merged_into) VALUES
(x'0193d0b400007000800000000000a404', 'Benih', 'benih', '1990-02-03', 'male', 'convict', 'not-yet-asked', x'0193d0b400007000800000000000a401');
INSERT INTO person_merge (id, kept_id, second_id, day, reason, account_name, kept_kind, second_kind, nik_moved) VALUES
(x'0193d0b400007000800000000000a405', x'0193d0b400007000800000000000a401', x'0193d0b400007000800000000000a404', '2026-11-24', 'Dicatat dua kali', 'Akun Benih', 'convict', 'convict', FALSE);
INSERT INTO absence (id, person_id, office_id, reason, from_on, until_on) VALUES
(x'0193d0b400007000800000000000a406', x'0193d0b400007000800000000000a401', x'0193d0b400007000800000000000a001', 'court', '2026-11-24', '2026-11-25');
INSERT INTO circumstance (id, person_id, office_id, kind, day, told_at, account_name) VALUES
(x'0193d0b400007000800000000000a407', x'0193d0b400007000800000000000a401', x'0193d0b400007000800000000000a001', 'absent', '2026-11-24', '2026-11-24T00:00:00+00:00', 'Akun Benih');
INSERT INTO circumstance_note (circumstance_id, item, note, noted_on, account_name) VALUES
(x'0193d0b400007000800000000000a407', 'return', 'Kembali besok', '2026-11-24', 'Akun Benih');
--[end]
--[postgres]
INSERT INTO person (id, name, name_key, born_on, sex, kind, nik_missing, merged_into) VALUES
('0193d0b4-0000-7000-8000-00000000a404', 'Benih', 'benih', '1990-02-03', 'male', 'convict', 'not-yet-asked', '0193d0b4-0000-7000-8000-00000000a401');
INSERT INTO person_merge (id, kept_id, second_id, day, reason, account_name, kept_kind, second_kind, nik_moved) VALUES
('0193d0b4-0000-7000-8000-00000000a405', '0193d0b4-0000-7000-8000-00000000a401', '0193d0b4-0000-7000-8000-00000000a404', '2026-11-24', 'Dicatat dua kali', 'Akun Benih', 'convict', 'convict', FALSE);
INSERT INTO absence (id, person_id, office_id, reason, from_on, until_on) VALUES
('0193d0b4-0000-7000-8000-00000000a406', '0193d0b4-0000-7000-8000-00000000a401', '0193d0b4-0000-7000-8000-00000000a001', 'court', '2026-11-24', '2026-11-25');
INSERT INTO circumstance (id, person_id, office_id, kind, day, told_at, account_name) VALUES
('0193d0b4-0000-7000-8000-00000000a407', '0193d0b4-0000-7000-8000-00000000a401', '0193d0b4-0000-7000-8000-00000000a001', 'absent', '2026-11-24', '2026-11-24T00:00:00+00:00', 'Akun Benih');
INSERT INTO circumstance_note (circumstance_id, item, note, noted_on, account_name) VALUES
('0193d0b4-0000-7000-8000-00000000a407', 'return', 'Kembali besok', '2026-11-24', 'Akun Benih');
--[end]
