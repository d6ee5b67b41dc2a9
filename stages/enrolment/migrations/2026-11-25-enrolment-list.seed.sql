INSERT INTO hearing (id, code, batch_id, held_on, chair, members, kind)
--[sqlite]
SELECT x'0193d0b400007000800000000000a710', 'SEED-DAFTAR', b.id, '2026-11-19', 'Kepala Benih', '', 'list' FROM batch b WHERE b.code = 'SEED-ANGKATAN';
--[end]
--[postgres]
SELECT CAST('0193d0b4-0000-7000-8000-00000000a710' AS UUID), 'SEED-DAFTAR', b.id, '2026-11-19', 'Kepala Benih', '', 'list' FROM batch b WHERE b.code = 'SEED-ANGKATAN';
--[end]
