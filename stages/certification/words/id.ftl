# Jenis dan keadaan
certificate-kind-training = Sertifikat Pelatihan
certificate-kind-school = Sertifikat Keahlian
certificate-kind-competence = Sertifikat Kompetensi
certificate-kind-acknowledgement = Surat Pengakuan
state-certificate-issued = Belum diserahkan
state-certificate-handed = Sudah diserahkan
state-certificate-expired = Habis masa berlaku
state-certificate-revoked = Dicabut

# Menerbitkan
certificate-issue = Terbitkan sertifikat
    .lead = Setiap peserta yang memenuhi syarat mendapat sertifikat. Yang belum, disebutkan alasannya.
    .verb = Terbitkan sertifikat
field-certificate-issue-day = Tanggal terbit
field-certificate-issue-signer = Penanda tangan
    .hint = Pimpinan lembaga penerbit, dengan gelar. Kosongkan untuk memakai nama pimpinan yang tercatat.
field-certificate-issue-signer-post = Jabatan penanda tangan
field-certificate-issue-place = Tempat terbit
    .hint = Kota lembaga penerbit; tidak boleh tempat lain.
field-certificate-issue-valid-until = Berlaku sampai
    .hint = Kosongkan bila berlaku tanpa batas waktu.
certificate-issue-earned = { $count ->
    [0] Belum ada yang memenuhi syarat
   *[other] { $count } orang memenuhi syarat hari ini
    }
certificate-issue-others = Belum atau tidak mendapat
certificate-issue-outside = Kertas dan berkasnya hanya menyebut lembaga penerbit. Tempat pelatihan tidak tertulis di mana pun.
certificate-issued = { $count } sertifikat terbit untuk angkatan { $batch }.
reason-certificate-training-runs = { $name }: pelatihannya belum ditutup.
reason-certificate-training-too-short = { $name }: baru mengikuti { $percent } persen jam pelajaran.
reason-certificate-no-units = { $name }: program ini belum memiliki unit yang dapat dinilai.
reason-certificate-unit-missing = { $name }: unit “{ $unit }” belum dinyatakan K.
reason-certificate-dated-too-early = { $name }: hasilnya baru ada pada { $day }, sesudah tanggal terbit.
reason-certificate-holds = { $name }: sudah memegang sertifikat { $number }.

# Mengakui pendampingan
certificate-acknowledged = Pendampingan memulai usaha
certificate-acknowledge = Terbitkan surat pengakuan
    .lead = Setiap orang yang pendampingannya dipastikan selesai mendapat surat pengakuan. Surat ini bukan sertifikat kompetensi.
    .verb = Terbitkan surat pengakuan
field-certificate-acknowledge-day = Tanggal terbit
field-certificate-acknowledge-decision = Keputusan
    .hint = Nomor dan isi keputusan yayasan yang mendasarinya. Pendamping yang memastikan tidak ikut memutuskan.
field-certificate-acknowledge-signer = Penanda tangan
    .hint = Pimpinan yayasan, dengan gelar. Kosongkan untuk memakai nama pimpinan yang tercatat.
field-certificate-acknowledge-signer-post = Jabatan penanda tangan
field-certificate-acknowledge-place = Tempat terbit
    .hint = Kota yayasan; tidak boleh tempat lain.
certificate-acknowledged-count = { $count } surat pengakuan terbit untuk angkatan { $batch }.
reason-certificate-not-accompanied = { $name }: pendampingannya belum dipastikan selesai.
reason-certificate-confirmed-by-oneself = { $name }: Anda sendiri yang memastikan pendampingannya, jadi orang lain yang memutuskan.
refusal-cert-15 = Program ini diakhiri dengan surat pengakuan, bukan sertifikat.
    .next = Pimpinan yayasan menerbitkannya lewat surat pengakuan angkatan ini.
refusal-cert-16 = Pendampingan orang ini sudah dipastikan selesai.
    .next = Pimpinan yayasan dapat menerbitkan surat pengakuannya.
refusal-cert-17 = Anda sendiri yang memastikan pendampingan ini, jadi Anda tidak dapat memutuskan surat pengakuannya.
    .next = Minta pengurus yayasan yang lain.

# Menyerahkan
certificate-hand = Serahkan sertifikat
    .lead = Catat kapan kertasnya diterima, dan oleh siapa.
    .verb = Serahkan
field-certificate-hand-day = Tanggal diserahkan
field-certificate-hand-to = Diterima oleh
certificate-handed = Sertifikat { $number } diserahkan kepada { $to }.

# Mencabut
certificate-revoke = Cabut sertifikat
    .lead = Pencabutan tidak dapat dibatalkan. Siapa pun yang memeriksa akan melihat tanggalnya, bukan alasannya.
    .verb = Cabut untuk seterusnya
field-certificate-revoke-day = Tanggal pencabutan
field-certificate-revoke-reason = Alasan
    .hint = Hanya dibaca oleh yang berwenang. Sertifikat pengganti diterbitkan dengan nomor baru.
certificate-revoked = Sertifikat { $number } dicabut.

# Daftar dan satu sertifikat
certificate-list = Sertifikat
    .lead = Semua sertifikat sudah diserahkan kepada pemegangnya.
certificate-list-waiting = { $count } sertifikat menunggu diserahkan kepada pemegangnya.
certificate-list-count = { $count } sertifikat
certificate-list-none = Belum ada sertifikat di sini. Sertifikat diterbitkan oleh lembaga penerbit dari halaman angkatannya.
certificate-ready = Siap diterbitkan
certificate-ready-count = { $count } orang memenuhi syarat dan belum mendapat sertifikat.
certificate-list-search = Nama atau nomor
    .verb = Cari
certificate-state = Keadaan
certificate-state-all = Semua
certificate-holder = Pemegang
certificate-title = Keahlian
certificate-issued-on = Terbit
certificate-show = Sertifikat
certificate-pdf = Kertas sertifikat
certificate-json = Kredensial digital
certificate-lookup = Cek sertifikat
certificate-check = Cek nomor sertifikat
certificate-credential = Kredensial untuk pemeriksa
certificate-open-paper = Buka kertasnya
certificate-open-credential = Simpan kredensial digital
certificate-check-page = Halaman yang dilihat pemberi kerja
certificate-journey = Perjalanan orang ini
certificate-revoked-on = Dicabut pada { $day }.
certificate-units = Yang dikuasai
certificate-units-none = Surat pengakuan tidak merinci unit dan bukan sertifikat kompetensi.
certificate-history = Riwayat
certificate-facts = Keterangan
certificate-valid-until = Berlaku sampai
certificate-without-end = Tanpa batas waktu
certificate-handed-to = Diterima oleh
certificate-not-handed = Belum diserahkan
event-CertificateIssued = Sertifikat terbit
event-CertificateHanded = Sertifikat diserahkan
event-CertificateRevoked = Sertifikat dicabut

# Isian yang belum benar
problem-certificate-future = Tanggal ini belum tiba.
problem-certificate-before-issue = Tanggal ini mendahului tanggal terbit, { $day }.
problem-certificate-term = Masa berlaku harus berakhir sesudah tanggal terbit.
problem-certificate-place = Tempat terbit hanya boleh kota lembaga penerbit: { $city }.
problem-certificate-decision = Keputusan hanya diisi untuk surat pengakuan. Kosongkan isian ini.

# Penolakan
refusal-cert-01 = Sekarang tidak ada peserta yang dapat diberi sertifikat.
    .next = Lengkapi yang kurang pada tiap orang, lalu terbitkan lagi.
refusal-cert-02 = Sertifikat ini sudah diserahkan.
    .next = Buka riwayatnya untuk melihat kapan dan kepada siapa.
refusal-cert-03 = Sertifikat ini sudah dicabut, jadi tidak dapat diserahkan.
    .next = Terbitkan sertifikat pengganti dari halaman angkatannya.
refusal-cert-04 = Sertifikat ini sudah dicabut.
    .next = Tanggal dan alasannya ada pada halaman sertifikat.
refusal-cert-05 = Sertifikat untuk { $name } memuat kata yang tidak boleh keluar: { $words }.
    .next = Ubah nama program, unit, penerbit, atau penanda tangan yang memuat kata itu.
refusal-cert-06 = Kertas sertifikat tidak dapat dicetak. { $why }
    .next = Perbaiki isian itu, lalu terbitkan lagi. Belum ada sertifikat yang terbit.
refusal-cert-07 = Semua yang memenuhi syarat sudah memegang sertifikatnya.
    .next = Buka daftar sertifikat angkatan ini. Untuk mengganti, cabut dahulu yang lama.
refusal-cert-08 = Keadaannya baru saja berubah, jadi tidak ada yang dicatat.
    .next = Buka lagi halamannya, lalu periksa keadaan yang baru.

# Tulisan pada kertas dan kredensial
certificate-paper-description = Pelatihan { $title }{ $jp ->
    [0] {""}
   *[other] , { $jp } jam pelajaran
    }.
certificate-paper-criteria-training = Mengikuti sedikitnya { $percent } persen jam pelajaran dan menyelesaikan pelatihan.
certificate-paper-criteria-school = Setiap keterampilan diperagakan dan dipastikan oleh guru.
certificate-paper-criteria-competence = Dinyatakan kompeten pada setiap unit oleh asesor yang tidak melatihnya.
certificate-paper-criteria-acknowledgement = Menyelesaikan pelatihan dan memulai usaha sendiri dengan pendampingan; dipastikan oleh pendamping dan diputuskan oleh pimpinan penerbit. Bukan sertifikat kompetensi.
certificate-paper-description-acknowledgement = Pengakuan atas pendampingan pelatihan { $title } sampai usaha sendiri berjalan. Bukan sertifikat kompetensi.
certificate-paper-not-competence = Surat ini mengakui pendampingan. Surat ini bukan sertifikat kompetensi, sertifikat pelatihan, atau ijazah.
certificate-paper-statement-training = telah menyelesaikan pelatihan { $jp } jam pelajaran pada { $months }.
certificate-paper-statement-school = telah mengikuti pelatihan { $jp } jam pelajaran pada { $months } dan menguasai { $units } keterampilan yang tertulis di halaman kedua.
certificate-paper-statement-competence = telah mengikuti pelatihan { $jp } jam pelajaran pada { $months } dan dinyatakan kompeten pada { $units } unit yang tertulis di halaman kedua.
certificate-paper-statement-acknowledgement = telah menyelesaikan pelatihan { $title } dan memulai usaha sendiri dengan pendampingan { $issuer } pada { $months }.
certificate-paper-result-school = Menguasai
certificate-paper-result-competence = Kompeten

# Halaman untuk siapa saja
outside-lookup = Cek sertifikat
    .lead = Ketik nomor yang tercetak di sudut kanan atas sertifikat, atau pindai kodenya.
outside-field = Nomor sertifikat
    .verb = Cek
outside-valid = Sertifikat ini sah
outside-revoked = Sertifikat ini dicabut
    .lead = Dicabut oleh penerbitnya pada { $day }. Jangan dipakai sebagai bukti.
outside-expired = Masa berlaku sertifikat ini habis
    .lead = Sertifikat ini asli dan berlaku sampai { $day }.
outside-broken = Sertifikat ini tidak dapat dipastikan
    .lead = Nomornya ada, tetapi tanda tangan digitalnya tidak cocok. Hubungi penerbitnya.
outside-unknown = Nomor ini tidak ditemukan
    .lead = Periksa lagi hurufnya. Nomor terdiri atas dua belas huruf dan angka.
outside-hours = { $count } jam pelajaran
outside-letter = Surat pengakuan pendampingan; bukan sertifikat kompetensi, sertifikat pelatihan, atau ijazah.
outside-issuer = Penerbit
outside-issued = Terbit
outside-until = Berlaku sampai
outside-without-end = Tanpa batas waktu
outside-number = Nomor
outside-units = Yang dikuasai
outside-checked = Yang diperiksa
outside-checked-signature = Tanda tangan digital cocok
outside-checked-issuer = Penerbit dikenal
outside-checked-not-revoked = Tidak dicabut
outside-checked-revoked = Dicabut oleh penerbit
outside-checked-in-term = Masih dalam masa berlaku
outside-checked-expired = Sudah melewati masa berlaku
outside-compare = Bandingkan dengan kertasnya.
    .lead = Nama, nomor, dan tanggal harus sama persis.
outside-credential = Simpan berkas digitalnya
outside-checked-at = Diperiksa
outside-nobody-noted = Halaman ini tidak menyimpan siapa yang memeriksa.

# Pencabutan disampaikan
certificate-tell = Sampaikan pencabutan
    .lead = Pemegang diberi tahu bahwa sertifikatnya dicabut dan alasannya. Pekerjaannya tidak ikut berubah.
    .verb = Catat sudah disampaikan
field-certificate-tell-day = Tanggal disampaikan
field-certificate-tell-note = Catatan
    .hint = Misalnya langkah yang disepakati. Tidak tampil di luar.
certificate-told = { $name } sudah diberi tahu tentang pencabutan ini.
certificate-told-on = Disampaikan kepada pemegang { $day } oleh { $by }.
refusal-cert-09 = Sertifikat ini tidak dicabut, jadi tidak ada yang perlu disampaikan.
    .next = Periksa nomor sertifikatnya.
refusal-cert-10 = Pencabutan ini sudah disampaikan kepada pemegangnya.
    .next = Lihat catatannya pada halaman sertifikat.
event-RevocationTold = Pencabutan disampaikan kepada pemegang
certificate-problem-told-before = Tanggal ini mendahului pencabutannya, { $day }.

# Menangguhkan dan mengganti
state-certificate-suspended = Ditangguhkan
state-certificate-replaced = Diganti
certificate-suspend = Tangguhkan sertifikat
    .lead = Selama ditangguhkan, siapa pun yang memeriksa diminta tidak memakai sertifikat ini dahulu. Alasannya tidak tampil di luar.
    .verb = Tangguhkan
field-certificate-suspend-day = Mulai tanggal
field-certificate-suspend-reason = Alasan
    .hint = Hanya dibaca oleh yang berwenang.
certificate-suspended = Sertifikat { $number } ditangguhkan.
certificate-suspended-on = Ditangguhkan sejak { $day }.
certificate-lift = Akhiri penangguhan
    .lead = Sertifikat berlaku lagi seperti sebelumnya.
    .verb = Akhiri penangguhan
field-certificate-lift-day = Tanggal
field-certificate-lift-reason = Hasil pemeriksaan
    .hint = Mengapa sertifikat ini boleh dipakai lagi.
certificate-lifted = Penangguhan sertifikat { $number } berakhir.
certificate-problem-lift-before = Tanggal ini mendahului awal penangguhan, { $day }.
certificate-replace = Ganti sertifikat
    .lead = Sertifikat baru terbit dengan nomor baru dan nama yang sekarang tercatat. Yang lama dicabut pada saat yang sama.
    .verb = Ganti sertifikat
field-certificate-replace-day = Tanggal terbit sertifikat baru
field-certificate-replace-reason = Alasan
    .hint = Misalnya ejaan nama diperbaiki, atau kertasnya rusak. Hanya dibaca oleh yang berwenang.
field-certificate-replace-signer = Penanda tangan
field-certificate-replace-signer-post = Jabatan penanda tangan
field-certificate-replace-decision = Keputusan
    .hint = Hanya untuk surat pengakuan: nomor dan isi keputusan yang mendasarinya.
certificate-replaced = Sertifikat { $old } diganti dengan { $new }. Serahkan kertas yang baru, dan tarik yang lama.
certificate-chain-before = Menggantikan sertifikat
certificate-chain-after = Diganti dengan sertifikat
certificate-status = Daftar status sertifikat
refusal-cert-11 = Sertifikat ini sudah ditangguhkan.
    .next = Alasannya ada pada halaman sertifikat.
refusal-cert-12 = Sertifikat ini tidak sedang ditangguhkan.
    .next = Periksa nomor sertifikatnya.
refusal-cert-13 = Sertifikat ini sedang ditangguhkan, jadi kertasnya belum dapat diserahkan.
    .next = Tunggu sampai penerbit mengakhiri penangguhan.
refusal-cert-14 = Masa berlaku sertifikat ini sudah habis, jadi tidak dapat diganti.
    .next = Yang dapat dilakukan adalah sertifikasi ulang.
event-CertificateSuspended = Sertifikat ditangguhkan
event-SuspensionLifted = Penangguhan sertifikat berakhir
event-CertificateReplaced = Sertifikat diganti
outside-suspended = Sertifikat ini ditangguhkan
    .lead = Penerbitnya menangguhkan sertifikat ini sejak { $day }. Periksa lagi beberapa hari kemudian.
outside-replaced = Sertifikat ini sudah diganti
    .lead = Sejak { $day } berlaku sertifikat yang lebih baru. Mintalah kepada pemegangnya.
outside-checked-suspended = Ditangguhkan oleh penerbit
outside-checked-replaced = Sudah diganti dengan sertifikat yang lebih baru
certificate-register = Daftar penerbit dan status untuk pemeriksaan tanpa jaringan
certificate-offline = Halaman pemeriksa tanpa jaringan
outside-offline = Simpan halaman pemeriksa untuk dipakai tanpa jaringan
