# Proses yang berjalan di latar belakang
room-jobs = Proses

job-list = Proses di latar belakang
job-show = Kemajuan proses
job-cancel = Batalkan proses
    .lead = Yang belum disimpan tidak jadi disimpan. Yang sudah selesai tetap ada.
    .verb = Batalkan proses
job-retry = Jalankan lagi
    .lead = Periksa dahulu sebabnya. Proses dimulai lagi dari awal, atas nama orang yang memintanya.
    .verb = Jalankan lagi

job-list-own = Yang Anda minta dan memerlukan waktu lebih lama.
job-list-all = Yang gagal tampil paling atas.
job-sheet = Proses
job-none = Proses yang memerlukan waktu lama akan tampil di sini.
job-what = Proses
job-state = Keadaan
job-by = Diminta oleh
job-when = Sejak
job-state-queued = Menunggu giliran
job-state-running = Sedang berjalan
job-state-done = Selesai
job-state-refused = Ditolak
job-state-dead = Gagal
job-state-cancelled = Dibatalkan
job-how-far = Kemajuan
job-outcome = Hasil
job-asked = Diminta oleh { $name }, { $when }.
job-share = { $done } dari { $total } langkah selesai.
job-fault = Terhenti pada percobaan ke-{ $attempts }: { $fault }. Sebab lengkap ada di catatan server.
job-stopping = Sudah diminta berhenti; akan berhenti sebentar lagi.
job-refreshes = Halaman ini dimuat ulang sendiri.
job-stand-still = Hentikan muat ulang
job-look-again = Lihat lagi
job-result = Lihat hasilnya

job-asked-to-stop = { $job }: diminta berhenti.
job-was-cancelled = { $job }: dibatalkan.
job-was-retried = { $job }: menunggu giliran lagi.

refusal-jobs-01 = Orang lain sudah meminta proses yang sama, dan belum selesai.
    .next = Tunggu sampai selesai, lalu coba lagi.
refusal-jobs-02 = Proses ini sudah berakhir.
    .next = Lihat hasilnya, atau mintalah yang baru.
refusal-jobs-03 = Hanya proses yang gagal yang dapat dijalankan lagi.
    .next = Lihat keadaannya pada halaman proses.
refusal-jobs-04 = Hak untuk proses ini tidak ada lagi, atau yang dituju sudah tidak ada.
    .next = Periksa perjanjian dan peran akunnya, lalu mintalah lagi.
refusal-jobs-05 = Belum ada yang menjalankan proses ini.
    .next = Tunggu giliran.
refusal-jobs-06 = Proses diminta berhenti.
    .next = Mintalah lagi bila masih diperlukan.
refusal-jobs-07 = Isiannya perlu diperbaiki.
    .next = Perbaiki, lalu mintalah lagi.

event-JobEnqueued = Proses diminta
event-JobCancelled = Proses dibatalkan
event-JobRetried = Proses dijalankan lagi
event-JobFailed = Proses gagal
