INSERT INTO person (id, name, name_key, born_on, birth_place, sex, kind, home_district, education, nik_missing) VALUES
--[sqlite]
(x'0193d0b400007000800000000000a401', 'Warga Benih', 'warga benih', '1990-02-03', 'Jember', 'male', 'convict', '35.09', 'lower-secondary', 'not-yet-asked');
INSERT INTO person_alias (person_id, name, name_key) VALUES (x'0193d0b400007000800000000000a401', 'Benih', 'benih');
INSERT INTO episode (id, person_id, office_id, kind, register, register_written, admitted_on) VALUES
(x'0193d0b400007000800000000000a402', x'0193d0b400007000800000000000a401', x'0193d0b400007000800000000000a001', 'convict', 'B.I 1/2025', 'BI.1/2025', '2025-01-02');
INSERT INTO episode_secret (episode_id, sentence_text, expiry_on, two_thirds_on) VALUES
(x'0193d0b400007000800000000000a402', '4 th', '2029-01-02', '2027-09-02');
INSERT INTO import_report (id, office_id, account_name, at, file_name, state, people, added, known, repeated, faulty, findings) VALUES
(x'0193d0b400007000800000000000a403', x'0193d0b400007000800000000000a001', 'Akun Benih', '2026-11-24T00:00:00+00:00', 'benih.xlsx', 'tried', 0, 0, 0, 0, 0, '[]');
--[end]
--[postgres]
('0193d0b4-0000-7000-8000-00000000a401', 'Warga Benih', 'warga benih', '1990-02-03', 'Jember', 'male', 'convict', '35.09', 'lower-secondary', 'not-yet-asked');
INSERT INTO person_alias (person_id, name, name_key) VALUES ('0193d0b4-0000-7000-8000-00000000a401', 'Benih', 'benih');
INSERT INTO episode (id, person_id, office_id, kind, register, register_written, admitted_on) VALUES
('0193d0b4-0000-7000-8000-00000000a402', '0193d0b4-0000-7000-8000-00000000a401', '0193d0b4-0000-7000-8000-00000000a001', 'convict', 'B.I 1/2025', 'BI.1/2025', '2025-01-02');
INSERT INTO episode_secret (episode_id, sentence_text, expiry_on, two_thirds_on) VALUES
('0193d0b4-0000-7000-8000-00000000a402', '4 th', '2029-01-02', '2027-09-02');
INSERT INTO import_report (id, office_id, account_name, at, file_name, state, people, added, known, repeated, faulty, findings) VALUES
('0193d0b4-0000-7000-8000-00000000a403', '0193d0b4-0000-7000-8000-00000000a001', 'Akun Benih', '2026-11-24T00:00:00+00:00', 'benih.xlsx', 'tried', 0, 0, 0, 0, 0, '[]');
--[end]
