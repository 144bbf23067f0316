import type { Words } from '@lumiku/contract';
import type { ClipMove } from '../../contract.ts';

const MOVES: Record<ClipMove, Words> = {
  turn: { en: 'Turn', id: 'Berputar' },
  wave: { en: 'Wave', id: 'Melambai' },
  walk: { en: 'Walk', id: 'Berjalan' },
  catwalk: { en: 'Catwalk', id: 'Catwalk' },
  talk: { en: 'Talk', id: 'Berbicara' },
};

export function clipMoveWords(move: ClipMove): Words {
  return MOVES[move];
}
