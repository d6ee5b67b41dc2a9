-- An agreement that followed on the seed's first one, and the batch that went on under it.
--[sqlite]
INSERT INTO agreement (id, code, title, kind, host_id, fields, places, starts_on, ends_on, state)
SELECT x'0193d0b400007000800000000000b301', 'SEED-PKS-2', 'Pelatihan las lanjutan', 'pks', a.host_id, 'Las', 'Bengkel', '2027-01-02', '2027-12-31', 'signed'
FROM agreement a WHERE a.code = 'SEED-PKS';
INSERT INTO batch_takeover (batch_id, number, from_agreement_id, agreement_id, provider_id, since, reason)
SELECT b.id, 1, p.agreement_id, x'0193d0b400007000800000000000b301', p.provider_id, '2027-01-04', 'Perjanjian lama habis.'
FROM batch b JOIN programme p ON p.id = b.programme_id JOIN agreement a ON a.id = p.agreement_id
WHERE b.code = 'SEED-ANGKATAN' AND a.code = 'SEED-PKS';
--[end]
--[postgres]
INSERT INTO agreement (id, code, title, kind, host_id, fields, places, starts_on, ends_on, state)
SELECT CAST('0193d0b4-0000-7000-8000-00000000b301' AS UUID), 'SEED-PKS-2', 'Pelatihan las lanjutan', 'pks', a.host_id, 'Las', 'Bengkel', CAST('2027-01-02' AS DATE), CAST('2027-12-31' AS DATE), 'signed'
FROM agreement a WHERE a.code = 'SEED-PKS';
INSERT INTO batch_takeover (batch_id, number, from_agreement_id, agreement_id, provider_id, since, reason)
SELECT b.id, 1, p.agreement_id, CAST('0193d0b4-0000-7000-8000-00000000b301' AS UUID), p.provider_id, CAST('2027-01-04' AS DATE), 'Perjanjian lama habis.'
FROM batch b JOIN programme p ON p.id = b.programme_id JOIN agreement a ON a.id = p.agreement_id
WHERE b.code = 'SEED-ANGKATAN' AND a.code = 'SEED-PKS';
--[end]
