# Organisasi dan akun

organisation-list = Organisasi
organisation-register = Daftarkan organisasi
    .lead = Kantor, sekolah, balai latihan, atau mitra yang ikut bekerja sama.
    .verb = Daftarkan organisasi
account-list = Akun
account-open = Buka akun
    .lead = Satu orang satu akun. Peran menentukan apa yang dapat dilihat dan dilakukan.
    .verb = Buka akun
account-close = Tutup akun
    .lead = Setelah ditutup, akun ini tidak dapat dipakai masuk. Catatan yang pernah dibuatnya tetap ada.
    .verb = Tutup akun

office-count = { $count ->
    [1] Satu organisasi.
   *[other] { $count } organisasi.
    }
office-sheet = Organisasi terdaftar
office-search = Nama, kode, jenis, atau daerah
office-filter = Saring
office-none = Organisasi yang terdaftar akan tampil di sini.
office-name = Nama
office-kind = Jenis
office-district = Kabupaten atau kota
office-zone = Zona waktu
office-zone-WIB = WIB, Waktu Indonesia Barat
office-zone-WITA = WITA, Waktu Indonesia Tengah
office-zone-WIT = WIT, Waktu Indonesia Timur
office-account-count = { $count ->
    [1] Satu akun terbuka.
   *[other] { $count } akun terbuka.
    }
office-account-sheet = Akun terbuka
office-account-search = Nama, nama pengguna, jabatan, atau kantor
office-account-none = Akun yang terbuka akan tampil di sini.
office-account-name = Nama
office-account-post = Jabatan
office-account-office = Kantor
office-account-roles = Peran

field-organisation-register-code = Kode
    .hint = Huruf kecil, angka, dan tanda hubung. Misalnya lapas-jember.
field-organisation-register-kind = Jenis organisasi
field-organisation-register-name = Nama lengkap
field-organisation-register-short-name = Nama singkat
field-organisation-register-district = Kabupaten atau kota
    .hint = Misalnya Kabupaten Jember atau 35.09.
field-organisation-register-zone = Zona waktu
    .hint = Bila kosong, mengikuti kabupaten atau kotanya.
field-organisation-register-address = Alamat
field-organisation-register-parent = Organisasi induk
field-account-open-name = Nama lengkap
field-account-open-post = Jabatan
field-account-open-login = Nama pengguna
    .hint = NIP atau nama dengan huruf, angka, titik, atau tanda hubung.
field-account-open-password = Kata sandi awal
    .hint = Paling sedikit 12 huruf. Kalimat pendek lebih mudah diingat.
field-account-open-roles = Peran
field-account-open-second-role = Peran kedua
field-account-open-third-role = Peran ketiga
field-account-close-account = Akun

office-role-head = Kepala kantor
office-role-work = Kegiatan kerja
office-role-registrar = Registrasi
office-role-security = Keamanan
office-role-counsellor = Pembimbing kemasyarakatan
office-role-training-head = Kepala lembaga pelatihan
office-role-instructor = Instruktur
office-role-teacher = Guru
office-role-assessor = Asesor
office-role-certifier = Penerbit sertifikat
office-role-mentor = Pendamping
office-role-labour = Petugas tenaga kerja
office-role-employer = Pemberi kerja
office-role-directorate = Direktorat jenderal
office-role-region = Kantor wilayah
office-role-admin = Pengelola sistem

office-registered = { $name } terdaftar.
office-account-opened = Akun { $name } terbuka.
office-account-closed = Akun { $name } ditutup.
office-code-shape = Kode hanya berisi huruf kecil, angka, dan tanda hubung, paling panjang 60.
office-login-shape = Nama pengguna hanya berisi huruf, angka, titik, garis bawah, tanda hubung, atau @.
office-password-short = Kata sandi terlalu pendek. Paling sedikit 12 huruf.
office-zone-needed = Pilih zona waktu, atau isi kabupaten atau kotanya.
office-district-several = “{ $text }” dapat berarti { $names }. Tulis lengkap.

refusal-offc-01 = Anda tidak dapat menutup akun Anda sendiri.
    .next = Mintalah pengelola sistem lain menutupnya.

event-OrganisationRegistered = Organisasi terdaftar
event-AccountOpened = Akun dibuka
event-AccountClosed = Akun ditutup
