INSERT INTO signing_limit (issuer_id, turn, per_hour, at, account_id, account_name)
SELECT k.organisation_id, 1, 500, '2026-11-26T03:00:00+00:00', a.id, a.name FROM issuer_key k
    JOIN account a ON a.id = (SELECT x.id FROM account x ORDER BY x.id LIMIT 1) WHERE k.did = 'did:key:zSeed';
INSERT INTO signing_hour (issuer_id, hour, used)
SELECT organisation_id, '2026-11-26T03:00:00+00:00', 1 FROM issuer_key WHERE did = 'did:key:zSeed';
INSERT INTO signing_use (document_id, face, issuer_id, hour, did, digest, act, at, account_name)
SELECT c.id, 'selection', c.issuer_id, h.hour, 'did:key:zSeed',
    '0000000000000000000000000000000000000000000000000000000000000000', 'certificate sd-jwt', h.hour, 'Benih'
FROM certificate c JOIN signing_hour h ON h.issuer_id = c.issuer_id;
INSERT INTO selection_file (certificate_id, document_id, file) SELECT id, id, 'benih' FROM certificate;
INSERT INTO signing_stop (issuer_id, turn, reason, at, account_id, account_name)
SELECT issuer_id, 1, 'Uji sakelar.', at, account_id, account_name FROM signing_limit;
INSERT INTO signing_release (issuer_id, turn, account_id, account_name, reason, at)
SELECT issuer_id, 1, account_id, account_name, 'Selesai.', at FROM signing_stop;
