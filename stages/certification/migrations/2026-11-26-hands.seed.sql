INSERT INTO certificate (id, number, credential_id, kind, batch_id, person_id, issuer_id, learner_name, title, jp, issued_on, state,
    credential, pdf, account_id)
--[sqlite]
SELECT x'0193d0b40000700080000000000ce002', 'SEED-0000-0001', 'urn:uuid:seed-2', c.kind, c.batch_id, c.person_id, c.issuer_id,
    c.learner_name, c.title, c.jp, '2026-11-27', 'issued', '{}', x'00', a.id
--[end]
--[postgres]
SELECT '0193d0b4-0000-7000-8000-0000000ce002', 'SEED-0000-0001', 'urn:uuid:seed-2', c.kind, c.batch_id, c.person_id, c.issuer_id,
    c.learner_name, c.title, c.jp, DATE '2026-11-27', 'issued', '{}', '\x00'::bytea, a.id
--[end]
FROM certificate c JOIN account a ON a.id = (SELECT x.id FROM account x ORDER BY x.id LIMIT 1) WHERE c.state = 'revoked';
