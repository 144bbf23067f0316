import type { WaitingJob, Words } from '@lumiku/contract';

const KINDS: Readonly<Record<string, Words>> = {
  'make-clip': { en: 'Clip', id: 'Klip' },
  'swap-face': { en: 'Face swap', id: 'Tukar wajah' },
  'render-generation': { en: 'Picture', id: 'Gambar' },
  'make-preview': { en: 'Preview', id: 'Pratinjau' },
  'make-avatar': { en: 'Avatar', id: 'Avatar' },
};

/** What a kind of work is called; its own name where there are no words for it. */
export function kindWords(kind: string): Words {
  const verb = kind.split('.').at(-1) ?? kind;
  const words = KINDS[verb];
  if (words) return words;
  const plain = verb.replaceAll('-', ' ');
  return { en: plain, id: plain };
}

/** Why it waits, as a sentence after the person's name. */
export function reasonWords({ reason, ahead, person, notBefore }: WaitingJob): Words {
  const { name } = person;
  const isNext = ahead.own + ahead.priority + ahead.others === 0;
  const others = ahead.priority + ahead.others;
  if (reason === 'retry' && notBefore !== null) {
    return {
      en: `${name}: a try failed, it is made again soon`,
      id: `${name}: satu percobaan gagal, segera diulang`,
    };
  }
  if (reason === 'interactive') {
    return {
      en: `${name} waits in front of it: it has workers of its own`,
      id: `${name} sedang menunggu di depannya: ada pekerja tersendiri`,
    };
  }
  if (reason === 'priority') {
    return isNext
      ? {
          en: `${name} paid for priority: next free place`,
          id: `${name} membayar prioritas: tempat kosong berikutnya`,
        }
      : {
          en: `${name} paid for priority; ${others} before it did too`,
          id: `${name} membayar prioritas; ${others} sebelumnya juga`,
        };
  }
  if (reason === 'aged') {
    return {
      en: `${name} has waited long, so it goes first`,
      id: `${name} sudah lama menunggu, jadi didahulukan`,
    };
  }
  if (isNext) return { en: `${name}: next free place`, id: `${name}: tempat kosong berikutnya` };
  if (ahead.own > 0) {
    return {
      en: `${name} has ${ahead.own} before it; others take their turn between`,
      id: `${name} punya ${ahead.own} sebelumnya; orang lain bergiliran di antaranya`,
    };
  }
  return {
    en: `${name} waits for a turn; ${others} of others first`,
    id: `${name} menunggu giliran; ${others} milik orang lain lebih dulu`,
  };
}
