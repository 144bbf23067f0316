import type { LedgerEntry, Words } from '@lumiku/contract';
import { screensOf } from '../../app-list.ts';

/** What a line or a hold is for, and where to look at it. References are `<app>:<thing>:<id>`. */
export function referenceWords(reference: string): { words: Words; href?: string } | null {
  const [appId = '', thing = '', ...rest] = reference.split(':');
  return screensOf(appId)?.referenceOf?.(thing, rest.join(':')) ?? null;
}

export const KIND_WORDS: Record<LedgerEntry['kind'], Words> = {
  welcome: { en: 'Welcome', id: 'Selamat datang' },
  grant: { en: 'Grant', id: 'Pemberian' },
  purchase: { en: 'Bought', id: 'Dibeli' },
  capture: { en: 'Paid', id: 'Dibayar' },
  refund: { en: 'Refund', id: 'Dikembalikan' },
};

const FOR_WORDS: Record<LedgerEntry['kind'], Words> = {
  welcome: { en: 'Welcome', id: 'Selamat datang' },
  grant: { en: 'Given by an admin', id: 'Diberikan oleh admin' },
  purchase: { en: 'Credits', id: 'Kredit' },
  capture: { en: 'Work delivered', id: 'Pekerjaan selesai' },
  refund: { en: 'Given back', id: 'Dikembalikan' },
};

/** The two lines of an entry: what it was for, and the note that came with it. */
export function entryWords(entry: LedgerEntry): { title: Words; href?: string } {
  const known = referenceWords(entry.reference);
  return known
    ? { title: known.words, ...(known.href ? { href: known.href } : {}) }
    : { title: FOR_WORDS[entry.kind] };
}
