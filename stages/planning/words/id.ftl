# Perencanaan: jam kegiatan, hari tutup, jadwal, gerbang pembukaan.

plan-list = Perencanaan
plan-list-waiting = { $count ->
    [0] Semua angkatan sudah dibuka.
   *[other] { $count } angkatan menunggu dibuka.
    }
plan-batches = Angkatan
plan-batches-none = Di sini tampil angkatan yang direncanakan.
plan-term = Masa pelatihan
plan-state = Keadaan
plan-jp = JP terjadwal
plan-jp-laid = JP terjadwal dari seluruh JP
plan-windows = Jam kegiatan dalam seminggu
plan-windows-none = Di sini tampil jam ketika sesi boleh diadakan.
plan-closed = Hari tutup
plan-closed-none = Tidak ada hari tutup di depan.
state-plan-empty = Belum dijadwalkan
state-plan-laid = Terjadwal
state-plan-opened = Dibuka

plan-window = Atur jam kegiatan
    .lead = Sesi hanya dapat diadakan di dalam jam ini. Isian baru menggantikan yang lama.
    .verb = Atur jam kegiatan
windows-set = Jam kegiatan disimpan: { $count } jendela waktu.
field-windows = Jam kegiatan
    .hint = Satu baris satu jendela: hari | mulai | selesai. Misalnya Senin | 08.00 | 11.45.
problem-window-line = Baris { $line } tidak terbaca. Tulis hari | mulai | selesai, misalnya Senin | 08.00 | 11.45.
problem-window-twice = Baris { $line } bertumpang tindih dengan baris sebelumnya.
problem-weekday = “{ $text }” bukan nama hari.
problem-hours-reversed = Jam selesai harus sesudah jam mulai.

plan-close-day = Tutup hari
    .lead = Pada hari tutup tidak ada sesi. Sesi yang sudah terjadwal akan disebut bentrok.
    .verb = Tutup hari
day-closed = Ditutup: { $term } ({ $count } hari).
field-plan-close-day-day = Tanggal pertama
field-plan-close-day-until = Tanggal terakhir
    .hint = Kosong bila hanya satu hari.
problem-closed-too-long = Paling lama { $days } hari sekali tutup. Periksa tahunnya.
plan-reopen-day = Buka lagi hari tutup
    .lead = Hari itu kembali dapat dipakai.
    .verb = Buka lagi hari tutup
day-reopened = { $day } dapat dipakai lagi.

# Jadwal
plan-show = Lihat jadwal
plan-show-of = Jadwal { $batch }
plan-show-empty = Belum ada sesi. { $planned } JP menunggu dijadwalkan.
plan-show-laid = { $sessions } sesi, { $jp } dari { $planned } JP. { $clashes ->
    [0] Tidak ada bentrok.
   *[other] Ada { $clashes } bentrok.
    }
plan-clash = { $text }
plan-clashes = { $count } bentrok
plan-clashing = Bentrok
plan-modules = Modul
plan-modules-none = Kurikulum belum diisi. Isi kurikulum pada program.
plan-module = Modul
plan-kind = Jenis
plan-kind-theory = Teori
plan-kind-practice = Praktik
plan-kind-soft-skill = Sikap kerja
plan-kind-business = Kewirausahaan
plan-week = Jadwal minggu { $week }, dapat digeser
plan-room = Ruang
plan-places = { $count } tempat
plan-free = Kosong
plan-sessions = Semua sesi
plan-day = Hari
plan-hours = Jam
plan-outside-batch = Sesi pada { $day } di luar masa angkatan.

plan-lay = Susun jadwal
    .lead = Jadwal baru menggantikan jadwal lama seluruhnya. Satu bentrok saja, tidak ada yang disimpan.
    .verb = Susun jadwal
field-plan-lay-sessions = Sesi
    .hint = Satu baris satu sesi: tanggal | mulai | selesai | kode ruang | kode modul | kode instruktur.
field-plan-lay-file = Atau berkas CSV
    .hint = Kolom tanggal; mulai; selesai; ruang; modul; instruktur.
problem-timetable-utf8 = Berkas ini tidak terbaca sebagai teks UTF-8. Simpan ulang sebagai CSV UTF-8.
problem-timetable-header = Baris judul kolom tidak ditemukan. Kolom yang diperlukan: { $columns }.
problem-timetable-parts = Tulis enam bagian: tanggal | mulai | selesai | ruang | modul | instruktur.
problem-timetable-short = Sesi lebih pendek dari satu JP ({ $minutes } menit).
timetable-laid = Jadwal disimpan: { $sessions } sesi, { $jp } dari { $planned } JP.

plan-spread = Sebar sisa kurikulum
    .lead = Modul yang belum terjadwal disebar berurutan ke jam mingguan. Yang sudah terjadwal tetap.
    .verb = Sebar sisa kurikulum
field-plan-spread-from = Mulai tanggal
field-plan-spread-weekdays = Hari
    .hint = Dipisah koma, misalnya Senin, Rabu, Jumat.
field-plan-spread-starts = Jam mulai
field-plan-spread-ends = Jam selesai
field-plan-spread-facility = Kode ruang
field-plan-spread-instructor = Kode instruktur
field-plan-spread-modules = Hanya modul ini
    .hint = Kode modul, dipisah koma. Kosong berarti semua yang tersisa.

# Gerbang
plan-gate = Periksa gerbang
gate-of = Gerbang pembukaan { $batch }
gate-unmet = { $count ->
    [0] Semua { $all } syarat terpenuhi. Angkatan dapat dibuka.
   *[other] { $count } dari { $all } syarat belum terpenuhi.
    }
gate-opened = Angkatan dibuka { $day }.
gate-conditions = Syarat pembukaan
gate-state-met = [v]
gate-state-unmet = [x]
gate-state-waiting = [ ]
gate-agreement = Perjanjian berlaku
gate-agreement-met = { $agreement } berlaku pada { $day }.
gate-agreement-unsigned = { $agreement } belum ditandatangani semua pihak. Lengkapi tanda tangannya.
gate-agreement-early = { $agreement } baru berlaku { $first }. Buka angkatan pada atau sesudah tanggal itu.
gate-agreement-over = { $agreement } tidak berlaku lagi pada { $day }. Buat perjanjian baru.
gate-term = Perjanjian lebih panjang dari pelatihan dan uji
gate-term-met = Berlaku sampai { $last }; hari terakhir yang diperlukan { $needed }.
gate-term-short = Perjanjian berakhir { $last }, padahal pelatihan dan uji sampai { $needed }. Perpanjang, atau majukan jadwal.
gate-facility = Sarana lolos peninjauan
gate-facility-met = { $facility } lolos pada { $day }.
gate-facility-none = Program belum menyebut tempat pelatihannya. Tetapkan tempat pada program.
gate-facility-uninspected = { $facility } belum pernah ditinjau. Lakukan peninjauan.
gate-facility-failed = { $facility } tidak lolos pada { $day }. { $item }: perlu { $needed }, ada { $found }. { $action }; tenggat { $due }.
gate-facility-again = Kekurangan { $facility } sudah dibenahi sejak peninjauan { $day }. Tinjau ulang.
gate-instructor = Instruktur tersedia
gate-instructor-met = { $names }.
gate-instructor-none = Belum ada instruktur untuk angkatan ini. Tetapkan instruktur.
gate-instructor-hours = Jam tersedia { $name } belum dicatat. Catat jamnya.
gate-curriculum = Kurikulum terisi
gate-curriculum-none = Program belum punya modul. Isi kurikulumnya.
gate-assessment = Uji sudah dipesan
gate-assessment-met = { $day }, oleh { $who }.
gate-assessment-none = Hari, tempat, dan penguji belum dipesan. Pesan uji sebelum angkatan dibuka.
gate-assessment-early = Uji dipesan { $day }, sebelum sesi terakhir { $last }. Ubah salah satunya.
gate-budget = Anggaran ada
gate-budget-met = { $line }.
gate-budget-none = Mata anggaran belum ditulis. Lengkapi pada angkatan.
gate-participants = Peserta diputuskan
gate-participants-met = Keputusan { $number }, { $count } peserta.
gate-participants-none = Keputusan peserta belum terbit. Selesaikan peringkat, sidang, dan keputusan.
gate-timetable = Jadwal memuat seluruh JP
gate-timetable-met = { $first } sampai { $last }.
gate-timetable-none = Jadwal belum disusun. Susun jadwal.
gate-timetable-short = { $module }: { $laid } dari { $planned } JP terjadwal. Jadwalkan sisanya.
gate-timetable-past = Sesi pertama { $first } mendahului pembukaan { $day }. Majukan pembukaan atau mundurkan jadwal.
gate-no-clash = Jadwal tanpa bentrok
gate-no-clash-waiting = Diperiksa setelah ada jadwal.

batch-open = Buka angkatan
    .lead = Angkatan hanya terbuka bila semua syarat terpenuhi. Setelah dibuka, jadwal tidak berubah lagi.
    .verb = Buka angkatan
batch-opened = { $batch } dibuka. Sesi pertama { $first }.
field-batch-open-day = Tanggal pembukaan
problem-opening-future = Tanggal ini belum tiba. Buka angkatan pada harinya.

refusal-plan-01 = Angkatan belum dapat dibuka: { $count } hal belum terpenuhi.
    .next = Kerjakan hal di atas, lalu buka lagi.
refusal-plan-02 = Angkatan ini sudah dibuka.
    .next = Lihat jadwalnya, atau catat sesinya.
refusal-plan-03 = Jadwal angkatan yang sudah dibuka tidak dapat disusun ulang.
    .next = Batalkan sesi satu per satu dan susulkan JP-nya.
refusal-plan-04 = Jadwal tidak disimpan karena ada { $count } bentrok.
    .next = Pindahkan sesi yang disebut, lalu simpan lagi.
refusal-plan-05 = Ada sesi di luar masa angkatan, { $starts } sampai { $ends }.
    .next = Pilih hari di dalam masa itu, atau tambah hari dan jam dalam seminggu.
refusal-plan-06 = Tidak ada JP yang tersisa untuk disebar.
    .next = Susun jadwal baru bila ingin mengubahnya.
refusal-plan-07 = Hanya { $laid } dari { $needed } JP yang muat dalam jam itu.
    .next = Tambah hari, panjangkan jam, atau kurangi hari tutup.
refusal-plan-08 = { $day } bukan hari tutup.
    .next = Periksa tanggalnya pada daftar hari tutup.

event-WindowsSet = Jam kegiatan diatur
event-DayClosed = Hari ditutup
event-DayReopened = Hari tutup dibuka lagi
event-TimetableLaid = Jadwal disusun
event-BatchOpened = Angkatan dibuka
