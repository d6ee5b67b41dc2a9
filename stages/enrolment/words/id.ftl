# Pendaftaran: minat, peringkat, sidang, keputusan, kursi.

# Daftar angkatan yang memilih peserta
enrolment-list = Pendaftaran
enrolment-list-waiting = { $count ->
    [0] Tidak ada angkatan yang menunggu keputusan.
   *[other] { $count } angkatan belum punya keputusan peserta.
    }
enrolment-list-asked = { $count ->
    [0] Belum ada minat yang dicatat.
   *[other] Minat { $count } orang sudah dicatat.
    }
enrolment-batches = Angkatan
enrolment-batches-none = Di sini tampil angkatan yang mencari peserta. Rencanakan angkatan lebih dahulu.
enrolment-batches-verb = Lihat angkatan
enrolment-state = Tahap
enrolment-applicants = Calon peserta
enrolment-eligible = Dapat ikut
enrolment-seated = Kursi terisi
enrolment-wishes = Minat pertama
enrolment-wishes-none = Di sini tampil bidang yang diminati. Unggah lembar minat, atau catat dari halaman orang.
enrolment-field = Bidang
enrolment-people = Orang

state-intake-open = Belum diperingkatkan
state-intake-ranked = Diperingkatkan
state-intake-heard = Sudah disidangkan
state-intake-decreed = Sudah diputuskan

# Minat
interest-record = Catat minat
    .lead = Tanyakan apa yang ingin dipelajari dan apa yang pernah dikerjakan.
    .verb = Simpan minat
interest-recorded = Minat { $name } dicatat: { $first }.
interest-import = Unggah lembar minat
    .lead = Berkas CSV dengan titik koma. Setiap baris dicocokkan dengan nomor register dan nama.
    .verb = Unggah lembar minat
interests-imported = { $skipped ->
    [0] Minat { $count } orang dicatat.
   *[other] Minat { $count } orang dicatat, { $skipped } baris dilewati.
    }
field-first-choice = Pilihan pertama
    .hint = Nama bidang, misalnya roti, las, mebel.
field-second-choice = Pilihan kedua
field-experience = Pengalaman
    .hint = Pekerjaan apa saja yang pernah dilakukan.
field-experience-months = Lama pengalaman
    .hint = Dalam bulan. Kosong berarti belum pernah.
field-literacy = Baca tulis
field-interest-record-day = Tanggal ditanyakan
field-interest-import-day = Tanggal lembar minat
field-interest-import-skip-bad = Lewati baris yang salah dan catat sisanya
literacy-fluent = Lancar
literacy-limited = Terbatas
literacy-none = Belum bisa
problem-interest-future = Tanggal ini belum tiba. Isi hari ini atau sebelumnya.
problem-sheet-utf8 = Berkas ini tidak terbaca sebagai teks UTF-8. Simpan ulang sebagai CSV UTF-8.
problem-sheet-header = Baris judul kolom tidak ditemukan. Kolom yang diperlukan: { $columns }.
problem-sheet-row-empty = Nomor register dan pilihan pertama wajib diisi.
problem-sheet-months = “{ $text }” bukan jumlah bulan. Tulis misalnya 18.
problem-sheet-literacy = “{ $text }” bukan lancar, terbatas, atau tidak bisa.
problem-sheet-register = Tidak ada orang bernomor { $text } di kantor ini, atau nomornya muncul dua kali.
problem-sheet-name = Nomor { $register } tidak bernama “{ $text }”. Periksa nomornya.

# Peringkat
applicant-rank = Susun peringkat calon peserta
    .lead = Semua orang di tempat ini ditimbang dengan alasan. Peringkat ini usulan; yang memberi kursi adalah keputusan kepala.
    .verb = Susun peringkat
applicants-ranked = { $eligible } dari { $applied } calon peserta dapat ikut, untuk { $seats } kursi.
field-applicant-rank-field = Bidang
    .hint = Kata yang dipakai orang menyebut bidang ini, dipisah koma. Kosong berarti kata dalam judul program.
field-applicant-rank-vacancies = Lowongan di daerah asal
    .hint = Satu baris satu daerah: kode kabupaten | jumlah. Misalnya 35.09 | 6.
field-applicant-rank-handover = Tempat melanjutkan setelah bebas
    .hint = Kantor yang meneruskan pelatihan bagi yang bebas lebih dahulu. Kosong bila tidak ada.
problem-vacancies-line = Baris { $line } tidak terbaca. Tulis kode kabupaten | jumlah, misalnya 35.09 | 6.

applicant-list = Daftar calon peserta
applicant-list-of = Calon peserta { $batch }
applicant-list-open = Belum ada peringkat. Susun peringkat untuk melihat siapa yang dapat ikut, dan mengapa.
applicant-list-ranked = { $eligible } dari { $applied } calon peserta bidang { $field } dapat ikut; ada { $seats } kursi. Ini usulan sebelum sidang.
applicant-list-heard = Sidang sudah memberi rekomendasi atas { $eligible } calon peserta untuk { $seats } kursi. Keputusan belum terbit.
applicant-list-decreed = { $seated } dari { $seats } kursi terisi, { $reserves } cadangan. Yang lain tetap dalam daftar tunggu.
applicant-eligible = Dapat ikut, menurut urutan
applicant-eligible-none = Di sini tampil orang yang dapat ikut, dengan alasannya.
applicant-not-yet = Belum dapat ikut angkatan ini
applicant-refused = Belum
applicant-others = Tidak meminta bidang ini
applicant-others-count = { $count } orang di tempat ini tidak meminta bidang ini.
applicant-others-verb = Tampilkan semuanya
applicant-points = nilai { $points }
applicant-rank-column = Urutan
applicant-proposal = Usulan
applicant-reasons = Alasan
applicant-next = Yang dapat dilakukan
applicant-since = Menunggu sejak

recommendation-seat = Kursi { $number }
recommendation-reserve = Cadangan { $number }
recommendation-wait = Daftar tunggu { $number }
recommendation-refuse = Tidak direkomendasikan

applicant-reason-first-choice = Minat pertama.
applicant-reason-second-choice = Minat kedua.
applicant-reason-experience = Pengalaman { $months } bulan.
applicant-reason-no-experience = Belum punya pengalaman.
applicant-reason-reads-well = Baca tulis lancar.
applicant-reason-reads-little = Baca tulis terbatas; perlu pendampingan saat teori.
applicant-reason-reads-not = Belum bisa baca tulis; perlu pendampingan saat teori.
applicant-reason-home-vacancies = Ada { $count } lowongan di daerah asal.
applicant-reason-time-enough = Waktu cukup sampai uji selesai.
applicant-reason-time-enough-days = Waktu cukup: { $days } hari sesudah uji.
applicant-reason-goes-on = Bebas sebelum uji; pelatihan diteruskan di { $at }.
applicant-reason-lives-at-home = Tinggal di rumah; tidak menunggu pembebasan.
applicant-reason-waiting = Menunggu { $days } hari.
applicant-reason-nik-to-do = NIK belum ada; kantor perlu mengurusnya.
applicant-reason-not-asked = Minat belum ditanyakan.
    .next = Catat minatnya, lalu susun peringkat lagi.
applicant-reason-wants-other = Minatnya bidang lain: { $first }.
    .next = Diusulkan untuk angkatan { $first }.
applicant-reason-detainee = Masih tahanan; angkatan ini { $days } hari.
    .next = Dapat ikut kegiatan pengembangan yang singkat.
applicant-reason-leaves-early = Bebas sebelum uji selesai.
    .next = Diusulkan ke kelas Bapas atau balai latihan di daerah asal.
applicant-reason-leaves-early-days = { $days ->
    [0] Dapat bebas tepat pada hari uji.
   *[other] Dapat bebas { $days } hari sebelum uji selesai.
    }
applicant-reason-release-unknown = Tanggal bebas paling awal belum tercatat.
    .next = Lengkapi tanggal 2/3 dan ekspirasi, lalu susun peringkat lagi.
applicant-reason-seated-elsewhere = Sudah duduk di angkatan { $batch } pada waktu yang sama.
    .next = Dapat ikut angkatan berikutnya.
applicant-reason-planned-elsewhere = Rencana yang disetujui memberi kursi di angkatan { $batch }.
    .next = Ikut angkatan itu; bila batal, sampaikan dalam sidang.

# Sidang
hearing-record = Catat sidang TPP
    .lead = Urutan peringkat berlaku, kecuali nama yang Anda sebut dengan alasan.
    .verb = Catat sidang
hearing-recorded = Sidang dicatat: { $seats } kursi, { $reserves } cadangan, { $waiting } dalam daftar tunggu.
hearing-show = Lihat sidang
hearing-of = Sidang TPP { $batch }
hearing-counts = { $count } orang dibahas.
hearing-replaced = Sidang ini sudah diganti sidang yang lebih baru. Rekomendasinya tidak dipakai.
hearing-votes = Rekomendasi
hearing-recommendation = Rekomendasi
hearing-reason = Alasan menyimpang dari urutan
hearing-by-rank = menurut urutan
hearing-members = Peserta sidang
hearing-paper = Cetak berita acara
field-hearing-record-code = Kode sidang
field-hearing-record-day = Tanggal sidang
field-hearing-record-chair = Ketua sidang
field-hearing-record-members = Anggota sidang
    .hint = Satu baris satu orang, dengan jabatannya.
field-hearing-record-exceptions = Penyimpangan dari urutan
    .hint = Satu baris satu orang: nomor register | terima, cadangan, tunda, atau tolak | alasan.
problem-hearing-code = “{ $text }” bukan kode. Pakai huruf besar, angka, dan tanda hubung.
problem-exception-parts = Tulis tiga bagian: nomor register | rekomendasi | alasan.
problem-exception-word = “{ $text }” bukan terima, cadangan, tunda, atau tolak.
problem-exception-reason = Alasan wajib ditulis.
problem-exception-twice = { $text } disebut dua kali.

# Keputusan
decree-issue = Terbitkan keputusan peserta
    .lead = Kursi dan cadangan diberikan menurut rekomendasi sidang.
    .verb = Terbitkan keputusan
decree-issued = Keputusan { $number } terbit: { $seated } kursi, { $reserves } cadangan.
decree-paper = Cetak keputusan
decree-person-seated = { $name } sudah duduk di angkatan { $batch }.
decree-person-gone = { $name } tidak lagi di kantor ini.
field-decree-issue-number = Nomor keputusan
field-decree-issue-day = Tanggal keputusan
field-decree-issue-signer = Penanda tangan

# Persetujuan daftar peserta umum
enrolment-approve = Setujui daftar peserta
    .lead = Untuk peserta umum tidak ada sidang. Kepala lembaga menyetujui daftar menurut urutan.
    .verb = Setujui daftar
enrolment-approved = Daftar peserta disetujui dengan keputusan { $number }: { $seated } kursi, { $reserves } cadangan.
enrolment-approved-list-of = Daftar peserta { $batch }
field-enrolment-approve-number = Nomor keputusan
field-enrolment-approve-day = Tanggal keputusan
field-enrolment-approve-signer = Penanda tangan
field-enrolment-approve-exceptions = Penyimpangan dari urutan
    .hint = Satu baris satu orang: nama atau nomor | terima, cadangan, tunda, atau tolak | alasan.

# Kursi
seat-list = Daftar peserta
seat-list-of = Peserta { $batch }
seat-list-lead = { $free ->
    [0] Semua { $seats } kursi terisi.
   *[other] { $seated } dari { $seats } kursi terisi, { $free } kosong.
    }
seat-list-decree = Keputusan { $number }.
seat-list-none = Di sini tampil peserta setelah keputusan terbit.
seat-place = Tempat
seat-since = Sejak
seat-verbs = Tindakan
seat-state-seated = Kursi { $number }
seat-state-reserve = Cadangan { $number }
seat-state-left = Keluar
seat-withdraw = Catat keluar dari angkatan
    .lead = Kursinya kosong lagi. Yang sudah diperoleh tetap miliknya.
    .verb = Catat keluar
seat-withdrawn = { $name } keluar dari angkatan { $batch }.
seat-take-over = Lanjutkan di angkatan ini
    .lead = Untuk orang yang pindah atau bebas di tengah angkatan lain. JP dan unit yang sudah diperoleh diakui di sini.
    .verb = Beri kursi dan akui capaian
seat-taken-over = { $name } melanjutkan pada kursi { $number } angkatan { $batch }, dari angkatan { $source }.
seat-take-over-link = Terima peserta dari angkatan lain
field-seat-take-over-person = Peserta
field-seat-take-over-source = Angkatan asal
    .hint = Kode angkatan yang ditinggalkan. Kosongkan untuk yang terakhir.
field-seat-take-over-day = Tanggal mulai
field-seat-take-over-decision = Nomor atau isi keputusan
seat-promote = Panggil cadangan
    .lead = Cadangan mengisi kursi kosong dengan nomor terkecil.
    .verb = Panggil
seat-promoted = { $name } mengisi kursi { $number } angkatan { $batch }.
field-seat-withdraw-day = Tanggal keluar
field-seat-promote-day = Tanggal dipanggil
field-seat-promote-reason = Alasan mendahului cadangan sebelumnya
seat-left-transferred = Pindah tempat
seat-left-released = Bebas
seat-left-ill = Sakit
seat-left-own-wish = Atas permintaan sendiri
seat-left-conduct = Pelanggaran tata tertib
seat-left-died = Wafat
seat-left-other = Sebab lain
problem-seat-future = Tanggal ini belum tiba. Isi hari ini atau sebelumnya.

# Penolakan
refusal-enrl-01 = Peringkat tidak dapat disusun lagi setelah sidang.
    .next = Catat sidang baru bila rekomendasinya perlu berubah.
refusal-enrl-02 = Sidang belum dapat dicatat karena calon peserta belum diperingkatkan.
    .next = Susun peringkat dahulu.
refusal-enrl-03 = Keputusan belum dapat terbit karena belum ada sidang.
    .next = Catat sidang TPP dahulu.
refusal-enrl-04 = Peserta angkatan ini sudah diputuskan.
    .next = Ubah kursi satu per satu: catat peserta yang keluar atau panggil cadangan.
refusal-enrl-05 = Tanggal harus antara { $earliest } dan { $today }.
    .next = Perbaiki tanggalnya.
refusal-enrl-06 = Ada nama yang tidak termasuk calon peserta yang dapat ikut.
    .next = Sebut hanya orang dalam daftar yang dapat ikut, atau susun peringkat lagi.
refusal-enrl-07 = { $named } orang disebut untuk { $places } tempat.
    .next = Kurangi nama, atau ubah jumlah kursi angkatan.
refusal-enrl-08 = Tidak semua yang direkomendasikan masih dapat ikut.
    .next = Catat sidang baru tanpa nama itu.
refusal-enrl-09 = Jumlah peserta melebihi kursi angkatan.
    .next = Catat sidang baru sesuai jumlah kursi sekarang.
refusal-enrl-10 = Orang ini sudah keluar dari angkatan.
    .next = Sebut namanya dalam sidang angkatan berikutnya.
refusal-enrl-11 = Orang ini sudah punya kursi.
    .next = Tidak perlu dipanggil lagi.
refusal-enrl-12 = Tidak ada kursi kosong.
    .next = Cadangan dapat dipanggil setelah ada peserta yang keluar.
refusal-enrl-13 = { $count } cadangan sebelumnya masih menunggu.
    .next = Panggil menurut urutan, atau tulis alasan mendahuluinya.
refusal-enrl-14 = Orang ini sudah duduk di angkatan { $batch } pada waktu yang sama.
    .next = Catat dahulu bahwa ia keluar dari angkatan itu, atau panggil cadangan lain.
refusal-enrl-15 = Angkatan ini memilih peserta melalui sidang.
    .next = Catat sidang TPP, lalu terbitkan keputusan.
refusal-enrl-16 = Lembaga ini tidak mempunyai sidang TPP.
    .next = Setujui daftar peserta oleh kepala lembaga.
refusal-enrl-17 = Orang ini tidak sedang berada di kantor penyelenggara angkatan.
    .next = Catat dahulu kepindahannya ke kantor ini.
refusal-enrl-18 = Orang ini sudah pernah mempunyai kursi di angkatan ini.
    .next = Lihat daftar peserta angkatan.
refusal-enrl-19 = Tidak ada kursi yang ditinggalkan di angkatan lain, atau capaiannya sudah dilanjutkan.
    .next = Catat dahulu bahwa ia keluar dari angkatan lama, atau daftarkan lewat sidang dan keputusan.

# Peristiwa
event-InterestRecorded = Minat dicatat
event-InterestsImported = Lembar minat diunggah
event-ApplicantsRanked = Peringkat calon peserta disusun
event-HearingRecorded = Sidang TPP dicatat
event-DecreeIssued = Keputusan peserta terbit
event-AgendaSet = Daftar sidang diurutkan menurut rencana
event-SeatLeft = Keluar dari angkatan
event-SeatReturned = Kembali ke kursinya
event-SeatPromoted = Dipanggil dari cadangan
event-SeatTakenOver = Melanjutkan dari angkatan lain

# Kertas
paper-choice-number = Nomor { $number }
paper-choice-column-number = No.
paper-choice-column-name = Nama
paper-choice-column-register = Nomor register
paper-choice-column-recommendation = Rekomendasi
paper-choice-column-reason = Alasan
paper-choice-column-place = Tempat
paper-hearing-title = Berita Acara Sidang Tim Pengamat Pemasyarakatan
paper-hearing-opening = Pada hari { $day } telah dilaksanakan sidang Tim Pengamat Pemasyarakatan untuk memberi rekomendasi tentang calon peserta { $batch } ({ $code }).
paper-hearing-chair = Ketua Sidang
paper-hearing-members = Anggota
paper-hearing-result = Hasil sidang
paper-hearing-closing = Demikian berita acara ini dibuat dengan sebenarnya.
paper-decree-title = Keputusan tentang Penetapan Peserta { $batch }
paper-decree-weighing = Menimbang
paper-decree-considering = bahwa berdasarkan rekomendasi sidang Tim Pengamat Pemasyarakatan { $code } tanggal { $day }, perlu ditetapkan peserta { $batch };
paper-decree-law-label = Mengingat
paper-decree-law = Undang-Undang Nomor 22 Tahun 2022 tentang Pemasyarakatan;
paper-decree-considering-list = bahwa daftar calon peserta { $batch } telah diperiksa dan disetujui pada { $day }, sehingga pesertanya perlu ditetapkan;
paper-decree-law-list = ketentuan penyelenggaraan pelatihan pada lembaga ini;
paper-decree-decides = MEMUTUSKAN:
paper-decree-first = KESATU
paper-decree-seats = Menetapkan peserta dan cadangan { $batch } sebagaimana daftar di bawah ini.
paper-decree-second = KEDUA
paper-decree-term = Pelatihan berlangsung { $term }.
paper-decree-third = KETIGA
paper-decree-reserves = Cadangan dipanggil menurut urutan bila ada kursi yang kosong.
paper-decree-list = Daftar peserta dan cadangan
paper-decree-signer = Kepala
