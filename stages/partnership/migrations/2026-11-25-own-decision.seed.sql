--[sqlite]
INSERT INTO agreement (id, code, title, kind, host_id, fields, places, starts_on, ends_on, state) VALUES
(x'0193d0b400007000800000000000b101', 'SEED-SENDIRI', 'Las untuk peserta umum', 'own', x'0193d0b400007000800000000000a002', 'Las', 'Bengkel', '2026-01-01', '2026-12-31', 'draft');
INSERT INTO agreement_party (agreement_id, organisation_id, role, place) VALUES
(x'0193d0b400007000800000000000b101', x'0193d0b400007000800000000000a002', 'host', 1);
--[end]
--[postgres]
INSERT INTO agreement (id, code, title, kind, host_id, fields, places, starts_on, ends_on, state) VALUES
('0193d0b4-0000-7000-8000-00000000b101', 'SEED-SENDIRI', 'Las untuk peserta umum', 'own', '0193d0b4-0000-7000-8000-00000000a002', 'Las', 'Bengkel', '2026-01-01', '2026-12-31', 'draft');
INSERT INTO agreement_party (agreement_id, organisation_id, role, place) VALUES
('0193d0b4-0000-7000-8000-00000000b101', '0193d0b4-0000-7000-8000-00000000a002', 'host', 1);
--[end]
