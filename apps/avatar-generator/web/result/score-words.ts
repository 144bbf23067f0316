import type { Words } from '@lumiku/contract';

interface Measured {
  match: number;
  passes: boolean;
}

/** How well the pose was met, in a word. */
export function poseWord({ match, passes }: Measured): Words {
  if (!passes) return { en: 'Off', id: 'Meleset' };
  if (match >= 0.92) return { en: 'Excellent', id: 'Sangat baik' };
  return match >= 0.84 ? { en: 'Good', id: 'Baik' } : { en: 'Fair', id: 'Cukup' };
}

/** How much it looks like the person of the photo, in a word. */
export function likenessWord({ match, passes }: Measured): Words {
  if (!passes) return { en: 'Weak', id: 'Lemah' };
  return match >= 0.75 ? { en: 'Strong', id: 'Kuat' } : { en: 'Fair', id: 'Cukup' };
}

const SIDES: Readonly<Record<string, Words>> = {
  left: { en: 'left', id: 'kiri' },
  right: { en: 'right', id: 'kanan' },
};
const PARTS: Readonly<Record<string, Words>> = {
  'upper arm': { en: 'upper arm', id: 'lengan atas' },
  forearm: { en: 'forearm', id: 'lengan bawah' },
  thigh: { en: 'thigh', id: 'paha' },
  shin: { en: 'shin', id: 'betis' },
};

/** `left forearm` as both languages say it; what is not known stays as it is. */
export function limbWords(limb: string): Words {
  const [side = '', ...rest] = limb.split(' ');
  const known = SIDES[side];
  const part = PARTS[rest.join(' ')];
  if (known === undefined || part === undefined) return { en: limb, id: limb };
  return { en: `${known.en} ${part.en}`, id: `${part.id} ${known.id}` };
}
