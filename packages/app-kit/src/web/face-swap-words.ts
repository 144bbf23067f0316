/** Why two photos do not go together, in Indonesian. */
export const FACE_SWAP_WORDS: Record<string, { message: string; fix: string }> = {
  FACE_SWAP_NO_FACE: {
    message: 'Tidak ada wajah di foto wajah.',
    fix: 'Pilih foto wajah yang lain.',
  },
  FACE_SWAP_SEVERAL_FACES: {
    message: 'Ada beberapa wajah di foto wajah.',
    fix: 'Potong hingga tersisa satu wajah, atau pilih foto satu orang.',
  },
  FACE_SWAP_NO_FACE_IN_TARGET: {
    message: 'Tidak ada wajah di gambar yang akan diberi wajah baru.',
    fix: 'Pilih gambar yang wajahnya tampak dari depan.',
  },
  FACE_SWAP_SEVERAL_FACES_IN_TARGET: {
    message: 'Ada beberapa wajah di gambar, jadi tidak jelas wajah siapa yang dimaksud.',
    fix: 'Potong gambar menjadi satu orang.',
  },
  FACE_SWAP_FACE_TOO_SMALL: {
    message: 'Wajah di foto wajah terlalu kecil untuk gambar ini dan akan tampak kabur.',
    fix: 'Pilih foto wajah yang lebih dekat atau lebih besar.',
  },
  FACE_SWAP_TARGET_TOO_SMALL: {
    message: 'Wajah di gambar terlalu kecil untuk diganti.',
    fix: 'Pilih gambar yang menampilkan orangnya lebih dekat.',
  },
  FACE_SWAP_TURNED_APART: {
    message: 'Kedua wajah menghadap arah berbeda, jadi tidak akan cocok.',
    fix: 'Pilih foto dengan kepala menoleh seperti di gambar.',
  },
  FACE_SWAP_TILTED_APART: {
    message: 'Satu kepala menengadah dan yang lain menunduk, jadi tidak akan cocok.',
    fix: 'Pilih foto dengan kepala setegak di gambar.',
  },
  FACE_SWAP_TURNED_AWAY: {
    message: 'Salah satu wajah menoleh terlalu jauh sehingga separuhnya tidak terlihat.',
    fix: 'Pilih foto yang keduanya menghadap kamera.',
  },
  FACE_SWAP_FACE_COVERED: {
    message: 'Rambut, tangan, atau bayangan menutupi sebagian wajah di foto wajah.',
    fix: 'Pilih foto dengan pipi dan dahi yang bebas dan terang merata.',
  },
  FACE_SWAP_TARGET_COVERED: {
    message: 'Rambut, tangan, atau bayangan menutupi sebagian wajah di gambar.',
    fix: 'Pilih gambar dengan pipi dan dahi yang bebas.',
  },
  FACE_SWAP_GLASSES: {
    message: 'Kacamata tidak bisa ikut ditukar: gagangnya akan hilang atau tertinggal.',
    fix: 'Pilih dua foto tanpa kacamata.',
  },
  FACE_SWAP_BLURRED: {
    message: 'Foto wajah kabur.',
    fix: 'Pilih foto wajah yang lebih tajam.',
  },
  FACE_SWAP_NOT_ALIKE: {
    message: 'Sudah dicoba, tetapi hasilnya kurang mirip dengan orang di foto wajah.',
    fix: 'Pilih foto wajah dari depan, dengan cahaya seperti di gambar.',
  },
};
