--[sqlite]
INSERT INTO meeting (id, code, host_id, place, held_on, topics, minutes) VALUES
(x'0193d0b400007000800000000000b001', 'SEED-RAPAT', x'0193d0b400007000800000000000a001', 'Aula', '2025-01-10', 'Las', 'Sepakat melatih.');
INSERT INTO meeting_party (meeting_id, organisation_id) VALUES (x'0193d0b400007000800000000000b001', x'0193d0b400007000800000000000a001'), (x'0193d0b400007000800000000000b001', x'0193d0b400007000800000000000a002');
INSERT INTO meeting_item (meeting_id, number, what, organisation_id, due_on) VALUES
(x'0193d0b400007000800000000000b001', 1, 'Menyusun naskah', x'0193d0b400007000800000000000a002', '2025-02-10');
INSERT INTO agreement (id, code, title, kind, host_id, meeting_id, fields, places, starts_on, ends_on, state) VALUES
(x'0193d0b400007000800000000000b002', 'SEED-PKS', 'Pelatihan las', 'pks', x'0193d0b400007000800000000000a001', x'0193d0b400007000800000000000b001', 'Las', 'Bengkel', '2025-03-01', '2026-12-31', 'signed');
INSERT INTO agreement_party (agreement_id, organisation_id, role, place, agreed_on, number, signer, signer_post, signed_on) VALUES
(x'0193d0b400007000800000000000b002', x'0193d0b400007000800000000000a001', 'host', 1, '2025-02-20', 'WP.01', 'Kepala Benih', 'Kalapas', '2025-03-01'),
(x'0193d0b400007000800000000000b002', x'0193d0b400007000800000000000a002', 'trainer', 2, '2025-02-20', 'BLK.01', 'Ketua Benih', 'Kepala BLK', '2025-03-01');
INSERT INTO obligation (id, code, agreement_id, organisation_id, what, unit, quantity, due_on) VALUES
(x'0193d0b400007000800000000000b003', 'SEED-PKS-O1', x'0193d0b400007000800000000000b002', x'0193d0b400007000800000000000a002', 'Instruktur las', 'JP', 120, '2026-11-30');
INSERT INTO delivery (id, obligation_id, quantity, delivered_on, note) VALUES
(x'0193d0b400007000800000000000b004', x'0193d0b400007000800000000000b003', 40, '2025-06-30', '');
--[end]
--[postgres]
INSERT INTO meeting (id, code, host_id, place, held_on, topics, minutes) VALUES
('0193d0b4-0000-7000-8000-00000000b001', 'SEED-RAPAT', '0193d0b4-0000-7000-8000-00000000a001', 'Aula', '2025-01-10', 'Las', 'Sepakat melatih.');
INSERT INTO meeting_party (meeting_id, organisation_id) VALUES ('0193d0b4-0000-7000-8000-00000000b001', '0193d0b4-0000-7000-8000-00000000a001'), ('0193d0b4-0000-7000-8000-00000000b001', '0193d0b4-0000-7000-8000-00000000a002');
INSERT INTO meeting_item (meeting_id, number, what, organisation_id, due_on) VALUES
('0193d0b4-0000-7000-8000-00000000b001', 1, 'Menyusun naskah', '0193d0b4-0000-7000-8000-00000000a002', '2025-02-10');
INSERT INTO agreement (id, code, title, kind, host_id, meeting_id, fields, places, starts_on, ends_on, state) VALUES
('0193d0b4-0000-7000-8000-00000000b002', 'SEED-PKS', 'Pelatihan las', 'pks', '0193d0b4-0000-7000-8000-00000000a001', '0193d0b4-0000-7000-8000-00000000b001', 'Las', 'Bengkel', '2025-03-01', '2026-12-31', 'signed');
INSERT INTO agreement_party (agreement_id, organisation_id, role, place, agreed_on, number, signer, signer_post, signed_on) VALUES
('0193d0b4-0000-7000-8000-00000000b002', '0193d0b4-0000-7000-8000-00000000a001', 'host', 1, '2025-02-20', 'WP.01', 'Kepala Benih', 'Kalapas', '2025-03-01'),
('0193d0b4-0000-7000-8000-00000000b002', '0193d0b4-0000-7000-8000-00000000a002', 'trainer', 2, '2025-02-20', 'BLK.01', 'Ketua Benih', 'Kepala BLK', '2025-03-01');
INSERT INTO obligation (id, code, agreement_id, organisation_id, what, unit, quantity, due_on) VALUES
('0193d0b4-0000-7000-8000-00000000b003', 'SEED-PKS-O1', '0193d0b4-0000-7000-8000-00000000b002', '0193d0b4-0000-7000-8000-00000000a002', 'Instruktur las', 'JP', 120, '2026-11-30');
INSERT INTO delivery (id, obligation_id, quantity, delivered_on, note) VALUES
('0193d0b4-0000-7000-8000-00000000b004', '0193d0b4-0000-7000-8000-00000000b003', 40, '2025-06-30', '');
--[end]
