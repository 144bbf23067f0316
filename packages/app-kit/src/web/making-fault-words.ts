import type { FaultWords } from './platform-fault-words.ts';

const AGAIN = 'Tidak ada yang dibayar. Coba lagi sebentar lagi.';
const OPERATOR = 'Tidak ada yang dibayar. Beri tahu operator studio ini.';
const OTHER_INPUT = 'Tidak ada yang dibayar. Coba foto atau pose lain.';

/** Photos, poses, engines, pictures, previews: what stands in the way of making something. */
export const MAKING_FAULT_WORDS: Readonly<Record<string, FaultWords>> = {
  ENGINE_NOT_CONFIGURED: {
    message: 'Mesin untuk ini belum disiapkan di studio ini.',
    fix: OPERATOR,
  },
  ENGINE_REFUSED_KEY: { message: 'Mesin tidak menerima kunci studio ini.', fix: OPERATOR },
  ENGINE_UNPAID: { message: 'Saldo studio ini pada mesin sudah habis.', fix: OPERATOR },
  MODEL_LOADING: { message: 'Mesin masih dipanaskan.', fix: AGAIN },
  ENGINE_INPUT_REFUSED: {
    message: 'Mesin tidak dapat membuat gambar ini dari foto dan pose ini.',
    fix: OTHER_INPUT,
  },
  ENGINE_CONTENT_REFUSED: {
    message: 'Mesin menolak gambar ini karena aturan isinya.',
    fix: OTHER_INPUT,
  },
  ENGINE_UNAVAILABLE: { message: 'Mesin sedang tidak dapat dihubungi.', fix: AGAIN },
  ENGINE_TIMED_OUT: { message: 'Mesin terlalu lama.', fix: AGAIN },
  ENGINE_CANCELLED: { message: 'Mesin berhenti sebelum gambarnya selesai.', fix: AGAIN },
  ENGINE_RESULT_LOST: { message: 'Mesin tidak lagi punya gambar yang dibuatnya.', fix: AGAIN },
  ENGINE_SUBMIT_UNCLEAR: {
    message: 'Mesin tidak menjawab apakah menerima pekerjaan ini, jadi tidak diminta dua kali.',
    fix: AGAIN,
  },
  ENGINE_PICTURE_BROKEN: {
    message: 'Mesin mengirim sesuatu yang bukan gambar yang diminta.',
    fix: AGAIN,
  },
  PREVIEW_EXPIRED: {
    message: 'Pratinjau ini sudah tidak ada; pratinjau disimpan satu jam.',
    fix: 'Buat pratinjau baru; dengan benih dan kata yang sama hasilnya sama.',
  },
  PREVIEW_NOT_READY: {
    message: 'Pratinjau ini belum jadi.',
    fix: 'Simpan setelah kamu melihatnya, atau buat yang baru.',
  },
  PREVIEW_CANCELLED: { message: 'Pratinjau ini dibatalkan sebelum selesai.' },
  PHOTO_NOT_USABLE: {
    message: 'Foto ini tidak dapat dipakai.',
    fix: 'Pakai foto dengan satu wajah, terang dan dari depan.',
  },
  PHOTO_UNREADABLE: {
    message: 'Berkas ini tidak dapat dibaca sebagai foto.',
    fix: 'Buka di aplikasi foto lalu simpan lagi sebagai JPEG atau PNG.',
  },
  PHOTO_EXPIRED: {
    message: 'Foto untuk gambar ini sudah tidak disimpan.',
    fix: 'Mulai gambar baru dengan fotomu.',
  },
  VISION_UNAVAILABLE: {
    message: 'Foto sedang tidak dapat diperiksa.',
    fix: 'Coba lagi sebentar lagi. Bila terulang, foto yang lebih kecil mungkin membantu.',
  },
  HD_NOT_AVAILABLE: {
    message: 'Tidak ada mesin di studio ini yang membuat gambar HD atau memperbesarnya sekarang.',
    fix: 'Pilih SD.',
  },
  CLIP_TOO_LONG: {
    message: 'Klip di studio ini paling lama {secondsMax} detik.',
    fix: 'Pilih yang lebih pendek.',
  },
  CONSENT_NEEDED: {
    message: 'Setujui dahulu cara fotomu dipakai.',
    fix: 'Studio menanyakannya satu kali.',
  },
  CONSENT_OUTDATED: {
    message: 'Yang disetujui sudah berubah sejak itu.',
    fix: 'Baca lagi, lalu setujui yang terbaru.',
  },
  GENERATION_NOT_A_PICTURE: {
    message: 'Tidak ada gambar jadi di sini untuk dilanjutkan.',
    fix: 'Pilih salah satu gambarmu yang sudah selesai.',
  },
  GENERATION_WITHOUT_PICTURE: { message: 'Belum ada gambarnya.', fix: 'Tunggu sampai selesai.' },
  GENERATION_NOT_A_DRAWING: {
    message: 'Hanya gambar seni garis yang dapat diunduh sebagai SVG.',
    fix: 'Buat dengan gaya "line-art", atau unduh yang ini sebagai PNG, JPEG, atau WebP.',
  },
  GENERATION_IN_PROGRESS: {
    message: 'Gambar ini masih dibuat.',
    fix: 'Tunggu sampai berakhir, atau batalkan dahulu.',
  },
  GENERATION_ALREADY_OVER: {
    message: 'Gambar ini sudah berakhir; tidak ada yang dapat dibatalkan.',
  },
  RESULT_NOT_REJECTABLE: {
    message: 'Gambar ini tidak dapat dikembalikan.',
    fix: 'Hanya gambar jadi yang nilainya di bawah batas dapat dikembalikan, satu kali.',
  },
  BATCH_TOO_LARGE: {
    message: 'Satu batch milikmu boleh berisi {most} pose; ini {wanted}.',
    fix: 'Kurangi posenya, atau minta tingkat lebih tinggi kepada admin.',
  },
  POSE_ARMS_CIRCULAR: {
    message: 'Tiap lengan pose ini bertumpu pada lengan yang lain.',
    fix: 'Beri salah satu lengan tempat di badan atau sudut sendi.',
  },
  POSE_CANVAS_INVALID: {
    message: 'Kerangka tidak dapat digambar pada ukuran ini.',
    fix: 'Minta bilangan bulat piksel yang lebih kecil.',
  },
  POSE_OPENPOSE_INVALID: {
    message: 'OpenPose JSON ini tidak dapat dibaca sebagai satu kerangka.',
    fix: 'Perbaiki bagian yang disebut.',
  },
  POSE_NONE_MATCHES: { message: 'Tidak ada pose yang cocok.', fix: 'Lepas satu saringan.' },
  POSE_SOURCE_UNCLEAR: {
    message: 'Sebuah pose perlu tepat satu kerangka.',
    fix: 'Kirim salah satu dari "openpose" dan "joints".',
  },
  POSE_JOINTS_INVALID: {
    message: 'Sendi-sendi ini bukan tubuh yang utuh.',
    fix: 'Ambil sendi dari GET /api/poses/:id/joints dan gerakkan tanpa mengubah panjangnya.',
  },
  POSE_LIMIT_REACHED: {
    message: 'Kamu sudah punya pose sendiri sebanyak yang dapat disimpan satu orang.',
    fix: 'Hapus yang tidak dipakai lagi.',
  },
  POSE_SEARCH_EMPTY: {
    message: 'Tidak ada yang dikirim untuk dicari.',
    fix: 'Kirim "keypoints" atau "openpose" sebagai JSON, atau foto di isian "image".',
  },
  POSE_NOBODY_SEEN: {
    message: 'Tidak ada orang di foto ini.',
    fix: 'Pilih foto satu orang, sebaiknya dari kepala sampai kaki.',
  },
  POSE_PERSON_UNKNOWN: {
    message: 'Orang itu tidak ada di foto ini.',
    fix: 'Hitung dari 0, yang terbesar lebih dulu.',
  },
  POSE_COLLECTION_NOT_FOUND: {
    message: 'Koleksi ini tidak ada.',
    fix: 'Lihat daftar koleksimu.',
  },
  POSE_COLLECTION_LIMIT_REACHED: {
    message: 'Kamu sudah punya koleksi sebanyak yang dapat disimpan satu orang.',
    fix: 'Hapus yang tidak dipakai lagi.',
  },
};
