/** What a fault says in Indonesian; `{limit}` stands for a figure of its details. */
export interface FaultWords {
  message: string;
  fix?: string;
}

const LATER = 'Coba lagi sebentar lagi.';
const OPERATOR = 'Beri tahu operator studio ini.';

/** Accounts, credits, files, requests, jobs and webhooks: what the platform itself refuses. */
export const PLATFORM_FAULT_WORDS: Readonly<Record<string, FaultWords>> = {
  REQUEST_INVALID: {
    message: 'Permintaan ini tidak seperti seharusnya.',
    fix: 'Perbaiki isian yang disebut. Bentuknya dijelaskan di /api/docs.',
  },
  REQUEST_UNREADABLE: {
    message: 'Isi permintaan tidak dapat dibaca.',
    fix: 'Kirim JSON dengan Content-Type: application/json, atau formulir multipart/form-data.',
  },
  BODY_NOT_JSON: {
    message: 'Permintaan ini tidak berisi JSON yang dapat dibaca.',
    fix: 'Kirim objek JSON dengan header Content-Type: application/json.',
  },
  BODY_TOO_LARGE: {
    message: 'Ini lebih besar daripada yang diterima studio.',
    fix: 'Kirim berkas yang lebih kecil.',
  },
  CROSS_SITE_REQUEST: {
    message: 'Permintaan ini datang dari situs lain.',
    fix: 'Buka studionya sendiri lalu coba lagi di sana.',
  },
  ROUTE_NOT_FOUND: {
    message: 'Tidak ada apa pun di alamat ini.',
    fix: 'Semua panggilan tercantum di /api/docs.',
  },
  CURSOR_INVALID: {
    message: 'Penanda halaman ini bukan dari sini.',
    fix: 'Pakai meta.nextCursor dari halaman sebelumnya, atau kosongkan.',
  },
  IDEMPOTENCY_KEY_INVALID: {
    message: 'Header Idempotency-Key tidak dapat dipakai.',
    fix: 'Kirim 1 sampai 255 karakter ASCII, misalnya sebuah UUID.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    message: 'Idempotency-Key ini sudah dipakai untuk permintaan lain.',
    fix: 'Pakai kunci baru untuk tiap permintaan baru.',
  },
  PASSWORD_TOO_SHORT: {
    message: 'Kata sandi ini terlalu pendek: sedikitnya 8 karakter.',
    fix: 'Pilih yang lebih panjang, misalnya tiga kata yang tidak berhubungan.',
  },
  PASSWORD_TOO_LONG: {
    message: 'Kata sandi ini terlalu panjang: paling banyak 128 karakter.',
    fix: 'Pilih yang lebih pendek.',
  },
  ACCOUNT_CLOSED: {
    message: 'Akun ini ditutup oleh admin.',
    fix: 'Tanyakan kepada admin studio ini.',
  },
  ADMIN_NOT_YOURSELF: { message: 'Kamu tidak dapat menutup akun sendiri di sini.' },
  ACCOUNT_REQUEST_INVALID: {
    message: 'Permintaan tentang akun ini tidak dapat dijalankan.',
    fix: 'Periksa isiannya lalu coba lagi.',
  },
  ACCOUNTS_UNAVAILABLE: { message: 'Akun sedang tidak dapat dihubungi.', fix: LATER },
  OWNER_LAST_ADMIN: {
    message: 'Kamu pemilik studio ini dan satu-satunya admin, dan orang lain punya akun di sini.',
    fix: 'Jadikan orang lain admin dahulu; ia menjadi pemilik bila kamu pergi.',
  },
  OWNER_PROTECTED: { message: 'Akun pemilik tidak dapat diubah orang lain.' },
  PERSON_NOT_FOUND: {
    message: 'Tidak ada orang dengan email atau id itu di studio ini.',
    fix: 'Cari orangnya di daftar akun.',
  },
  CREDITS_AMOUNT_INVALID: {
    message: 'Jumlah kredit harus bilangan bulat mulai dari 1.',
    fix: 'Beri bilangan bulat dalam batas itu.',
  },
  CREDITS_REFERENCE_REUSED: {
    message: 'Kredit ini sudah dibukukan dengan jumlah lain.',
    fix: OPERATOR,
  },
  CREDITS_HOLD_ENDED: {
    message: 'Kredit untuk pekerjaan ini sudah diselesaikan.',
    fix: 'Muat ulang halaman untuk melihat keadaannya.',
  },
  CREDITS_NOTHING_TO_REFUND: {
    message: 'Tidak dapat dikembalikan lebih dari yang diambil untuk ini.',
    fix: 'Muat ulang halaman untuk melihat keadaannya.',
  },
  STORAGE_AWAY: {
    message: 'Tempat penyimpanan gambar sedang tidak menjawab; tidak ada yang dibayar.',
    fix: 'Coba lagi sebentar lagi.',
  },
  STORAGE_UNWRITABLE: {
    message: 'Server ini tidak dapat menulis ke tempat penyimpanan gambarnya.',
    fix: OPERATOR,
  },
  UPLOADS_BUSY: {
    message: 'Sedang banyak gambar yang diterima.',
    fix: 'Coba lagi dalam beberapa detik.',
  },
  UPLOAD_FORMAT_UNKNOWN: {
    message: 'Gambar tidak dapat disimpan dalam format ini.',
    fix: 'Pilih PNG, JPEG, atau WebP.',
  },
  PICTURE_BROKEN: {
    message: 'Gambar yang dibuat tidak dapat dibaca.',
    fix: 'Coba lagi; bila terulang, pilih mesin lain.',
  },
  JOB_FAILED: {
    message: 'Ada yang salah di pihak kami saat ini dibuat.',
    fix: 'Tidak ada yang dibayar. Coba lagi; bila terulang, beri tahu operator.',
  },
  JOB_TIMED_OUT: {
    message: 'Ini terlalu lama dan dihentikan.',
    fix: 'Tidak ada yang dibayar. Coba lagi sebentar lagi.',
  },
  JOB_INTERRUPTED: {
    message: 'Studio berulang kali berhenti saat ini dibuat.',
    fix: 'Tidak ada yang dibayar. Coba lagi; bila terulang, beri tahu operator.',
  },
  JOB_ENDED: {
    message: 'Pekerjaan ini sudah berakhir.',
    fix: 'Muat lagi antrean untuk melihat yang tersisa.',
  },
  JOBS_TOO_MANY: {
    message: 'Akunmu boleh punya {limit} gambar yang menunggu atau dibuat sekaligus.',
    fix: 'Tidak ada yang dibayar. Tunggu sampai sebagian selesai.',
  },
  APP_NOT_ALLOWED: {
    message: 'Akunmu tidak boleh memakai aplikasi ini.',
    fix: 'Minta izin kepada admin studio ini.',
  },
  WEBHOOK_URL_REFUSED: {
    message: 'Webhook tidak boleh menuju alamat ini.',
    fix: 'Beri alamat https yang dapat dicapai dari internet.',
  },
  WEBHOOKS_TOO_MANY: {
    message: 'Satu akun boleh punya paling banyak 10 webhook.',
    fix: 'Hapus yang tidak dipakai lagi, atau tambah kejadian pada yang sudah ada.',
  },
  WEBHOOK_UNDER_WAY: {
    message: 'Kiriman ini masih dicoba.',
    fix: 'Tunggu sampai terkirim atau berhenti dicoba, lalu kirim lagi.',
  },
  WEBHOOK_OFF: { message: 'Webhook ini dimatikan.', fix: 'Nyalakan dahulu.' },
};
