# Halaman
assessment-list = Asesmen
    .lead = Angkatan yang dinilai per unit atau per keterampilan, tanggal yang dipesan, dan hasilnya.
assessment-batches = Angkatan yang dinilai
assessment-none = Belum ada asesmen yang dipesan. Setelah dipesan, jadwal dan hasilnya tampil di sini.
assessment-show = Hasil asesmen satu angkatan
assessment-show-of = Hasil asesmen: { $batch }
assessment-assessor = Penilai
assessment-result = Hasil
assessment-due = Menunggu penilaian
assessment-to-come = Akan datang
assessment-outcome = { $competent } dari { $assessed } orang kompeten di semua unit.
assessment-not-applicable = Tidak berlaku: sertifikat program ini tidak memerlukan penilaian per unit.
assessment-nobody-yet = Belum ada yang dinilai.
assessment-booked = Dipesan { $day } di { $place }, penilai { $assessor }.
assessment-grid = Hasil per orang dan unit
assessment-grid-help = K kompeten, BK belum kompeten. Kosongkan yang tidak dinilai pada kesempatan ini, atau unggah berkasnya.
assessment-nobody = Belum ada peserta. Setelah SK terbit dan pelatihan ditutup, namanya tampil di sini.
assessment-not-complete = Belum menyelesaikan pelatihan
assessment-state-untested = Belum dinilai
assessment-state-K = K
assessment-state-BK = BK
assessment-attempt = Kesempatan ke-{ $attempt }
assessment-all-competent = Kompeten
assessment-some-missing = Belum lengkap
assessment-left = Keluar
assessment-not-yet = Belum dinilai
assessment-sittings = Kesempatan penilaian
assessment-sitting-competence = Uji ke-{ $round }, { $day }, { $place }, penilai { $assessor }.
assessment-sitting-mastery = Lembar penguasaan ke-{ $round }, { $day }, { $place }, guru { $assessor }.

# Tindakan
assessment-decide = Catat hasil uji
    .lead = Nilai tiap unit, K atau BK. Hanya asesor yang dipesan dan tidak melatih angkatan ini.
    .verb = Simpan hasil uji
assessment-retry = Catat uji ulang
    .lead = Hanya unit yang masih BK. Hasil uji pertama tetap tersimpan.
    .verb = Simpan uji ulang
mastery-confirm = Sahkan penguasaan
    .lead = Guru angkatan ini mengesahkan tiap keterampilan. Yang belum dapat disahkan kemudian.
    .verb = Simpan penguasaan
field-assessment-decide-file = Berkas hasil uji
    .hint = CSV dengan kolom no_registrasi, nama, lalu kode unit. Boleh kosong bila tabel diisi.
field-assessment-decide-result = Hasil
field-assessment-retry-file = Berkas uji ulang
    .hint = CSV dengan kolom no_registrasi, nama, lalu kode unit. Boleh kosong bila tabel diisi.
field-assessment-retry-result = Hasil
field-mastery-confirm-file = Berkas lembar penguasaan
    .hint = CSV dengan kolom no_registrasi, nama, lalu nama keterampilan. Boleh kosong bila tabel diisi.
field-mastery-confirm-result = Penguasaan

# Jawaban
assessment-decided = { $verdicts } hasil uji tersimpan. { $competent } dari { $assessed } orang kompeten di semua unit.
assessment-retried = { $verdicts } hasil uji ulang tersimpan. { $competent } dari { $assessed } orang kompeten di semua unit.
assessment-mastery-confirmed = { $verdicts } penguasaan tersimpan. { $competent } dari { $assessed } orang menguasai semuanya.
assessment-without-marks = { $name } tidak dinilai: barisnya kosong. { $remark }
assessment-not-assessed = { $name } belum dinilai.
assessment-still-missing = { $name } belum kompeten: { $units }.

# Isian yang belum benar
assessment-problem-nothing = Unggah berkasnya, atau isi tabelnya.
assessment-problem-mark = “{ $text }” bukan K atau BK.
assessment-problem-twice = { $name } dinilai dua kali untuk satu unit.
assessment-sheet-no-header = Baris judul kolom tidak ditemukan. Perlu kolom no_registrasi atau nama.
assessment-sheet-no-units = Tidak ada kolom unit dari kurikulum angkatan ini.
assessment-sheet-unknown-column = Kolom “{ $column }” bukan unit angkatan ini. Tulis kode atau judul unitnya.
assessment-sheet-unit-twice = Kolom “{ $column }” menunjuk unit yang sudah ada di kolom lain.
assessment-sheet-unknown-person = Baris { $line }: { $text } bukan peserta angkatan ini.
assessment-sheet-mark = Baris { $line }: “{ $text }” bukan K, BK, ya, atau belum.

# Penolakan
refusal-assm-01 = Program angkatan ini tidak dinilai dengan cara ini.
    .next = Pakai cara penilaian yang sesuai dengan sertifikatnya.
assessment-needs-competence = Sertifikat kompetensi memerlukan uji oleh asesor.
assessment-needs-school = Sertifikat sekolah memerlukan pengesahan penguasaan oleh guru.
assessment-needs-training = Sertifikat pelatihan tidak memerlukan penilaian per unit.
assessment-needs-acknowledgement = Surat keterangan tidak memerlukan penilaian per unit.
refusal-assm-02 = Asesor tidak boleh menilai angkatan yang dilatihnya.
    .next = Pesan asesor lain yang tidak melatih angkatan ini.
assessment-not-independent-taught = Anda tercatat sebagai instruktur angkatan ini.
assessment-not-independent-recorded = Anda mencatat sesi pelatihan angkatan ini.
refusal-assm-03 = Penguasaan hanya disahkan guru yang mengajar angkatan ini.
    .next = Minta guru angkatan ini mengesahkannya.
refusal-assm-04 = Tanggal penilaian angkatan ini belum dipesan.
    .next = Pesan tanggal, tempat, dan penilainya lebih dahulu.
refusal-assm-05 = Penilaian tidak boleh mendahului tanggal yang dipesan, { $day }.
    .next = Catat pada tanggal itu, atau pesan ulang tanggalnya.
refusal-assm-06 = Tanggal { $day } belum tiba.
    .next = Catat hasilnya pada hari penilaian atau sesudahnya.
refusal-assm-07 = Tanggal ini mendahului penilaian sebelumnya, { $day }.
    .next = Periksa tanggalnya.
refusal-assm-08 = Ada orang yang belum boleh dinilai. Tidak ada yang disimpan.
    .next = Hapus hasil orang yang disebut, atau selesaikan pelatihannya dahulu.
assessment-unready-training-runs = { $name }: pelatihan angkatan ini belum ditutup.
assessment-unready-not-seated = { $name }: tidak pernah menjadi peserta.
assessment-unready-incomplete = { $name }: baru menyelesaikan { $percent }% pelatihan.
refusal-assm-09 = Ada hasil yang tidak dapat dicatat. Tidak ada yang disimpan.
    .next = Hapus hasil yang disebut, lalu kirim lagi.
assessment-cell-competent-already = { $name } sudah K pada “{ $unit }”. K tidak berubah lagi.
assessment-cell-decided-already = { $name } sudah dinilai pada “{ $unit }”. Pakai uji ulang.
assessment-cell-not-decided-yet = { $name } belum pernah diuji pada “{ $unit }”. Pakai uji pertama.
refusal-assm-10 = Orang lain baru saja menyimpan hasil yang sama.
    .next = Buka lagi halamannya, lalu periksa.
refusal-assm-11 = Penilaian memerlukan akun penilai.
    .next = Masuk dengan akun Anda sendiri.

# Riwayat
event-AssessmentDecided = Uji kompetensi dicatat
event-AssessmentRetried = Uji ulang dicatat
event-MasteryConfirmed = Penguasaan disahkan guru
event-UnitsRecognised = Unit dari angkatan lain diakui
