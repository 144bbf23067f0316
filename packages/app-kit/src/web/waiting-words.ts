import type { QueueAhead, Words } from '@lumiku/contract';

/** Where waiting work stands in line and why. @param position 1 = next. */
export function waitingWords(position: number, ahead: QueueAhead | null): Words {
  if (position <= 1) return { en: 'You are next.', id: 'Giliranmu berikutnya.' };
  const before = { en: `${position - 1} before you`, id: `${position - 1} sebelum kamu` };
  const parts = ahead === null ? [] : partsOf(ahead);
  if (parts.length === 0) return { en: `${before.en}.`, id: `${before.id}.` };
  const list = (language: 'en' | 'id') => parts.map((part) => part[language]).join(', ');
  return { en: `${before.en}: ${list('en')}.`, id: `${before.id}: ${list('id')}.` };
}

function partsOf({ own, priority, others }: QueueAhead): Words[] {
  return [
    ...(own > 0 ? [{ en: `${own} of your own`, id: `${own} milikmu sendiri` }] : []),
    ...(priority > 0
      ? [{ en: `${priority} with priority`, id: `${priority} dengan prioritas` }]
      : []),
    ...(others > 0
      ? [{ en: `${others} whose turn comes first`, id: `${others} yang gilirannya lebih dulu` }]
      : []),
  ];
}
