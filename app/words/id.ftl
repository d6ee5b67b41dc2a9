halt-denied = Peran Anda tidak boleh melakukan ini di sini ({ $act }).
halt-missing = Tidak ada yang cocok di lingkup Anda. Periksa kode atau nomornya.

# Hari ini
home-show = Hari ini
home-good-morning = Selamat pagi, { $name }.
home-good-midday = Selamat siang, { $name }.
home-good-afternoon = Selamat sore, { $name }.
home-good-evening = Selamat malam, { $name }.
home-waits = { $count ->
    [1] Satu hal menunggu Anda.
   *[other] { $count } hal menunggu Anda.
    }
home-nothing-waits = Tidak ada yang menunggu Anda saat ini.
home-sessions = { $count ->
    [1] Satu sesi terjadwal hari ini.
   *[other] { $count } sesi terjadwal hari ini.
    }
home-waiting = Menunggu Anda
home-waiting-none = Di sini akan tampak hal yang perlu Anda putuskan atau catat.
home-more = Masih ada { $count } hal lain sesudah ini.
home-urgency-now = Sekarang
home-urgency-soon = Segera
home-urgency-planned = Terjadwal
home-agree = Naskah menunggu persetujuan: { $what }
    .verb = Setujui naskah
home-sign = Perjanjian menunggu tanda tangan: { $what }
    .verb = Tanda tangani
home-gate = Belum dibuka: { $what }
    .verb = Lihat syarat
home-roll = Kehadiran belum dicatat: { $what }
    .verb = Catat kehadiran
home-roll-verb = Catat { $day }
home-roll-missing = { $count ->
    [1] Satu sesi belum punya daftar hadir.
   *[other] { $count } sesi belum punya daftar hadir.
    }
home-close = Semua sesi selesai: { $what }
    .verb = Tutup pelatihan
home-close-last = Sesi terakhir { $day }.
home-assess = Menunggu hasil uji: { $what }
    .verb = Catat hasil uji
home-master = Menunggu penguasaan: { $what }
    .verb = Pastikan penguasaan
home-issue = Sertifikat belum terbit: { $what }
    .verb = Terbitkan sertifikat
home-issue-count = { $count } orang sudah memenuhi syarat.
home-hand = Sertifikat belum diserahkan: { $what }
    .verb = Serahkan sertifikat
home-hand-count = { $count } sertifikat menunggu pemegangnya.
home-handover = Berkas serah terima menunggu jawaban: { $what }
    .verb = Periksa berkas
home-handover-expected = Perkiraan bebas { $day }.
home-today = Sesi hari ini
home-time = Pukul
home-until = sampai { $time }
home-session = Sesi dan instruktur
home-attendance = Kehadiran
home-present = { $count } dari { $of } hadir
home-session-held = Tercatat
home-session-cancelled = Batal
home-session-waiting = Belum dicatat
home-session-planned = Terjadwal
home-margin = Perjanjian dan angkatan
home-ending = Perjanjian yang akan habis
home-days = { $count ->
    [0] hari terakhir
   *[other] { $count } hari
    }
home-ends-on = Berakhir { $day }.
home-term-passed = { $percent } persen masa berlaku sudah lewat
home-running = Angkatan berjalan
home-of-jp = dari { $jp } JP
home-held-percent = { $percent } persen jam pelajaran terlaksana
home-participants = { $count } peserta
home-assessed-on = uji { $day }
home-admin = Kelola pemasangan ini
    .lead = Anda mengelola akun dan cadangan. Data orang tidak ditampilkan untuk peran Anda.
    .accounts = Kelola akun
    .organisations = Kelola organisasi

# Perjalanan seseorang
person-show = Perjalanan
journey-age = { $years } tahun
journey-from = asal { $district }
journey-aliases = Nama lain: { $names }.
journey-sum = { $jp } JP, { $units } unit kompeten, { $certificates } sertifikat.
journey-way = Dari minat sampai penghidupan
journey-way-none = Di sini akan tampak perjalanan orang ini, mulai dari minat yang dicatat.
journey-earned = Yang sudah dimiliki
journey-earned-none = Jam pelajaran, unit, dan sikap kerja akan tampak di sini setelah pelatihan dimulai.
journey-margin = Sertifikat dan keterangan
journey-about = Keterangan
journey-case = Perkara dan jendela bebas
journey-case-note = Remisi yang belum ditetapkan tidak dihitung. Tanggal pasti ditentukan surat keputusan.
journey-closed = Data perkara tidak ditampilkan untuk peran Anda.
journey-partly-closed = Sebagian data perkara tidak ditampilkan untuk peran Anda.
journey-see = Lihat
journey-check = Cek seperti pemberi kerja
journey-education = Pendidikan
journey-nik = NIK
journey-phone = Telepon
journey-office = Kantor
journey-standing = Serah terima
journey-two-thirds = 2/3 masa pidana
journey-expiry = Tanggal ekspirasi
journey-sentence = Lama pidana
journey-offence = Perkara
journey-block = Blok dan kamar
journey-health = Kesehatan
journey-jp = { $earned } dari { $planned } JP
journey-not-assessed = Belum diuji
journey-hours-full = Lengkap
journey-hours-open = Belum lengkap
journey-certificate-in-force = Berlaku
journey-certificate-expired = Habis masa berlaku
journey-certificate-revoked = Dicabut
journey-interest = Minat: { $first }
journey-interest-two = Minat: { $first }, lalu { $second }
journey-interest-recorded = Minat dicatat
journey-recorded-by = Dicatat { $name }.
journey-seated = Ditetapkan sebagai peserta { $batch }
journey-reserve = Ditetapkan sebagai cadangan { $batch }
journey-decree = Keputusan nomor { $number }.
journey-left = Meninggalkan { $batch }
journey-nothing-lost = Yang sudah diperoleh tetap tercatat.
journey-training = Pelatihan { $batch }, { $earned } dari { $planned } JP
journey-caught-up = { $jp } JP disusul.
journey-completed = Pelatihan selesai, { $percent }% jam pelajaran.
journey-not-completed = Pelatihan berakhir dengan { $percent }% jam pelajaran; belum memenuhi syarat selesai.
journey-assessed = Uji ke-{ $round }: { $k } unit K, { $bk } unit BK
journey-assessor = Dinilai { $name }.
journey-certified = Sertifikat terbit: { $title }
journey-handed = Sertifikat diserahkan: { $title }
journey-handed-to = Diterima { $name }.
journey-revoked = Sertifikat dicabut: { $title }
journey-handover-prepared = Serah terima ke { $office } disiapkan
journey-handover-accepted = Diterima { $office }
journey-handover-returned = Berkas dikembalikan { $office }
journey-first-meeting = Pertemuan pertama { $day }.
journey-released = Bebas
journey-earliest = Bebas, paling awal
journey-earliest-note = Tanggal pasti ditentukan surat keputusan.
journey-referred = Dirujuk ke { $employer } sebagai { $title }
journey-hired = Diterima bekerja di { $employer } sebagai { $title }
journey-declined = Belum diterima di { $employer }
journey-lapsed = Rujukan ke { $employer } berakhir
journey-credit = Seluruhnya { $jp } JP, { $modules } modul penuh, dan { $units } unit dengan JP penuh, dari { $batches } angkatan.
journey-goes-on = Melanjutkan di { $batch }
journey-brought = { $jp } JP dari angkatan sebelumnya diakui.
journey-moved = Pindah ke { $office }
journey-away = Tidak hadir sementara
journey-died = Wafat
journey-business = Usaha dimulai: { $name }
journey-follow-up = Kabar { $milestone }: { $status }
journey-ask = Ditanyakan lagi: { $milestone }

# Pencarian
search-run = Cari
    .lead = Tulis nama orang, nomor register, judul perjanjian, angkatan, atau nomor sertifikat.
    .verb = Cari
search-box = Yang dicari
search-too-short = Tulis paling sedikit dua huruf.
search-none = Tidak ada yang cocok dengan “{ $q }” di lingkup Anda.
search-found = Yang cocok dengan “{ $q }” di lingkup Anda.
search-people = Orang
search-agreements = Perjanjian
search-batches = Angkatan
search-certificates = Sertifikat

# Jejak audit
audit-show = Jejak audit
    .lead = Setiap perubahan meninggalkan satu daun yang tidak dapat diubah. Isinya tidak ditampilkan di sini.
audit-whole = Semua { $leaves } daun cocok.
audit-broken = { $flaws } daun tidak cocok. Hubungi pengelola sebelum melanjutkan pekerjaan.
audit-latest = Perubahan terakhir
audit-number = Nomor
audit-what = Apa
audit-who = Oleh
audit-when = Kapan

home-follow-ups = { $what } tindak lanjut jatuh tempo
    .verb = Catat tindak lanjut
home-follow-ups-oldest = Yang paling lama sejak { $day }.

# Perubahan keadaan
change-list = Perubahan keadaan
change-sheet = Yang terjadi pada orang
change-count = { $count ->
    [0] Tidak ada yang menunggu tindakan.
    [1] Satu hal menunggu tindakan.
   *[other] { $count } hal menunggu tindakan.
    }
change-none = Kepindahan, ketidakhadiran, pembebasan, kematian, dan penggabungan catatan akan tampil di sini.
change-nothing-waits = Selesai
change-waits = { $count } menunggu
change-told-by = Dicatat oleh { $name }.
change-to-act = Yang bertindak: { $who }.
change-decided = Diputuskan: { $note }
change-who-head = kepala kantor
change-who-work = kegiatan kerja
change-who-registrar = registrasi
change-who-counsellor = pembimbing kemasyarakatan
change-seat = Kursi kosong di { $batch }, dan cadangan menunggu.
    .verb = Lihat kursi
change-assessment = Uji { $batch } pada { $day } sudah dipesan dengan peserta ini. Beri tahu penilai.
    .verb = Lihat angkatan
change-assessment-away = Uji { $batch } pada { $day } jatuh selama ketidakhadiran.
change-certificate = Sertifikat { $title } belum diserahkan.
change-certificate-family = Sertifikat { $title } belum diserahkan kepada keluarga.
change-number = Belum ada nomor register di kantor ini.
change-credit = { $jp } JP dari { $batch } dapat dilanjutkan di sini.
    .verb = Cari angkatan
change-handover-again = Serah terima ke Bapas perlu disiapkan lagi oleh kantor ini.
change-handover-none = Bebas tanpa serah terima ke Bapas.
change-return = Belum tercatat kembali.
change-return-until = Diharapkan kembali sesudah { $day }.
change-return-late = Seharusnya kembali sesudah { $day }; belum tercatat.
change-referral = Rujukan sebagai { $title } di { $employer } masih menunggu jawaban.
    .verb = Lihat lowongan
change-follow-up = Tindak lanjut { $milestone } jatuh tempo { $day }.
    .verb = Lihat tindak lanjut
people-merge-one-batch = Keduanya mempunyai kursi di angkatan { $batch }. Keluarkan satu dengan keputusan, atau pertahankan dua catatan.
people-merge-two-packs = Keduanya mempunyai serah terima yang menunggu jawaban. Selesaikan salah satunya.
people-merge-one-vacancy = Keduanya dirujuk ke lowongan { $vacancy }.
home-change = { $what }
    .verb = Lihat perubahan
