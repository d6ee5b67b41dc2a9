--[sqlite]
INSERT INTO outside_certificate (id, person_id, registry, issuer, number, title, issued_on, account_id)
SELECT x'0193d0b400007000800000000011c101', p.id, 'bnsp', 'LSP Benih', '00000 0000 0 0000001 2026', 'Benih', '2026-11-24', a.id
FROM (SELECT id FROM person LIMIT 1) p, (SELECT id FROM account ORDER BY login LIMIT 1) a;
INSERT INTO outside_handing (certificate_id, day, handed_to, account_id)
SELECT id, issued_on, 'Benih', account_id FROM outside_certificate;
--[end]
--[postgres]
INSERT INTO outside_certificate (id, person_id, registry, issuer, number, title, issued_on, account_id)
SELECT CAST('0193d0b4-0000-7000-8000-00000011c101' AS UUID), p.id, 'bnsp', 'LSP Benih', '00000 0000 0 0000001 2026', 'Benih', CAST('2026-11-24' AS DATE), a.id
FROM (SELECT id FROM person LIMIT 1) p, (SELECT id FROM account ORDER BY login LIMIT 1) a;
INSERT INTO outside_handing (certificate_id, day, handed_to, account_id)
SELECT id, issued_on, 'Benih', account_id FROM outside_certificate;
--[end]
