import type { Words } from '@lumiku/contract';

/** How long a photo is kept, for the foot of one. */
export function keptInShort(days: number | null): Words {
  if (days === null) {
    return {
      en: 'Seen only by you, on this server. Deleted with the picture.',
      id: 'Hanya dilihat olehmu, di server ini. Terhapus bersama gambarnya.',
    };
  }
  return {
    en: `Seen only by you, on this server. Deleted after ${days} ${days === 1 ? 'day' : 'days'}.`,
    id: `Hanya dilihat olehmu, di server ini. Dihapus setelah ${days} hari.`,
  };
}
