INSERT INTO activity_report (id, code, office_id, agreement_id, state, headline, what, who, place, held_on, why, how, quotes, photos, contact)
--[sqlite]
SELECT x'0193d0b40000700080000000000150a1',
--[end]
--[postgres]
SELECT '0193d0b4-0000-7000-8000-0000000150a1',
--[end]
'SP-SEED-1', a.host_id, a.id, 'draft', 'Dua lembaga bekerja sama', 'Perjanjian ditandatangani.', 'Dua lembaga.', 'Jember',
a.starts_on, 'Agar peserta siap bekerja.', 'Pelatihan enam minggu.', 'Ketua Benih | Kepala BLK | Kami siap.', 'Penandatanganan', 'Seksi kerja'
FROM agreement a WHERE a.code = 'SEED-PKS';
