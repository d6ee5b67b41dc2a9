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

plan-limits = Atur batas tempat
    .lead = Jadwal yang diusulkan mematuhi batas ini, dan jadwal yang melanggarnya tidak dapat disetujui. Kosongkan yang tidak berlaku. Isian baru menggantikan yang lama.
    .verb = Atur batas tempat
limits-set = Batas tempat disimpan.
field-watched = Sesi bersamaan yang dapat diawasi
    .hint = Kosong bila tidak dibatasi.
field-spare-days = Hari cadangan di akhir angkatan
    .hint = Hari buka terakhir yang sedapatnya dibiarkan kosong untuk sesi susulan.
field-seasons = Jam pada masa tertentu
    .hint = Satu baris satu jendela: nama | dari | sampai | hari | mulai | selesai. Misalnya Ramadan | 08-02-2027 | 09-03-2027 | Senin | 08.00 | 11.00. Pada masa itu jam sepanjang tahun tidak berlaku.
field-zones = Zona dan pengawalan
    .hint = Satu baris satu zona: nama | kode ruang, kode ruang | orang paling banyak bersamaan. Misalnya Bengkel luar | BKL-1, BKL-2 | 20.
field-tools = Perangkat alat
    .hint = Satu baris satu alat: nama | jumlah set | kode program, kode program. Praktik program itu memakai satu set.
field-set-ups = Penyiapan ruang di antara dua angkatan
    .hint = Satu baris satu ruang: kode ruang | menit. Misalnya BKL-1 | 15.
field-ways = Perjalanan instruktur
    .hint = Satu baris satu pasangan: kode ruang | kode ruang | menit, berlaku pulang dan pergi.
problem-watched-none = Paling sedikit satu sesi. Kosongkan bila tidak dibatasi.
problem-spare-days = Paling banyak { $days } hari.
problem-limit-twice = Baris { $line } mengulang baris sebelumnya. Hapus salah satu.
problem-seasons-line = Baris { $line } tidak terbaca. Tulis nama | dari | sampai | hari | mulai | selesai, misalnya Ramadan | 08-02-2027 | 09-03-2027 | Senin | 08.00 | 11.00.
problem-season-days = Baris { $line } menyebut tanggal lain untuk nama yang sama. Samakan tanggalnya atau beri nama lain.
problem-zones-line = Baris { $line } tidak terbaca. Tulis nama | kode ruang, kode ruang | orang, dengan kode ruang dari daftar kantor ini.
problem-tools-line = Baris { $line } tidak terbaca. Tulis nama | jumlah set | kode program, dengan program yang diselenggarakan di sini.
problem-set-ups-line = Baris { $line } tidak terbaca. Tulis kode ruang | menit, paling lama 600 menit.
problem-ways-line = Baris { $line } tidak terbaca. Tulis kode ruang | kode ruang | menit: dua ruang berbeda, paling lama 600 menit.

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

# Usulan: siapa di angkatan mana dan kapan; mesin mengusulkan, orang memutuskan.
proposal-list = Usulan rencana
proposal-list-lead = Usulan tidak memindahkan siapa pun. Setelah disetujui, jadwal disusun dan daftar sidang diurutkan.
proposal-list-none = Di sini tampil usulan rencana. Peringkatkan dahulu peminat angkatan, lalu minta usulan.
proposal-all = Semua usulan
proposal-made-on = Dibuat
proposal-reaches = Poin
proposal-in-force = berlaku
proposal-of = Usulan { $code }
proposal-lead = { $seated } dari { $people } orang mendapat kursi; { $sessions } sesi.
proposal-points = { $value } poin; paling banyak { $bound }.
proposal-points-proven = { $value } poin, terbukti yang terbaik.
proposal-against = Dibandingkan dengan { $code }.
proposal-changes = { $count ->
    [0] Tidak ada yang berubah.
   *[other] { $count } orang berubah.
    }
proposal-seated = Mendapat kursi: { $count } orang
proposal-reserves = Cadangan
proposal-sessions = Jadwal: { $count } sesi
proposal-refused = Belum mendapat kursi: { $count } orang
proposal-refused-none = Semua orang mendapat kursi.
proposal-approved-on = Disetujui { $day }.
proposal-turned-down-on = Ditolak { $day }.
proposal-batch-opens = { $count } dari { $seats } kursi terisi. { $term }.
proposal-batch-waits = Belum dapat dibuka.
proposal-change-moved = sebelumnya { $batch }
proposal-change-new = baru mendapat kursi
proposal-change-lost = sebelumnya { $batch }
state-proposal-proposed = Menunggu keputusan
state-proposal-approved = Disetujui
state-proposal-turned-down = Ditolak
proposal-why-only-seat = Kursi di { $batch } dengan { $points } poin; tanpa kursi ini tidak ada tempat lain.
proposal-why-best-seat = Kursi di { $batch } dengan { $points } poin; pilihan lain { $other }, { $others } poin.
proposal-why-lesser-seat = Kursi di { $batch } dengan { $points } poin. Di { $other } ({ $others } poin) kursinya lebih berarti bagi orang lain.
proposal-why-seat = Kursi di { $batch } dengan { $points } poin.
proposal-why-no-batch = Belum ada angkatan yang dapat diikuti; alasannya ada pada daftar peminat.
proposal-why-kept-out = Paling dekat dengan { $batch } ({ $points } poin). { $loss ->
    [0] Urutannya di belakang peserta lain.
   *[other] Bila masuk, rencana kehilangan { $loss } poin.
    }
proposal-why-kept-out-always = Paling dekat dengan { $batch } ({ $points } poin).
proposal-bar-full = Semua { $seats } kursi terisi.
proposal-bar-apart = Harus dipisahkan dari seorang peserta.
proposal-bar-composition = Susunan peserta angkatan itu belum memungkinkan.
proposal-bar-too-few = Peminatnya kurang dari { $minimum } orang.
proposal-bar-rivals = Ruang atau instrukturnya dipakai { $by }.
proposal-waits-no-instructor = Tidak ada instruktur untuk { $about }.
proposal-waits-no-room = Tidak ada ruang untuk { $about }.
proposal-waits-instructor-time = Jam { $about } kurang { $minutes } menit.
proposal-waits-room-time = { $about } sudah terpakai; kurang { $minutes } menit.
proposal-waits-days = Masa { $about } terlalu pendek; kurang { $minutes } menit.
proposal-waits-day-load = Jam sehari { $about } terlalu sedikit; kurang { $minutes } menit.
proposal-waits-theory-first = Teori sebelum praktik pada { $about } tidak muat.
proposal-waits-shared-persons = { $about } punya peserta yang sama.
proposal-waits-regime = Jam kegiatan dalam seminggu kurang { $minutes } menit.
proposal-waits-closed-days = Hari tutup terlalu banyak; kurang { $minutes } menit.
proposal-waits-term = Masa perjanjian terlalu pendek; kurang { $minutes } menit.
proposal-waits-watch = Sesi yang dapat diawasi bersamaan terlalu sedikit; kurang { $minutes } menit.
proposal-waits-zone = { $about } memuat terlalu sedikit orang bersamaan; kurang { $minutes } menit.
proposal-waits-tool = { $about } terlalu sedikit untuk sesi yang bersamaan; kurang { $minutes } menit.
proposal-waits-set-up = { $about } perlu disiapkan di antara dua angkatan; kurang { $minutes } menit.
proposal-waits-ways = Instruktur perlu waktu untuk pindah tempat; kurang { $minutes } menit.
proposal-waits-locked = Sesi angkatan lain memakai waktunya; kurang { $minutes } menit.
proposal-waits-unknown = Belum ditemukan jadwalnya; kurang { $minutes } menit.
proposal-waits-meaningless = Isian tidak dapat dijadwalkan: { $about }.
proposal-unready-unknown = { $batch }: tidak ada angkatan dengan kode ini di kantor Anda.
proposal-unready-opened = { $batch }: sudah dibuka.
proposal-unready-unranked = { $batch }: peminat belum diperingkatkan, atau sidang sudah diadakan.
proposal-unready-curriculum = { $batch }: kurikulum belum diisi.
proposal-unready-instructor = { $batch }: instruktur belum ditetapkan.
proposal-fault-overfull = { $batch }: { $count } orang untuk { $seats } kursi.
proposal-fault-too-few = { $batch }: { $count } orang, padahal paling sedikit { $minimum }.
proposal-fault-ineligible = { $batch }: ada peserta yang tidak memenuhi syarat.
proposal-fault-opens = { $batch }: dibuka tanpa peserta, atau ditutup dengan { $count } peserta.
proposal-fault-apart = { $batch }: ada peserta yang harus dipisahkan.
proposal-fault-people = Tidak setiap orang mendapat jawaban.
proposal-fault-same-time = Peserta yang sama terjadwal di dua sesi bersamaan: { $one }; { $other }. Pindahkan salah satu ke jam lain.
proposal-fault-teacher = { $batch } { $module }, { $day } { $starts }: instrukturnya tidak punya bidang modul ini. Yang dapat: { $names }.
proposal-fault-room = { $batch } { $module }, { $day } { $starts }: praktik diadakan di { $room }.
proposal-fault-day = { $batch }, { $day }: { $jp } JP, padahal sehari paling banyak { $most } JP.
proposal-compare-facts = Kedua usulan dibuat dari permintaan atau keadaan yang berbeda.
proposal-fault-hours = { $batch }, { $module }: { $laid } dari { $planned } JP.

proposal-make = Minta usulan rencana
    .lead = Kursi dan jadwal beberapa angkatan diusulkan bersama-sama. Tidak ada yang berubah sebelum disetujui.
    .verb = Minta usulan
field-proposal-make-batches = Angkatan
    .hint = Satu baris satu kode. Peminatnya sudah diperingkatkan.
field-proposal-make-minimum = Peserta paling sedikit
    .hint = Dengan kurang dari ini angkatan tidak dibuka. Kosong: tanpa batas.
field-proposal-make-block-jp = JP sekali pertemuan
field-proposal-make-day-jp = JP paling banyak sehari
field-proposal-make-seed = Bilangan awal
    .hint = Bilangan yang sama memberi usulan yang sama. Boleh kosong.
problem-proposal-code = “{ $text }” bukan kode. Pakai huruf besar, angka, dan tanda hubung.
problem-proposal-number = Isi antara { $least } dan { $most }.
proposal-made = Usulan dibuat: { $seated } dari { $people } orang mendapat kursi di { $batches } angkatan, { $sessions } sesi.
proposal-approve = Setujui usulan
    .lead = Jadwalnya disusun dan daftar sidang diurutkan menurut usulan ini. Kursi baru diberikan oleh keputusan kepala.
    .verb = Setujui usulan
proposal-approved = Usulan { $code } disetujui: jadwal { $batches } angkatan disusun, daftar sidangnya diurutkan.
proposal-turn-down = Tolak usulan
    .lead = Usulan tetap dapat dibaca, bersama alasannya.
    .verb = Tolak usulan
field-proposal-turn-down-reason = Alasan
proposal-turned-down = Usulan { $code } ditolak.
refusal-plan-10 = Ada angkatan yang belum dapat direncanakan.
    .next = Kerjakan hal di atas, atau hapus angkatan itu dari daftar.
refusal-plan-11 = Angkatan-angkatan ini menghitung JP dengan menit yang berbeda.
    .next = Minta usulan terpisah untuk masing-masing.
refusal-plan-12 = Usulan ini sudah diputuskan.
    .next = Minta usulan baru.
refusal-plan-13 = Sejak usulan ini dibuat, rencana lain sudah disetujui.
    .next = Minta usulan baru; hasilnya dibandingkan dengan rencana itu.
refusal-plan-14 = Sejak usulan ini dibuat, peminat, jam, ruang, atau jadwal sudah berubah.
    .next = Minta usulan baru dengan keadaan sekarang.
refusal-plan-15 = Pemeriksa menemukan { $count } kesalahan dalam usulan ini.
    .next = Minta usulan baru; bila terulang, beri tahu pengelola sistem.
event-ProposalMade = Usulan rencana dibuat
event-ProposalApproved = Usulan rencana disetujui
event-ProposalTurnedDown = Usulan rencana ditolak

# Usulan yang diubah dengan tangan
proposal-change = Ubah usulan
    .lead = Lihat dahulu apa yang dilanggar dan apa akibatnya. Yang disimpan menjadi usulan baru; usulan ini tetap.
    .verb = Simpan sebagai usulan baru
field-proposal-change-session = Sesi yang dipindah
    .hint = Yang dikosongkan di bawah ini tetap seperti semula.
field-proposal-change-day = Hari baru
    .hint = Misalnya 10-02-2026.
field-proposal-change-starts = Jam mulai baru
field-proposal-change-facility = Ruang baru
field-proposal-change-instructor = Instruktur baru
field-proposal-change-person = Orang yang kursinya diubah
field-proposal-change-batch = Kursi barunya
    .hint = Atau pilih di bawah dengan siapa kursinya ditukar.
field-proposal-change-other = Bertukar kursi dengan
field-proposal-change-code = Kode usulan baru
    .hint = Kosong: kode usulan ini dengan huruf berikutnya.
proposal-change-look = Lihat akibatnya
proposal-change-verdict = Akibat perubahan
proposal-change-holds = Tidak ada yang dilanggar. Perubahan ini dapat disimpan.
proposal-change-unread = Perubahan ini belum lengkap.
proposal-changed = Usulan { $code } disimpan; { $from } tetap seperti semula.
proposal-changed-session = Sesi { $batch } { $module } dipindah dari { $from } ke { $to }.
proposal-changed-given = { $person } mendapat kursi di { $to }.
proposal-changed-taken = Kursi { $person } di { $from } diambil.
proposal-changed-seat = { $person } pindah dari { $from } ke { $to }.
proposal-changed-exchange = { $person } dan { $other } bertukar kursi.
proposal-origin = Diubah dengan tangan dari { $code } oleh { $by }:
proposal-no-seat = tanpa kursi
problem-proposal-nothing = Pilih sesi atau orang yang hendak diubah.
problem-proposal-which-session = Pilih dahulu sesi yang hendak dipindah.
problem-proposal-session = Tidak ada sesi “{ $text }” dalam usulan ini. Pilih dari daftar.
problem-proposal-midnight = Sesi ini akan melewati tengah malam. Pilih jam yang lebih awal.
problem-proposal-instructor = { $text } bukan instruktur { $batch }. Pilih yang ditetapkan untuk angkatan itu.
problem-proposal-which-person = Pilih dahulu orang yang kursinya diubah.
problem-proposal-which-seat = Pilih kursi barunya, atau dengan siapa ia bertukar.
problem-proposal-one-way = Pilih kursi baru atau pertukaran, jangan keduanya.
proposal-why-by-hand = Kursi di { $batch } dengan { $points } poin, diberikan petugas, bukan oleh pencarian.
proposal-why-taken-by-hand = Kursinya di { $batch } ({ $points } poin) diambil petugas, bukan oleh pencarian.
proposal-bar-vacant = Di sana ada kursi yang belum diberikan kepada siapa pun.
refusal-plan-16 = Perubahan ini tidak disimpan: { $count } hal dilanggar.
    .next = Pilih hari, jam, ruang, instruktur, atau kursi yang lain, lalu lihat lagi akibatnya.
refusal-plan-17 = Perubahan ini tidak mengubah apa pun.
    .next = Isi yang hendak diubah dengan nilai lain.
proposal-look-at = Lihat usulan ini
proposal-costs = Mutu jadwal
proposal-costs-each = Setiap aturan, banyaknya dan bobotnya
proposal-cost-what = Yang dihitung
proposal-cost-before = Semula
proposal-cost-after = Menjadi
proposal-cost-difference = Selisih
proposal-cost-units = Banyaknya
proposal-cost-weight = Bobot
proposal-cost-points = Poin
proposal-cost-seats = Orang mendapat kursi
proposal-cost-batches = Angkatan dibuka
proposal-cost-sessions = Sesi
proposal-cost-weekly-pattern = Minggu yang jamnya lain
proposal-cost-gaps = Jam kosong di antara sesi (JP)
proposal-cost-even-spread = JP di atas rata-rata minggu
proposal-cost-early-finish = Hari sampai sesi terakhir
proposal-cost-same-instructor = Instruktur tambahan dalam satu modul
proposal-cost-room-stability = Ruang tambahan dalam satu modul
proposal-cost-module-order = Sesi di luar urutan modul
proposal-cost-makeup-slack = JP pada hari cadangan di akhir
proposal-cost-total = Jumlah berbobot (makin kecil makin baik)
proposal-difference = { $what }: { $difference }.
proposal-difference-more = { $count } lebih
proposal-difference-less = { $count } kurang
proposal-difference-same = sama
proposal-difference-none = Poin dan mutu jadwal tetap sama.
proposal-difference-text = { $text }

# Usulan berdampingan
proposal-compare = Bandingkan usulan
    .verb = Bandingkan
proposal-compare-choose = Pilih dua usulan untuk dilihat berdampingan.
proposal-compare-one = Usulan pertama
proposal-compare-other = Usulan kedua
proposal-figures = Angka berdampingan
proposal-compare-people = { $count ->
    [0] Semua orang mendapat kursi yang sama
   *[other] Kursinya berbeda: { $count } orang
    }
proposal-compare-sessions = { $count ->
    [0] Semua sesi sama
   *[other] Berbeda: { $count } sesi
    }
proposal-not-asked = tidak ditanyakan
proposal-no-session = tidak ada

# Kalender usulan
proposal-calendar = Kalender
proposal-calendar-of = Kalender usulan { $code }
proposal-calendar-how = Buka sebuah sesi untuk memindahkannya, atau seret ke sel lain. Akibatnya tampil sebelum ada yang disimpan.
proposal-by = Susun menurut
proposal-by-room = Menurut ruang
proposal-by-instructor = Menurut instruktur
proposal-by-batch = Menurut angkatan
proposal-row-room = Ruang
proposal-row-instructor = Instruktur
proposal-row-batch = Angkatan
proposal-week = Minggu
proposal-weeks = Pindah minggu
proposal-week-show = Tampilkan minggu
proposal-week-before = Minggu sebelumnya
proposal-week-after = Minggu berikutnya

# Angkatan sepanjang tahun, dan jam ruang yang belum dipakai
plan-year = Angkatan sepanjang tahun
plan-year-note = Masa setiap angkatan; sama dengan tabel di atas.
plan-year-today = Garis tegak tebal: hari ini.
plan-capacity = Jam ruang yang kosong
plan-capacity-lead = Setiap sel menyebut jam yang masih kosong dan jam yang terpakai dalam minggu itu.
plan-capacity-with = Dihitung seolah-olah usulan { $code } berlaku.
plan-capacity-table = Jam kosong menurut ruang dan minggu
plan-capacity-week = Minggu
plan-capacity-open = Jam kegiatan
plan-capacity-free = { $hours } jam kosong
plan-capacity-used = { $hours } jam terpakai
plan-capacity-none = Di sini tampil jam kosong setiap ruang. Catat dahulu sarana kantor Anda.
plan-capacity-turn = Pindah masa
plan-capacity-before = 13 minggu sebelumnya
plan-capacity-after = 13 minggu berikutnya
plan-heat-0 = kosong
plan-heat-1 = sampai seperempat terpakai
plan-heat-2 = sampai setengah terpakai
plan-heat-3 = sampai tiga perempat terpakai
plan-heat-4 = hampir penuh atau penuh

# Pencarian teliti di latar belakang
field-proposal-make-search = Cara mencari
    .hint = Pencarian teliti memperbaiki jadwal di latar belakang; kursinya sama dengan pencarian cepat.
field-proposal-make-minutes = Lama pencarian teliti (menit)
proposal-search-quick = Cepat: langsung dijawab
proposal-search-thorough = Teliti: beberapa menit di latar belakang
job-kind-proposal-search = Pencarian usulan rencana
proposal-search-begins = Pencarian dimulai. Anda boleh menutup halaman ini; pencarian berjalan terus.
proposal-search-waits = Pencarian kantor ini masih berjalan. Yang baru belum dimulai.
proposal-search-seats = Kursi dibagikan.
proposal-search-polishes = { $seated } orang mendapat kursi. Mutu jadwal terbaik sejauh ini: { $cost }; makin kecil makin baik.
proposal-search-of = Pencarian usulan { $code }
proposal-search-how-far = Sejauh ini
proposal-search-outcome = Hasil
proposal-search-share = { $done } dari { $total } detik
proposal-search-ending = Pencarian sedang diakhiri.
proposal-search-result = Lihat usulan
proposal-search-refreshes = Halaman ini memuat ulang sendiri setiap 3 detik.
proposal-search-stand-still = Hentikan muat ulang
proposal-search-look-again = Lihat lagi
proposal-search-cancel = Batalkan pencarian
proposal-search-goes-on = Sebuah pencarian sedang berjalan. Lihat sejauh mana.
proposal-keep-best = Akhiri dan simpan yang terbaik
    .lead = Pencarian berhenti sekarang, dan usulan terbaik sejauh ini disimpan.
    .verb = Akhiri dan simpan yang terbaik
proposal-search-ends = Pencarian { $code } diakhiri; yang terbaik disimpan.
refusal-plan-18 = Pencarian ini sudah berakhir.
    .next = Lihat hasilnya pada daftar usulan, atau minta usulan baru.
refusal-plan-19 = Pencarian ini sudah diminta berakhir.
    .next = Tunggu sebentar; usulannya segera tampil.
event-ProposalSearchEnded = Pencarian usulan diakhiri

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
event-LimitsSet = Batas tempat diatur
event-DayClosed = Hari ditutup
event-DayReopened = Hari tutup dibuka lagi
event-TimetableLaid = Jadwal disusun
event-BatchOpened = Angkatan dibuka

# Perbaikan jadwal
plan-away = Catat berhalangan
    .lead = Instruktur yang tidak datang atau ruang yang tidak dapat dipakai pada beberapa hari. Alasannya tidak dicatat.
    .verb = Catat
field-plan-away-instructor = Kode instruktur
    .hint = Isi salah satu: instruktur atau ruang.
field-plan-away-facility = Kode ruang
field-plan-away-day = Tanggal pertama
field-plan-away-until = Tanggal terakhir
    .hint = Kosong bila hanya satu hari.
problem-away-one = Isi salah satu: instruktur atau ruang.
away-noted = Tercatat: { $name } berhalangan { $term }.
plan-mend = Perbaiki jadwal
    .lead = Setelah hari ditutup atau seseorang berhalangan: pilih seberapa banyak jadwal boleh berubah. Belum ada yang disimpan.
    .verb = Simpan jadwal baru
field-plan-mend-stay = Pilihan
field-plan-mend-days = Hari yang tetap
    .hint = Sesi selama sekian hari ke depan tetap, bila masih mungkin. Biasanya 3.
field-plan-mend-facts = Keadaan
mend-stay-most = Perubahan paling sedikit
mend-stay-weighed = Seimbang
mend-stay-free = Jadwal terbaik
mend-ways = Tiga pilihan
mend-way = Pilihan
mend-sessions = Sesi berubah
mend-people = Orang diberi tahu
mend-cost = Biaya jadwal
mend-fewest = Terbukti paling sedikit.
mend-impossible = Belum dapat
mend-broken = { $count ->
    [0] Semua sesi mendatang masih dapat berlangsung.
    [1] Satu sesi mendatang tidak lagi dapat berlangsung di tempatnya.
   *[other] { $count } sesi mendatang tidak lagi dapat berlangsung di tempatnya.
    }
mend-changes = { $count ->
    [1] satu perubahan
   *[other] { $count } perubahan
    }
mend-change = { $batch }, { $module }: { $was } menjadi { $now }
timetable-mended = Jadwal diperbaiki: { $sessions } sesi berubah di { $batches } angkatan; { $people } orang perlu diberi tahu.
event-AwayNoted = Berhalangan dicatat
event-TimetableMended = Jadwal diperbaiki
refusal-plan-20 = Sejak pilihan ini dihitung, jadwal atau keadaan sudah berubah.
    .next = Buka halaman ini lagi dan pilih dari keadaan sekarang.
refusal-plan-21 = Jadwal tidak dapat diperbaiki; { $count } sesi masih terhalang.
    .next = Longgarkan salah satu hal di atas, atau tambah instruktur pada angkatan.
refusal-plan-23 = Sesi yang harus pindah sudah tercatat batal.
    .next = Susulkan sesi itu pada pelatihan; jadwal lain tidak diubah.
refusal-plan-22 = Tidak ada yang perlu diubah.
    .next = Semua sesi mendatang masih dapat berlangsung.
