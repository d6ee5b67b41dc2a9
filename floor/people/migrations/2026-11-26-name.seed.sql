INSERT INTO name_correction (person_id, turn, old_name, new_name, reason, document, day, account_name)
SELECT p.id, 1, p.name, p.name || ' Benar', 'Ejaan', 'Akta kelahiran', '2026-11-26', 'Benih' FROM person p
WHERE p.id = (SELECT x.id FROM person x ORDER BY x.id LIMIT 1);
