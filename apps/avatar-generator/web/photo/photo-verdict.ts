import type { PhotoProblem, PhotoReport, Words } from '@lumiku/contract';

export interface PhotoVerdict {
  tone: 'good' | 'doubtful' | 'wrong';
  title: Words;
  /** What to do about it, or what is good about it. */
  text: Words;
}

/** The server says problems in English; a person reading Indonesian gets the same sentence here. */
const PROBLEM_WORDS: Record<PhotoProblem['code'], { title: Words; fix: Words }> = {
  no_face: {
    title: { en: 'No face found', id: 'Wajah tidak ditemukan' },
    fix: {
      en: 'Use a photo in which the face is seen from the front.',
      id: 'Pakai foto dengan wajah terlihat dari depan.',
    },
  },
  several_people: {
    title: { en: 'More than one person', id: 'Lebih dari satu orang' },
    fix: {
      en: 'Crop the photo so that one person is left.',
      id: 'Potong foto hingga tersisa satu orang.',
    },
  },
  face_too_small: {
    title: { en: 'The face is small', id: 'Wajahnya kecil' },
    fix: {
      en: 'Crop closer, or take the photo from nearer.',
      id: 'Potong lebih dekat, atau foto dari jarak lebih dekat.',
    },
  },
  face_cut_off: {
    title: { en: 'The face is cut off', id: 'Wajahnya terpotong' },
    fix: {
      en: 'Choose a photo with the whole face and some room around it.',
      id: 'Pilih foto dengan wajah utuh dan ruang di sekitarnya.',
    },
  },
  too_dark: {
    title: { en: 'Too dark', id: 'Terlalu gelap' },
    fix: {
      en: 'Turn towards a window, or brighten the photo.',
      id: 'Menghadaplah ke jendela, atau cerahkan fotonya.',
    },
  },
  too_bright: {
    title: { en: 'Too bright', id: 'Terlalu terang' },
    fix: {
      en: 'Step out of hard light, or darken the photo.',
      id: 'Hindari cahaya keras, atau gelapkan fotonya.',
    },
  },
  blurred: {
    title: { en: 'Not sharp', id: 'Kurang tajam' },
    fix: {
      en: 'Hold still, or use a sharper photo.',
      id: 'Diam sejenak, atau pakai foto lebih tajam.',
    },
  },
  turned_away: {
    title: { en: 'Turned away', id: 'Menoleh' },
    fix: { en: 'Look towards the camera.', id: 'Lihatlah ke arah kamera.' },
  },
};

/** What to say about a photo: the worst problem decides, and says how to mend it. */
export function photoVerdict(report: PhotoReport): PhotoVerdict {
  const worst =
    report.problems.find((problem) => problem.severity === 'stop') ?? report.problems[0];
  if (worst !== undefined) {
    const words = PROBLEM_WORDS[worst.code];
    const tone = report.usable && worst.severity === 'warn' ? 'doubtful' : 'wrong';
    return { tone, title: words.title, text: words.fix };
  }
  if (!report.usable) {
    return {
      tone: 'wrong',
      title: { en: 'This photo cannot be used', id: 'Foto ini tidak bisa dipakai' },
      text: PROBLEM_WORDS.no_face.fix,
    };
  }
  const isLit = report.certainty.skinColour !== undefined;
  const px = Math.round(report.faces[0]?.heightPx ?? 0);
  return {
    tone: 'good',
    title: isLit
      ? { en: 'One face, well lit', id: 'Satu wajah, cahaya baik' }
      : { en: 'One face', id: 'Satu wajah' },
    text: {
      en: `Sharp, the face is ${px} px high`,
      id: `Tajam, tinggi wajah ${px} px`,
    },
  };
}
