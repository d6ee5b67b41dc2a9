INSERT INTO interest (person_id, office_id, first_choice, second_choice, experience, experience_months, literacy, since, told_on)
SELECT p.id, e.office_id, 'las', 'mebel', 'bengkel motor', 12, 'fluent', '2026-11-01', '2026-11-01'
FROM person p JOIN episode e ON e.person_id = p.id WHERE p.name = 'Warga Benih';
--[sqlite]
INSERT INTO hearing (id, code, batch_id, held_on, chair, members)
SELECT x'0193d0b400007000800000000000a701', 'SEED-SIDANG', b.id, '2026-11-20', 'Ketua Benih', 'Anggota Benih' FROM batch b WHERE b.code = 'SEED-ANGKATAN';
INSERT INTO decree (id, batch_id, hearing_id, office_id, number, decreed_on, signer)
SELECT x'0193d0b400007000800000000000a702', h.batch_id, h.id, p.host_id, 'SK.01', '2026-11-21', 'Kepala Benih'
FROM hearing h JOIN batch b ON b.id = h.batch_id JOIN programme p ON p.id = b.programme_id WHERE h.code = 'SEED-SIDANG';
--[end]
--[postgres]
INSERT INTO hearing (id, code, batch_id, held_on, chair, members)
SELECT CAST('0193d0b4-0000-7000-8000-00000000a701' AS UUID), 'SEED-SIDANG', b.id, '2026-11-20', 'Ketua Benih', 'Anggota Benih' FROM batch b WHERE b.code = 'SEED-ANGKATAN';
INSERT INTO decree (id, batch_id, hearing_id, office_id, number, decreed_on, signer)
SELECT CAST('0193d0b4-0000-7000-8000-00000000a702' AS UUID), h.batch_id, h.id, p.host_id, 'SK.01', '2026-11-21', 'Kepala Benih'
FROM hearing h JOIN batch b ON b.id = h.batch_id JOIN programme p ON p.id = b.programme_id WHERE h.code = 'SEED-SIDANG';
--[end]
INSERT INTO hearing_vote (hearing_id, person_id, recommendation, position)
SELECT h.id, i.person_id, 'seat', 1 FROM hearing h, interest i WHERE h.code = 'SEED-SIDANG';
INSERT INTO intake (batch_id, state, field, ranked_on, hearing_id)
SELECT h.batch_id, 'decreed', 'las', '2026-11-10', h.id FROM hearing h WHERE h.code = 'SEED-SIDANG';
INSERT INTO applicant (batch_id, person_id, applied, eligible, reasons, spare_days, score, rank, waiting_since)
SELECT h.batch_id, i.person_id, TRUE, TRUE, '[{"code":"first-choice"}]', 254, 60, 1, '2026-11-01'
FROM hearing h, interest i WHERE h.code = 'SEED-SIDANG';
INSERT INTO seat (id, batch_id, seats, person_id, decree_id, state, number, since)
--[sqlite]
SELECT x'0193d0b400007000800000000000a703', b.id, b.seats, i.person_id, d.id, 'seated', 1, '2026-11-21'
--[end]
--[postgres]
SELECT CAST('0193d0b4-0000-7000-8000-00000000a703' AS UUID), b.id, b.seats, i.person_id, d.id, 'seated', 1, '2026-11-21'
--[end]
FROM batch b JOIN decree d ON d.batch_id = b.id, interest i WHERE b.code = 'SEED-ANGKATAN';
