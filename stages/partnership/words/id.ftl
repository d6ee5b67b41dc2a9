# Keadaan dan jenis
state-agreement-draft = Naskah dibahas
state-agreement-agreed = Siap ditandatangani
state-agreement-partly-signed = Sebagian ditandatangani
state-agreement-signed = Ditandatangani, belum berlaku
state-agreement-in-force = Berlaku
state-agreement-expired = Berakhir
state-agreement-ended = Diakhiri lebih awal
agreement-kind-mou = Nota Kesepahaman
agreement-kind-pks = Perjanjian Kerja Sama
agreement-kind-own = Keputusan penyelenggaraan sendiri
agreement-role-host = Tuan rumah
agreement-role-trainer = Pelatih
agreement-role-certifier = Lembaga sertifikasi
agreement-role-mentor = Pendamping
agreement-role-labour-office = Dinas tenaga kerja
agreement-role-funder = Penyandang dana
agreement-sees-host = Semua data warga binaan atau kliennya
agreement-sees-trainer = Nama dan kehadiran peserta, tanpa perkara
agreement-sees-certifier = Nama peserta dan hasil ujinya, tanpa perkara
agreement-sees-mentor = Angkatan dan orang yang didampinginya, tanpa perkara
agreement-sees-labour-office = Program dan kewajiban, tanpa data orang
agreement-sees-funder = Naskah perjanjian dan kewajiban para pihak
agreement-filter-all = Semua
agreement-filter-preparing = Disiapkan
agreement-filter-upcoming = Akan berlaku
agreement-filter-in-force = Berlaku
agreement-filter-over = Sudah berakhir
obligation-progress-delivered = Terpenuhi
obligation-progress-late = Terlambat
obligation-progress-partly = Sebagian
obligation-progress-not-yet = Belum dipenuhi
meeting-item-open = Belum selesai
meeting-item-overdue = Lewat tenggat
meeting-item-closed = Selesai

# Daftar perjanjian
agreement-list = Perjanjian
    .lead = { $count ->
        [0] Tidak ada perjanjian yang tampil di sini.
        [1] Satu perjanjian tampil di sini.
       *[other] { $count } perjanjian tampil di sini, yang perlu ditindaklanjuti lebih dahulu.
    }
    .verb = Cari
    .empty = Di sini akan tampil perjanjian kantor Anda dan perjanjian yang Anda ikuti.
    .nothing-found = Tidak ada perjanjian yang cocok. Ubah kata pencarian atau saringannya.
    .all = Tampilkan semua perjanjian
agreement-list-search = Judul, kode, bidang, pihak, atau nomor
agreement-list-state = Keadaan
agreement-column-parties = Para pihak
agreement-column-state = Keadaan
agreement-column-term = Masa berlaku
agreement-late-promises = { $count } kewajiban terlambat
agreement-days-left = { $days ->
    [0] Hari terakhir
   *[other] Sisa { $days } hari
    }
agreement-percent-passed = { $percent }% masa berlaku sudah lewat

# Satu perjanjian
agreement-show = Perjanjian
agreement-show-parties = Para pihak dan nomornya
agreement-card-signer = Penanda tangan
agreement-card-role = Peran
agreement-card-sees = Melihat, selama berlaku
agreement-card-agreed = Setuju { $day }, belum menandatangani
agreement-card-waiting = Belum menyatakan setuju
agreement-show-promises = { $all ->
    [0] Belum ada kewajiban yang dicatat.
   *[other] { $delivered } dari { $all } kewajiban sudah terpenuhi{ $late ->
        [0] {"."}
       *[other] , { $late } terlambat.
    }
    }
agreement-show-obligations = Dijanjikan dan dipenuhi
    .empty = Di sini akan tampil apa yang dijanjikan tiap pihak dan berapa yang sudah dipenuhi.
agreement-as-of = per { $day }
agreement-show-timeline = Riwayat
agreement-show-frame = Masa berlaku dan isi naskah
agreement-show-term = Masa berlaku
agreement-show-content = Isi naskah
agreement-today = Hari ini: { $state }
agreement-last-day = Hari terakhir berlaku
    .detail = Pada pukul 24.00 akses para mitra berhenti dengan sendirinya.
agreement-ended-early = Diakhiri pada { $day }. Alasan: “{ $reason }”.
agreement-recorded-by = Dicatat { $name }.
obligation-share = { $delivered } dari { $promised } { $unit } dipenuhi
obligation-of = dari { $promised } { $unit }
obligation-due = Paling lambat { $day }
obligation-due-late = Jatuh tempo { $day }, terlambat { $days } hari

# Pertemuan
meeting-list = Pertemuan
    .lead = { $count ->
        [0] Belum ada pertemuan yang dicatat.
        [1] Satu pertemuan.
       *[other] { $count } pertemuan, yang terakhir paling atas.
    }
    .empty = Di sini akan tampil pertemuan dengan mitra, notula, dan tindak lanjutnya.
meeting-show = Pertemuan
meeting-show-lead = { $all ->
    [0] Tidak ada tindak lanjut yang dicatat.
   *[other] { $open ->
        [0] Seluruh { $all } tindak lanjut sudah selesai.
       *[other] { $open } dari { $all } tindak lanjut belum selesai.
    }
    }
meeting-show-frame = Peserta dan pokok bahasan
meeting-choice = Pertemuan { $day }, { $place }
meeting-present = Yang hadir
meeting-topics = Pokok bahasan
meeting-discussed = Pembahasan
meeting-items = Tindak lanjut
    .empty = Pertemuan ini selesai tanpa tindak lanjut.
meeting-items-overdue = { $count } lewat tenggat
meeting-items-open = { $count } belum selesai
meeting-items-done = Semua selesai
meeting-items-none = Tanpa tindak lanjut
meeting-item-due = Paling lambat { $day }
meeting-item-no-day = Tanpa tenggat
meeting-item-closed-on = Selesai { $day }

# Notula di atas kertas
meeting-minutes = Notula
    .verb = Buka notula
meeting-paper-title = NOTULA PERTEMUAN
meeting-paper-day = Hari dan tanggal
meeting-paper-for = Untuk { $party }
meeting-paper-footer = Notula { $code }
meeting-column-what = Tindak lanjut
meeting-column-due = Tenggat

# Mencatat pertemuan
meeting-record = Catat pertemuan
    .lead = Kerja sama berawal di sini: siapa hadir, apa yang disepakati, siapa mengerjakan apa.
    .verb = Catat pertemuan
field-meeting-record-code = Kode pertemuan
    .hint = Huruf besar, angka, dan tanda hubung. Misalnya RAPAT-JBR-1.
field-meeting-record-host = Tuan rumah
    .hint = Bila kosong, kantor Anda sendiri.
field-meeting-record-parties = Organisasi yang hadir
    .hint = Satu organisasi sebaris: kode atau namanya. Tuan rumah tidak perlu ditulis.
field-meeting-record-topics = Pokok bahasan
    .hint = Satu pokok sebaris.
field-meeting-record-minutes = Pembahasan
    .hint = Apa yang dibicarakan dan disepakati. Tanpa nama warga binaan.
field-meeting-record-items = Tindak lanjut
    .hint = Satu sebaris: tindakan | organisasi | tenggat. Tenggat boleh kosong.
meeting-recorded = { $items ->
    [0] Pertemuan dicatat tanpa tindak lanjut.
   *[other] Pertemuan dicatat dengan { $items } tindak lanjut.
    }
meeting-close-item = Selesaikan tindak lanjut
    .lead = Catat kapan pekerjaan ini selesai dan apa hasilnya.
    .verb = Tandai selesai
field-meeting-close-item-day = Selesai pada
field-meeting-close-item-note = Hasil
meeting-item-now-closed = { $open ->
    [0] Tindak lanjut { $number } selesai. Semuanya sudah selesai.
   *[other] Tindak lanjut { $number } selesai. Masih ada { $open } yang belum.
    }

# Menyusun perjanjian
agreement-draft = Susun perjanjian
    .lead = Mulai dari naskah: siapa para pihaknya, untuk apa, dan berapa lama.
    .verb = Susun perjanjian
field-agreement-draft-code = Kode perjanjian
    .hint = Huruf besar, angka, dan tanda hubung. Misalnya PKS-JEMBER-ROTI.
field-agreement-draft-title = Judul perjanjian
    .hint = Yang diperjanjikan, bukan nama para pihak.
field-agreement-draft-kind = Jenis naskah
field-agreement-draft-host = Tuan rumah
    .hint = Kantor yang bertanggung jawab atas peserta. Bila kosong, kantor Anda sendiri.
field-agreement-draft-parties = Para pihak
    .hint = Satu pihak sebaris: organisasi | peran. Peran: pelatih, lembaga sertifikasi, pendamping, dinas tenaga kerja, penyandang dana.
field-agreement-draft-starts-on = Mulai berlaku
field-agreement-draft-ends-on = Hari terakhir berlaku
    .hint = Akses para mitra berhenti pukul 24.00 hari itu.
field-agreement-draft-fields = Bidang keterampilan
    .hint = Dipisahkan koma. Misalnya produksi roti, barista.
field-agreement-draft-places = Tempat pelaksanaan
    .hint = Dipisahkan koma.
field-agreement-draft-meeting = Berawal dari pertemuan
agreement-drafted = Naskah “{ $title }” tersimpan untuk { $count } pihak. Berikutnya, tiap pihak menyatakan setuju.
agreement-warning-long-term = Perhatikan: masa { $months } bulan atau lebih biasanya perlu izin kantor wilayah dan direktorat.
agreement-warning-ordinary-learners = Perhatikan: { $party } tidak membina warga binaan atau klien. Perjanjian ini untuk peserta umum.

# Menyetujui, menandatangani, mengakhiri
agreement-agree = Setujui naskah
    .lead = Catat bahwa satu pihak menyetujui naskah. Setelah semua setuju, naskah siap ditandatangani.
    .verb = Catat persetujuan
field-agreement-agree-day = Tanggal setuju
agreement-agreed-by-one = Persetujuan dicatat. Masih ditunggu: { $missing }.
agreement-agreed-by-all = Semua pihak setuju. Berikutnya, tiap pihak menandatangani dengan nomornya sendiri.
agreement-not-yet-agreed = { $party } belum menyatakan setuju.
agreement-sign = Tanda tangani perjanjian
    .lead = Tiap pihak menandatangani dengan nomornya sendiri. Tanda tangan terakhir membuat perjanjian berlaku.
    .verb = Tanda tangani
field-agreement-sign-number = Nomor dokumen pihak ini
    .hint = Seperti pada naskahnya. Nomor yang sama tidak dapat dipakai dua kali.
field-agreement-sign-signer = Nama penanda tangan
field-agreement-sign-signer-post = Jabatan penanda tangan
field-agreement-sign-day = Tanggal tanda tangan
agreement-signed = { $party } menandatangani dengan nomor { $number }.
agreement-signatures-missing = Masih ditunggu tanda tangan: { $missing }.
agreement-signed-by-all = Semua pihak sudah menandatangani. Perjanjian berlaku { $first_day } sampai { $last_day }.
agreement-end = Akhiri perjanjian
    .lead = Akses para mitra berhenti pukul 24.00 pada hari terakhir. Tindakan ini tidak dapat dibatalkan.
    .verb = Akhiri lebih awal
field-agreement-end-day = Hari terakhir berlaku
field-agreement-end-reason = Alasan
    .hint = Terbaca oleh semua pihak.
agreement-now-ended = Perjanjian berakhir pada { $day } pukul 24.00. Akses para mitra ikut berhenti.

# Kewajiban
obligation-add = Tambah kewajiban
    .lead = Catat apa yang dijanjikan satu pihak: berapa banyak dan paling lambat kapan.
    .verb = Tambah kewajiban
field-obligation-add-party = Pihak yang berjanji
field-obligation-add-what = Yang dijanjikan
    .hint = Misalnya Guru pengajar.
field-obligation-add-quantity = Jumlah
field-obligation-add-unit = Satuan
    .hint = Misalnya JP, paket, atau orang.
field-obligation-add-due-on = Paling lambat
obligation-added = Kewajiban { $code } dicatat untuk { $party }.
obligation-deliver = Catat pemenuhan
    .lead = Catat yang benar-benar dipenuhi, meskipun baru sebagian.
    .verb = Catat pemenuhan
field-obligation-deliver-quantity = Jumlah yang dipenuhi
field-obligation-deliver-day = Dipenuhi pada
obligation-delivered = { $what }: { $delivered } dari { $promised } { $unit } sudah dipenuhi.

# Yang terjadi
event-MeetingRecorded = Pertemuan dicatat
event-MeetingItemClosed = Tindak lanjut selesai
event-AgreementDrafted = Naskah perjanjian disusun
event-AgreementAgreed = Satu pihak setuju
event-AgreementSigned = Satu pihak menandatangani
event-AgreementInForce = Semua pihak sudah menandatangani
event-AgreementEnded = Perjanjian diakhiri
event-ObligationAdded = Kewajiban dicatat
event-ObligationDelivered = Pemenuhan dicatat
agreement-told-drafted = Untuk { $starts_on } sampai { $ends_on }.
agreement-told-agreed = { $party } menyetujui naskah.
agreement-told-signed = { $party }, nomor { $document }.
agreement-told-in-force = Berlaku { $first_day } sampai { $last_day }.
agreement-told-ended = Alasan: “{ $reason }”.
agreement-told-promised = { $party }: { $what }, { $quantity } { $unit }, paling lambat { $due_on }.
agreement-told-delivered = { $what }: { $quantity } { $unit }. Seluruhnya { $delivered } dari { $promised }.
meeting-told-recorded = { $items ->
    [0] { $place }, tanpa tindak lanjut.
   *[other] { $place }, dengan { $items } tindak lanjut.
    }
meeting-told-closed = Nomor { $number }: { $what }.

# Isian yang perlu diperbaiki
agreement-problem-code = “{ $text }” bukan kode. Pakai 2 sampai 40 huruf, angka, dan tanda hubung.
agreement-problem-future = Tanggal ini belum tiba. Isi hari ini atau sebelumnya.
agreement-problem-zero = Jumlahnya paling sedikit 1.
agreement-problem-not-a-party = “{ $text }” bukan pihak dalam perjanjian ini. Pilih dari daftar.
agreement-problem-term = Hari terakhir harus sesudah hari pertama.
agreement-problem-alone = Perjanjian memerlukan paling sedikit dua pihak.
agreement-problem-own-partner = Keputusan penyelenggaraan sendiri hanya punya satu pihak: lembaga Anda. Hapus pihak lain, atau pilih Perjanjian Kerja Sama.
agreement-problem-own-host = { $party } bukan penyelenggara pelatihan. Keputusan sendiri hanya untuk BLK, LPK, atau sekolah.
agreement-problem-party-twice = { $party } tertulis dua kali. Satu organisasi satu peran.
agreement-problem-second-host = { $party } ditulis sebagai tuan rumah kedua. Tuan rumah hanya satu.
agreement-problem-host = { $party } tidak dapat menjadi tuan rumah. Pilih lapas, rutan, LPKA, Bapas, atau penyelenggara pelatihan.
agreement-problem-party-line = tulis organisasi | peran.
agreement-problem-role = “{ $text }” bukan peran. Pakai pelatih, lembaga sertifikasi, pendamping, dinas tenaga kerja, atau penyandang dana.
meeting-problem-alone = Pertemuan memerlukan paling sedikit dua organisasi.
meeting-problem-before = Tanggal ini mendahului pertemuannya.
meeting-problem-item-line = tulis tindakan | organisasi | tenggat.
meeting-problem-item-party = { $party } tidak tercatat hadir. Tambahkan pada organisasi yang hadir.

# Penolakan
refusal-part-01 = Organisasi itu bukan pihak dalam perjanjian “{ $agreement }”.
    .next = Pilih salah satu pihak yang tertulis pada naskah.
refusal-part-02 = { $party } sudah menyatakan setuju pada { $day }.
    .next = Tunggu pihak lain, atau catat persetujuan pihak yang belum.
refusal-part-03 = Semua pihak sudah menyetujui naskah ini.
    .next = Lanjutkan dengan tanda tangan.
refusal-part-04 = Naskah belum dapat ditandatangani karena belum semua pihak setuju.
    .next = Mintalah persetujuan pihak yang belum, lalu tanda tangani.
refusal-part-05 = { $party } sudah menandatangani pada { $day } dengan nomor { $number }.
    .next = Tunggu tanda tangan pihak lain.
refusal-part-06 = Tanda tangan { $day } mendahului persetujuan terakhir, { $agreed_on }.
    .next = Tulis tanggal { $agreed_on } atau sesudahnya.
refusal-part-07 = Tanggal { $day } sudah lewat masa perjanjian, yang berakhir { $ends_on }.
    .next = Susun perjanjian baru dengan masa yang baru.
refusal-part-08 = Perjanjian ini belum ditandatangani semua pihak, jadi belum ada yang diakhiri.
    .next = Biarkan naskahnya tanpa tanda tangan; tanpa itu tidak ada akses yang terbuka.
refusal-part-09 = Semua pihak sudah menandatangani perjanjian ini.
    .next = Lihat nomor tiap pihak pada halaman perjanjian.
refusal-part-10 = Perjanjian ini sudah diakhiri pada { $day }.
    .next = Susun perjanjian baru bila kerja sama dilanjutkan.
refusal-part-11 = Tanggal { $day } tidak dapat menjadi hari terakhir.
    .next = Pilih hari dari { $first_day } sampai sebelum { $ends_on }.
refusal-part-12 = Anda bertindak untuk pihak lain, padahal kantor Anda bukan tuan rumahnya.
    .next = Pilih organisasi Anda sendiri, atau mintalah tuan rumah mencatatnya.
refusal-part-13 = Perjanjian ini berakhir pada { $day }, jadi kewajiban tidak dapat ditambah.
    .next = Susun perjanjian baru, lalu catat kewajibannya di sana.
refusal-part-14 = Pemenuhan belum dapat dicatat karena perjanjian belum ditandatangani semua pihak.
    .next = Lengkapi tanda tangan lebih dahulu.
refusal-part-15 = Pemenuhan tidak dapat mendahului hari pertama berlaku, { $first_day }.
    .next = Tulis tanggal { $first_day } atau sesudahnya.
refusal-part-16 = Tindak lanjut { $number } sudah diselesaikan.
    .next = Lihat tanggal dan hasilnya pada halaman pertemuan.
