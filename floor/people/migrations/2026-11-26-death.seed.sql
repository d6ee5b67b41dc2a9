INSERT INTO death (person_id, round, day, recorded_on, account_name, undone_on, undone_name, undone_reason)
--[sqlite]
SELECT p.id, 1, '2026-11-24', '2026-11-24', 'Akun Benih', '2026-11-25', 'Akun Lain', 'Orang lain yang dimaksud'
--[end]
--[postgres]
SELECT p.id, 1, DATE '2026-11-24', DATE '2026-11-24', 'Akun Benih', DATE '2026-11-25', 'Akun Lain', 'Orang lain yang dimaksud'
--[end]
FROM person p WHERE p.name = 'Warga Benih';
