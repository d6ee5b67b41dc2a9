--[sqlite]
INSERT INTO facility (id, code, name, host_id, place, capacity) VALUES (x'0193d0b400007000800000000000b001', 'SEED-RUANG', 'Bengkel Benih', (SELECT id FROM organisation WHERE code = 'seed-lapas'), 'Jember', 16);
INSERT INTO inspection (id, facility_id, round, day, inspector, inspector_organisation_id, verdict) VALUES (x'0193d0b400007000800000000000b002', x'0193d0b400007000800000000000b001', 1, '2026-11-24', 'Pemeriksa Benih', (SELECT id FROM organisation WHERE code = 'seed-blk'), 'pass');
INSERT INTO inspection_finding (id, inspection_id, position, code, item, needed, found, met) VALUES (x'0193d0b400007000800000000000b003', x'0193d0b400007000800000000000b002', 1, 'P1', 'Daya listrik', '5,5 kVA', '5,5 kVA', TRUE);
INSERT INTO instructor (id, code, name, organisation_id, keeper_id, kind) VALUES (x'0193d0b400007000800000000000b004', 'SEED-INSTRUKTUR', 'Instruktur Benih', (SELECT id FROM organisation WHERE code = 'seed-blk'), (SELECT id FROM organisation WHERE code = 'seed-blk'), 'instructor');
INSERT INTO instructor_hours (instructor_id, weekday, starts_minute, ends_minute) VALUES (x'0193d0b400007000800000000000b004', 1, 480, 720);
INSERT INTO programme (id, code, title_id, title_en, agreement_id, host_id, provider_id, issuer_id, standard, certificate_kind, minutes_per_jp, completion_percent, theory_first, facility_id)
SELECT x'0193d0b400007000800000000000b005', 'SEED-PROGRAM', 'Program Benih', 'Seed programme', a.id, (SELECT id FROM organisation WHERE code = 'seed-lapas'), (SELECT id FROM organisation WHERE code = 'seed-blk'), (SELECT id FROM organisation WHERE code = 'seed-blk'), 'SKKNI benih', 'competence', 45, 80, TRUE, x'0193d0b400007000800000000000b001' FROM agreement a ORDER BY a.code LIMIT 1;
INSERT INTO programme_module (id, programme_id, position, code, title, kind, jp) VALUES (x'0193d0b400007000800000000000b006', x'0193d0b400007000800000000000b005', 1, 'M1', 'Modul Benih', 'theory', 8);
INSERT INTO programme_unit (id, programme_id, position, code, title) VALUES (x'0193d0b400007000800000000000b007', x'0193d0b400007000800000000000b005', 1, 'U.01', 'Unit Benih');
INSERT INTO module_unit (module_id, unit_id) VALUES (x'0193d0b400007000800000000000b006', x'0193d0b400007000800000000000b007');
INSERT INTO batch (id, code, title, programme_id, starts_on, ends_on, seats, reserves) VALUES (x'0193d0b400007000800000000000b008', 'SEED-ANGKATAN', 'Angkatan Benih', x'0193d0b400007000800000000000b005', '2026-11-25', '2026-12-20', 16, 4);
INSERT INTO batch_instructor (batch_id, instructor_id) VALUES (x'0193d0b400007000800000000000b008', x'0193d0b400007000800000000000b004');
INSERT INTO batch_assessment (batch_id, reserved_on, place, assessor_organisation_id, assessor_name) VALUES (x'0193d0b400007000800000000000b008', '2026-12-22', 'Jember', (SELECT id FROM organisation WHERE code = 'seed-blk'), 'Asesor Benih');
--[end]
--[postgres]
INSERT INTO facility (id, code, name, host_id, place, capacity) VALUES ('0193d0b4-0000-7000-8000-00000000b001', 'SEED-RUANG', 'Bengkel Benih', (SELECT id FROM organisation WHERE code = 'seed-lapas'), 'Jember', 16);
INSERT INTO inspection (id, facility_id, round, day, inspector, inspector_organisation_id, verdict) VALUES ('0193d0b4-0000-7000-8000-00000000b002', '0193d0b4-0000-7000-8000-00000000b001', 1, '2026-11-24', 'Pemeriksa Benih', (SELECT id FROM organisation WHERE code = 'seed-blk'), 'pass');
INSERT INTO inspection_finding (id, inspection_id, position, code, item, needed, found, met) VALUES ('0193d0b4-0000-7000-8000-00000000b003', '0193d0b4-0000-7000-8000-00000000b002', 1, 'P1', 'Daya listrik', '5,5 kVA', '5,5 kVA', TRUE);
INSERT INTO instructor (id, code, name, organisation_id, keeper_id, kind) VALUES ('0193d0b4-0000-7000-8000-00000000b004', 'SEED-INSTRUKTUR', 'Instruktur Benih', (SELECT id FROM organisation WHERE code = 'seed-blk'), (SELECT id FROM organisation WHERE code = 'seed-blk'), 'instructor');
INSERT INTO instructor_hours (instructor_id, weekday, starts_minute, ends_minute) VALUES ('0193d0b4-0000-7000-8000-00000000b004', 1, 480, 720);
INSERT INTO programme (id, code, title_id, title_en, agreement_id, host_id, provider_id, issuer_id, standard, certificate_kind, minutes_per_jp, completion_percent, theory_first, facility_id)
SELECT CAST('0193d0b4-0000-7000-8000-00000000b005' AS UUID), 'SEED-PROGRAM', 'Program Benih', 'Seed programme', a.id, (SELECT id FROM organisation WHERE code = 'seed-lapas'), (SELECT id FROM organisation WHERE code = 'seed-blk'), (SELECT id FROM organisation WHERE code = 'seed-blk'), 'SKKNI benih', 'competence', 45, 80, TRUE, CAST('0193d0b4-0000-7000-8000-00000000b001' AS UUID) FROM agreement a ORDER BY a.code LIMIT 1;
INSERT INTO programme_module (id, programme_id, position, code, title, kind, jp) VALUES ('0193d0b4-0000-7000-8000-00000000b006', '0193d0b4-0000-7000-8000-00000000b005', 1, 'M1', 'Modul Benih', 'theory', 8);
INSERT INTO programme_unit (id, programme_id, position, code, title) VALUES ('0193d0b4-0000-7000-8000-00000000b007', '0193d0b4-0000-7000-8000-00000000b005', 1, 'U.01', 'Unit Benih');
INSERT INTO module_unit (module_id, unit_id) VALUES ('0193d0b4-0000-7000-8000-00000000b006', '0193d0b4-0000-7000-8000-00000000b007');
INSERT INTO batch (id, code, title, programme_id, starts_on, ends_on, seats, reserves) VALUES ('0193d0b4-0000-7000-8000-00000000b008', 'SEED-ANGKATAN', 'Angkatan Benih', '0193d0b4-0000-7000-8000-00000000b005', '2026-11-25', '2026-12-20', 16, 4);
INSERT INTO batch_instructor (batch_id, instructor_id) VALUES ('0193d0b4-0000-7000-8000-00000000b008', '0193d0b4-0000-7000-8000-00000000b004');
INSERT INTO batch_assessment (batch_id, reserved_on, place, assessor_organisation_id, assessor_name) VALUES ('0193d0b4-0000-7000-8000-00000000b008', '2026-12-22', 'Jember', (SELECT id FROM organisation WHERE code = 'seed-blk'), 'Asesor Benih');
--[end]
