INSERT INTO revocation (certificate_id, day, reason) SELECT id, '2026-11-25', 'Berkas asesmen tertukar.' FROM certificate;
UPDATE certificate SET state = 'revoked';
INSERT INTO revocation_told (certificate_id, day, note, account_name)
SELECT certificate_id, '2026-11-26', 'Disampaikan langsung.', 'PK Benih' FROM revocation;
