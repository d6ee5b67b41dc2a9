product = Bekal

# Ruang: perhentian jalur utama
room-today = Hari ini
room-partnership = Kemitraan
room-programme = Program
room-enrolment = Pendaftaran
room-planning = Perencanaan
room-training = Pelatihan
room-assessment = Asesmen
room-certification = Sertifikat
room-release = Pembebasan
room-livelihood = Penghidupan
room-insight = Wawasan
room-people = Orang
room-office = Kantor

# Isian yang dipakai bersama
field-code = Kode
    .hint = Huruf besar, angka, dan tanda hubung. Misalnya ROTI-JBR-1.
field-title = Judul
field-name = Nama
field-day = Tanggal
field-note = Catatan
field-place = Tempat
field-number = Nomor
field-reason = Alasan
field-agreement = Perjanjian
field-batch = Angkatan
field-programme = Program
field-facility = Tempat pelatihan
field-person = Orang
field-organisation = Organisasi
field-party = Pihak
field-starts-on = Tanggal mulai
field-ends-on = Tanggal akhir
field-held-on = Tanggal pelaksanaan
field-file = Berkas
field-instructor = Instruktur
field-hours = Jam
field-login = NIP atau nama pengguna
field-password = Kata sandi

# Bentuk isian
kind-day-hint = Misalnya 17-12-2025.
kind-minute-hint = Misalnya 08.30.
kind-rupiah-hint = Misalnya Rp1.250.000.
kind-file-hint = Paling besar 10 MB.
kind-choose = Pilih …

# Bingkai halaman
chrome-skip = Langsung ke isi
chrome-path = Jalur utama
chrome-menu = Menu
chrome-search = Cari orang, program, sesi, PKS, nomor sertifikat
chrome-search-short = Cari orang, sesi, PKS
chrome-search-key = Tombol pintas: Alt+Shift+K
chrome-account = akun saya
chrome-now = Dibuka { $when }.
chrome-view = Tampilan dan bahasa
chrome-theme-light = Terang
chrome-theme-dark = Gelap
chrome-theme-system = Ikuti perangkat
chrome-back = Kembali
chrome-home = Ke halaman awal
chrome-pages = Halaman daftar
chrome-page-of = Halaman { $page } dari { $pages }, { $total } baris
chrome-page-before = Sebelumnya
chrome-page-after = Berikutnya

# Isian yang belum benar, dan penolakan
form-problems = { $count ->
    [1] Satu isian perlu diperbaiki.
   *[other] { $count } isian perlu diperbaiki.
    }
form-problem-title = Kesalahan: { $title }
form-files-again = Pilih lagi berkasnya. Berkas tidak ikut tersimpan.
form-refused = Belum dapat dilakukan.
form-refused-title = Ditolak: { $title }
form-required-mark = Isian tanpa keterangan “boleh kosong” wajib diisi.
form-optional = boleh kosong

# Masuk dan keluar
sign-in = Masuk
    .say = Yang sudah diperoleh, terbawa sampai rumah.
    .verb = Masuk
    .help = Tidak bisa masuk? Hubungi pengelola sistem di kantor Anda.
    .check = Cek sertifikat
    .check-after = tidak perlu masuk.
    .wrong = Nama pengguna atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.
    .paused = Terlalu banyak percobaan gagal. Tunggu lima menit, lalu coba lagi.
sign-out = Keluar
sign-in-code = Kode masuk
    .verb = Masuk
    .help = Telepon tidak ada? Pakai salah satu kode pemulihan Anda.
    .back = Mulai lagi dari kata sandi
    .wrong = Kode ini tidak cocok, atau sudah pernah dipakai. Tunggu kode berikutnya, lalu coba lagi.
field-code-typed = Kode dari aplikasi autentikator
    .hint = Enam angka. Kode pemulihan juga dapat dipakai, masing-masing satu kali.
proof = Buktikan bahwa ini memang Anda
    .lead = Tindakan ini berakibat besar. Bukti berlaku sepuluh menit, hanya di perangkat ini.
    .kept = Isian Anda tidak hilang; setelah terbukti, kiriman ini langsung diteruskan.
    .lost = Yang harus diisi atau dipilih lagi sesudahnya: { $fields }. Berkas dan kata sandi tidak kami simpan.
    .verb = Lanjutkan
    .empty = Isi dahulu kolom di bawah ini.
    .wrong = Kata sandi ini tidak cocok. Tidak ada yang tercatat; coba lagi.
proof-again = Isi atau pilih sekali lagi, lalu kirim.

# Halaman ketika sesuatu tidak ada, tidak boleh, atau rusak
error-missing = Tidak ada halaman di alamat ini
    .lead = Alamatnya mungkin salah tulis, atau isinya bukan untuk kantor Anda.
    .outside = Periksa nomor sertifikat dan alamatnya, lalu coba lagi.
error-denied = Tindakan ini bukan untuk peran Anda
    .lead = Peran Anda di kantor ini tidak mencakup tindakan ini. Mintalah rekan yang berwenang.
error-sign-in = Anda belum masuk
    .lead = Waktu masuk Anda mungkin sudah habis. Masuk lagi, lalu ulangi; yang belum tersimpan tidak tercatat.
error-fault = Ada yang rusak di sisi kami
    .lead = Tidak ada yang tercatat. Coba lagi; bila tetap gagal, sebutkan nomor { $reference } kepada pengelola sistem.
error-cross-site = Permintaan ini datang dari situs lain
    .lead = Demi keamanan tidak ada yang dicatat. Buka halaman ini langsung, lalu kirim lagi.
error-too-large = Kiriman ini terlalu besar
    .lead = Paling besar 10 MB sekali kirim. Kecilkan berkasnya, lalu coba lagi.
error-slow = Terlalu lama menunggu
    .lead = Tidak ada jawaban dalam 30 detik. Periksa dahulu apakah sudah tercatat, lalu coba lagi.
error-bad-request = Kiriman ini tidak terbaca
    .lead = Tidak ada yang dicatat. Kembali ke formulir, lalu kirim lagi.
error-method = Alamat ini tidak menerima kiriman seperti itu
    .lead = Tidak ada yang dicatat. Buka halamannya, lalu pakai tombol di sana.

chrome-near = Halaman lain tentang hal ini
near-batch-show = Ringkasan
near-applicant-list = Calon peserta
near-seat-list = Peserta
near-plan-show = Jadwal
near-plan-gate = Syarat buka
near-session-list = Sesi
near-ledger-list = Capaian JP
near-skill-list = Sikap kerja
near-assessment-show = Hasil asesmen
near-certificate-issue = Terbitkan sertifikat

event-ProofFailed = Bukti diri tidak cocok
event-RecoveryCodeUsed = Kode pemulihan dipakai
