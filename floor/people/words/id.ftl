# Orang dan masa tinggalnya di kantor

person-list = Daftar orang
person-admit = Catat satu orang
    .lead = Untuk satu orang. Untuk banyak orang sekaligus, impor daftar yang sudah ada.
    .verb = Catat orang ini
person-import = Impor daftar orang
    .lead = Berkas XLSX atau CSV seperti yang sudah dipakai kantor. Kolom agama tidak pernah dibaca.
    .verb = Impor daftar
person-import-report = Hasil impor
person-release = Catat pembebasan
    .lead = Setelah dicatat, masa tinggal di kantor ini berakhir. Sertifikat dan catatan belajarnya tetap tersimpan.
    .verb = Catat pembebasan

# Daftar
people-sheet = Orang
people-count = { $count ->
    [0] Belum ada orang yang cocok.
    [1] Satu orang.
   *[other] { $count } orang.
    }
people-none = Orang yang tercatat di kantor Anda akan tampil di sini.
people-none-fit = Tidak ada orang yang cocok dengan saringan ini.
people-name = Nama
people-kind = Golongan
people-register = Nomor register
people-home = Daerah asal
people-search = Nama, alias, atau nomor register
people-state = Masa tinggal
people-state-open = Masih di sini
people-state-ended = Sudah keluar
people-state-all = Semua
people-any = Semua
people-filter = Saring

# Kode
people-kind-convict = Narapidana
people-kind-remand-detainee = Tahanan
people-kind-convicted-child = Anak binaan
people-kind-client = Klien
people-kind-former = Bebas murni
people-kind-learner = Peserta umum
people-sex-male = Laki-laki
people-sex-female = Perempuan
people-education-none = Belum tamat SD
people-education-primary = SD / Paket A
people-education-lower-secondary = SMP / Paket B
people-education-upper-secondary = SMA / Paket C
people-education-vocational = SMK
people-education-diploma-1 = Diploma I
people-education-diploma-2 = Diploma II
people-education-diploma-3 = Diploma III
people-education-bachelor = Sarjana / Diploma IV
people-education-master = Magister
people-education-doctor = Doktor
people-release-kind-parole = Pembebasan bersyarat (PB)
people-release-kind-conditional-leave = Cuti bersyarat (CB)
people-release-kind-leave-before-release = Cuti menjelang bebas (CMB)
people-release-kind-assimilation = Asimilasi
people-release-kind-full-release = Bebas murni
people-release-kind-remission-release = Bebas karena remisi (RU II / RK II)
nik-missing-not-recorded = Belum perekaman kependudukan
nik-missing-document-lost = Dokumen hilang, NIK belum ditelusuri
nik-missing-not-verified = NIK masih diperiksa Dukcapil
nik-missing-foreign-national = Warga negara asing
nik-missing-not-yet-asked = Belum ditanyakan
nik-missing-rounded = NIK dibulatkan lembar kerja; salin ulang dari KTP atau KK
nik-missing-lost-digit = NIK kurang satu angka; salin ulang dari KTP atau KK
nik-missing-unreadable = NIK tidak terbaca; salin ulang dari KTP atau KK

# Isian
field-person-admit-name = Nama lengkap
    .hint = Seperti pada KTP. Nama lain boleh ditulis sesudah kata “alias”.
field-person-admit-register = Nomor register
    .hint = Misalnya B.I 123/2025. Ejaan titik dan spasi bebas.
field-person-admit-kind = Golongan
    .hint = Bila kosong, dibaca dari buku register: A tahanan, B narapidana.
field-person-admit-birth-place = Tempat lahir
field-person-admit-born-on = Tanggal lahir
field-person-admit-sex = Jenis kelamin
field-person-admit-nik = NIK
    .hint = 16 angka dari KTP atau KK. Disimpan tersegel.
field-person-admit-nik-missing = Alasan belum ada NIK
    .hint = Isi hanya bila NIK dikosongkan.
field-person-admit-nik-note = Catatan tentang NIK
field-person-admit-education = Pendidikan terakhir
field-person-admit-home = Kabupaten atau kota asal
    .hint = Misalnya Kabupaten Jember atau 35.09.
field-person-admit-phone = Nomor telepon
field-person-admit-admitted-on = Tanggal masuk
field-person-admit-offence = Perkara
    .hint = Hanya terlihat oleh peran yang berhak.
field-person-admit-sentence = Lama pidana
field-person-admit-expiry-on = Tanggal ekspirasi
field-person-admit-two-thirds-on = Tanggal dua pertiga masa pidana
field-person-admit-block = Blok atau kamar
field-person-admit-health = Catatan kesehatan
field-person-import-file = Berkas daftar
    .hint = XLSX atau CSV, paling besar 10 MB. Judul, jumlah, dan tanda tangan boleh tetap ada.
field-person-import-dry-run = Periksa dahulu
    .hint = Tidak ada orang yang dicatat; Anda melihat semua temuan per baris.
field-person-import-skip-bad = Lewati baris yang salah
    .hint = Baris lain tetap dicatat. Tanpa centang ini, satu kesalahan menahan seluruh berkas.
field-person-release-kind = Cara bebas
field-person-release-day = Tanggal bebas

# Yang sudah terjadi
people-said = { $what }
people-admitted = { $name } tercatat.
people-released = { $name } dicatat bebas: { $kind }, { $day }.
people-imported = { $added } orang tercatat dari { $people } baris. { $known } sudah tercatat, { $repeated } baris berulang, { $faulty } baris dilewati.
people-imported-nobody = Tidak ada orang baru dari { $people } baris. { $known } sudah tercatat, { $repeated } baris berulang, { $faulty } baris dilewati.
people-tried = { $people } baris diperiksa, belum ada yang dicatat. { $added } siap dicatat, { $known } sudah tercatat, { $repeated } berulang, { $faulty } perlu diperbaiki.
people-import-later = Daftar ini panjang dan dicatat di belakang. Halaman ini menunjukkan kemajuannya.
people-import-waits = Daftar lain dari kantor Anda masih dicatat. Tunggu sampai selesai, lalu unggah lagi yang ini.
people-import-judging = Memeriksa baris.
people-import-writing = Mencatat orang.
job-kind-person-import = Pencatatan daftar orang
people-finding = Baris { $row }, { $column } ({ $severity }): { $what }
people-finding-more = Dan { $count } temuan lain pada halaman hasil impor.

# Hasil impor
people-report-title = Hasil impor { $file }
people-report-by = Oleh { $name }, { $when }.
people-report-tried = Baru diperiksa
people-report-written = Sudah dicatat
people-report-again = Impor berkas yang sudah diperbaiki
people-report-list = Lihat daftar orang
people-findings = Temuan per baris
people-findings-none = Tidak ada temuan. Semua baris dapat dicatat apa adanya.
people-finding-row = Baris
people-finding-column = Kolom
people-finding-severity = Arti
people-finding-what = Yang ditemukan dan cara memperbaiki
people-severity-note = Catatan
people-severity-warning = Perlu dilengkapi
people-severity-repeated = Berulang
people-severity-error = Perlu diperbaiki
people-column-number = No
people-column-register = Nomor register
people-column-name = Nama
people-column-birth-place = Tempat lahir
people-column-birth-day = Tanggal lahir
people-column-sex = Jenis kelamin
people-column-nik = NIK
people-column-education = Pendidikan
people-column-home = Daerah asal
people-column-phone = Telepon
people-column-admitted-on = Tanggal masuk
people-column-offence = Perkara
people-column-sentence = Lama pidana
people-column-expiry = Tanggal ekspirasi
people-column-two-thirds = Dua pertiga masa pidana
people-column-block = Blok atau kamar
people-column-health = Kesehatan
people-column-status = Status
people-column-note = Keterangan

# Temuan
people-unread = Kolom yang tidak dibaca: { $columns }.
    .mend = Tidak perlu tindakan.
people-register-empty = Nomor register kosong.
    .mend = Isi nomor dari buku register, misalnya B.I 123/2025.
people-register-shape = Nomor register “{ $text }” tidak berbentuk B.I 123/2025.
    .mend = Periksa buku, nomor urut, dan tahun empat angka.
people-register-twice = Nomor register ini juga dipakai orang lain pada baris { $row_before }.
    .mend = Periksa kedua baris pada buku register.
people-register-taken = Nomor register ini sudah dipakai orang lain di kantor Anda ({ $number }).
    .mend = Periksa buku register, lalu perbaiki salah satunya.
people-nik-twice = NIK ini juga dipakai orang lain pada baris { $row_before }.
    .mend = Periksa kedua baris pada KTP atau KK.
people-nik-taken = NIK ini sudah dipakai orang lain di kantor Anda ({ $number }).
    .mend = Periksa keduanya pada KTP atau KK.
people-nik-elsewhere = Orang dengan NIK ini sudah tercatat di sebuah kantor.
    .mend = Periksa NIK pada KTP. Bila benar, hubungi pengelola sistem.
people-nik-absent = NIK belum ada; alasan “{ $note }” disimpan.
    .mend = Lengkapi setelah nomornya ada.
people-nik-and-why = NIK sudah diisi, jadi alasan belum ada NIK tidak berlaku.
    .mend = Kosongkan salah satunya.
people-name-twice = Nama dan tanggal lahir ini sama dengan baris { $row_before }, tetapi NIK berbeda.
    .mend = Periksa kedua baris pada KTP.
people-name-taken = Nama dan tanggal lahir ini sama dengan orang lain di kantor Anda ({ $number }), tetapi NIK berbeda.
    .mend = Periksa keduanya pada KTP.
people-repeats = Orang yang sama dengan baris { $row_before }; digabungkan ke baris itu.
    .mend = Hapus salah satu baris bila mau.
people-on-record = Orang ini sudah tercatat di kantor Anda ({ $number }).
    .mend = Tidak perlu tindakan; ia tidak dicatat dua kali.
people-birth-empty = Tanggal lahir kosong.
    .mend = Lengkapi dari KTP, misalnya 17-12-1990.
people-day-future = Tanggal ini belum terjadi.
    .mend = Periksa tahunnya.
people-sex-unknown = Jenis kelamin “{ $text }” tidak dikenal.
    .mend = Tulis L atau P.
people-status-unknown = Status “{ $text }” tidak dikenal.
    .mend = Tulis Narapidana, Tahanan, Anak Binaan, atau Klien.
people-status-empty = Golongan tidak diketahui.
    .mend = Isi status, misalnya Narapidana atau Tahanan.
people-status-book = Status tidak cocok dengan buku registernya.
    .mend = Buku A untuk tahanan, buku B untuk narapidana. Periksa keduanya.
people-education-unknown = Pendidikan “{ $text }” tidak dikenal dan dikosongkan.
    .mend = Tulis misalnya SD, SMP, SMA, SMK, D3, atau S1.
people-home-unknown = Daerah asal “{ $text }” tidak ada dalam daftar kabupaten dan kota.
    .mend = Tulis misalnya Kabupaten Jember atau Kota Malang.
people-home-several = Daerah asal “{ $text }” dapat berarti { $names }.
    .mend = Tulis lengkap dengan kata Kabupaten atau Kota.
people-expiry-empty = Tanggal ekspirasi kosong.
    .mend = Lengkapi dari putusan; tanpa tanggal ini kelayakan tidak dapat dihitung.
people-two-thirds-late = Tanggal dua pertiga jatuh sesudah tanggal ekspirasi.
    .mend = Periksa kedua tanggal pada putusan.

problem-people-file-unreadable = Berkas ini tidak terbaca. Simpan sebagai XLSX atau CSV, lalu unggah lagi.
problem-people-file-old = Ini berkas Excel lama (.xls). Simpan sebagai .xlsx, lalu unggah lagi.
problem-people-file-large = Daftar ini terlalu besar. Bagi menjadi beberapa berkas, masing-masing di bawah 100.000 baris.
problem-people-file-heading = Baris judul kolom tidak ditemukan. Perlu kolom nama dan sedikitnya dua kolom lain, misalnya No. Registrasi dan Tgl Lahir.
problem-person-several = “{ $text }” dapat berarti beberapa orang. Pakai nomor register.
problem-nik-taken = Orang dengan NIK ini sudah tercatat di sebuah kantor.

# Penolakan
refusal-peop-01 = Orang ini tidak sedang berada di dalam Lapas, Rutan, atau LPKA.
    .next = Periksa masa tinggalnya pada halaman orang ini.
refusal-peop-02 = Tanggal bebas harus antara { $admitted } dan { $today }.
    .next = Tulis tanggal bebas yang sebenarnya.
refusal-peop-03 = Orang ini sudah menjadi klien kantor tersebut.
    .next = Lanjutkan dengan catatan yang sudah ada.
refusal-peop-04 = Cara bebas ini hanya untuk yang sudah divonis; tahanan hanya dapat bebas murni.
    .next = Pilih Bebas murni, atau perbaiki golongannya dahulu.
refusal-peop-05 = Nomor register ini sudah dipakai di kantor tersebut.
    .next = Periksa buku register, lalu isi nomor yang benar.
refusal-peop-06 = Orang ini masih tercatat di dalam Lapas, Rutan, atau LPKA lain.
    .next = Mintalah kantor itu mencatat kepindahan atau pembebasannya.
refusal-peop-07 = Belum ada yang dicatat: { $faulty } baris perlu diperbaiki.
    .next = Perbaiki baris itu lalu unggah lagi, atau centang “Lewati baris yang salah”.

# Garis waktu
event-PersonAdmitted = Tercatat di kantor
event-PeopleImported = Tercatat lewat impor daftar
event-PersonReleased = Bebas
event-ClientReceived = Diterima sebagai klien
