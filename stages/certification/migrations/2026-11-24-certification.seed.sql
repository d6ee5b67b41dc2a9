INSERT INTO issuer_key (organisation_id, did, sealed_seed)
--[sqlite]
SELECT p.issuer_id, 'did:key:zSeed', x'00' FROM programme p WHERE p.code = 'SEED-PROGRAM';
--[end]
--[postgres]
SELECT p.issuer_id, 'did:key:zSeed', '\x00'::bytea FROM programme p WHERE p.code = 'SEED-PROGRAM';
--[end]
INSERT INTO certificate
    (id, number, credential_id, kind, batch_id, person_id, issuer_id, learner_name, title, jp, issued_on, state, credential, pdf)
--[sqlite]
SELECT x'0193d0b40000700080000000000ce001', 'SEED-0000-0000', 'urn:uuid:seed', 'competence', f.batch_id, f.person_id, p.issuer_id,
    'Peserta Benih', p.title_id, 8, '2026-11-24', 'issued', '{}', x'00'
--[end]
--[postgres]
SELECT '0193d0b4-0000-7000-8000-0000000ce001', 'SEED-0000-0000', 'urn:uuid:seed', 'competence', f.batch_id, f.person_id, p.issuer_id,
    'Peserta Benih', p.title_id, 8, DATE '2026-11-24', 'issued', '{}', '\x00'::bytea
--[end]
FROM unit_final f JOIN batch b ON b.id = f.batch_id JOIN programme p ON p.id = b.programme_id;
INSERT INTO certificate_unit (certificate_id, batch_id, person_id, unit_id, verdict)
SELECT c.id, f.batch_id, f.person_id, f.unit_id, f.verdict FROM certificate c JOIN unit_final f
    ON f.batch_id = c.batch_id AND f.person_id = c.person_id;
INSERT INTO handing (certificate_id, day, handed_to) SELECT id, '2026-11-24', 'yang bersangkutan' FROM certificate;
UPDATE certificate SET state = 'handed';
