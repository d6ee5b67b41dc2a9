--[sqlite]
INSERT INTO scheme (id, code, number, title, kind, field, standard, lsp_id, forbids)
SELECT x'0193d0b400007000800000000000b401', 'SEED-SKEMA', 'SKM/BENIH/1', 'Skema Benih', 'cluster', 'Benih', 'SKKNI benih', o.id, 'provider'
FROM organisation o WHERE o.code = 'seed-blk';
INSERT INTO scheme_unit (scheme_id, position, code, title) VALUES (x'0193d0b400007000800000000000b401', 1, 'U.01', 'Unit Benih');
INSERT INTO scheme_element (scheme_id, unit_code, position, number, title) VALUES (x'0193d0b400007000800000000000b401', 'U.01', 1, '1', 'Elemen Benih');
INSERT INTO scheme_licence (scheme_id, number, starts_on, ends_on) VALUES (x'0193d0b400007000800000000000b401', 'LIS-BENIH-1', '2026-01-01', '2027-12-31');
INSERT INTO assessor_certificate (account_id, number, field, starts_on, ends_on)
SELECT a.id, 'MET-BENIH-1', 'benih', '2026-01-01', '2027-12-31' FROM account a ORDER BY a.login LIMIT 1;
--[end]
--[postgres]
INSERT INTO scheme (id, code, number, title, kind, field, standard, lsp_id, forbids)
SELECT CAST('0193d0b4-0000-7000-8000-00000000b401' AS UUID), 'SEED-SKEMA', 'SKM/BENIH/1', 'Skema Benih', 'cluster', 'Benih', 'SKKNI benih', o.id, 'provider'
FROM organisation o WHERE o.code = 'seed-blk';
INSERT INTO scheme_unit (scheme_id, position, code, title) VALUES ('0193d0b4-0000-7000-8000-00000000b401', 1, 'U.01', 'Unit Benih');
INSERT INTO scheme_element (scheme_id, unit_code, position, number, title) VALUES ('0193d0b4-0000-7000-8000-00000000b401', 'U.01', 1, '1', 'Elemen Benih');
INSERT INTO scheme_licence (scheme_id, number, starts_on, ends_on) VALUES ('0193d0b4-0000-7000-8000-00000000b401', 'LIS-BENIH-1', '2026-01-01', '2027-12-31');
INSERT INTO assessor_certificate (account_id, number, field, starts_on, ends_on)
SELECT a.id, 'MET-BENIH-1', 'benih', CAST('2026-01-01' AS DATE), CAST('2027-12-31' AS DATE) FROM account a ORDER BY a.login LIMIT 1;
--[end]
