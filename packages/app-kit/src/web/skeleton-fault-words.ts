import type { FaultWords } from './platform-fault-words.ts';

const BODY = 'Ekspor bersama badannya: pose_keypoints_2d memuat 18 atau 25 titiknya.';

/** What can be wrong with an OpenPose file or with joints, by the case its fault names: the code alone would not say what to mend. */
export const SKELETON_FAULT_WORDS: Readonly<Record<string, FaultWords>> = {
  'POSE_OPENPOSE_INVALID:count': {
    message:
      'Kerangka ini berisi {numbers} angka; yang dapat dibaca 54 (18 titik) atau 75 (25 titik).',
    fix: 'Ekspor sebagai COCO-18 atau BODY_25, tiga angka per titik.',
  },
  'POSE_OPENPOSE_INVALID:few': {
    message: 'Titik yang diketahui dari kerangka ini terlalu sedikit untuk sebuah pose.',
    fix: 'Berikan sedikitnya {least} dari 18 titik.',
  },
  'POSE_OPENPOSE_INVALID:bones': {
    message: 'Tulang yang diketahui dari kerangka ini terlalu sedikit untuk sebuah tubuh.',
    fix: 'Berikan sedikitnya bahu dan satu lengan, atau pinggul dan satu kaki.',
  },
  'POSE_OPENPOSE_INVALID:text': {
    message: 'Teks ini bukan JSON.',
    fix: 'Kirim seluruh berkas seperti saat diekspor; NaN dan komentar bukan JSON.',
  },
  'POSE_OPENPOSE_INVALID:frames': {
    message: 'Berkas ini berisi {frames} frame.',
    fix: 'Simpan satu frame dengan satu orang.',
  },
  'POSE_OPENPOSE_INVALID:file': {
    message: 'Ini bukan berkas OpenPose.',
    fix: 'Ekspor lagi posenya sebagai OpenPose JSON, dengan people[0].pose_keypoints_2d.',
  },
  'POSE_OPENPOSE_INVALID:people': {
    message: 'Berkas ini memuat {people} orang.',
    fix: 'Sisakan satu orang, atau sebut yang mana dengan "person", dihitung dari 0.',
  },
  'POSE_OPENPOSE_INVALID:person': {
    message: 'Tidak ada orang nomor {person} di berkas ini.',
    fix: 'Hitung dari 0.',
  },
  'POSE_OPENPOSE_INVALID:hands': {
    message: 'Kerangka ini hanya berisi tangan, tanpa badan.',
    fix: BODY,
  },
  'POSE_OPENPOSE_INVALID:empty': { message: 'Kerangka ini tidak punya titik.', fix: BODY },
  'POSE_OPENPOSE_INVALID:units': {
    message: 'Sebagian titik kerangka ini bagian dari kanvas ({points}), lainnya piksel.',
    fix: 'Pakai satuan yang sama untuk semua titik; titik yang tidak ada ditulis 0, 0, 0.',
  },
  'POSE_JOINTS_INVALID:length': {
    message: 'Panjang {partIndonesian} {is} tinggi badan; pada tubuh ini {wanted}.',
    fix: 'Ambil sendi dari GET /api/poses/:id/joints dan gerakkan tanpa mengubah panjangnya.',
  },
  'POSE_JOINTS_INVALID:frame': {
    message: 'Sumbu {partIndonesian} bukan putaran.',
    fix: 'Beri tiga sumbu sepanjang 1 yang saling tegak lurus, menurut aturan tangan kanan.',
  },
  'POSE_JOINTS_INVALID:floor': {
    message: 'Posisi {partIndonesian} {depth} tinggi badan di bawah lantai.',
    fix: 'Naikkan seluruh figur sampai berdiri, duduk, atau berbaring di lantai.',
  },
};
