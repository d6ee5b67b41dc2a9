INSERT INTO audit_stall (folder, since, seen, why, is_long) VALUES ('benih', '2026-11-26T00:00:00+00:00', '2026-11-26T00:00:00+00:00', 'Folder tidak ada.', FALSE);
