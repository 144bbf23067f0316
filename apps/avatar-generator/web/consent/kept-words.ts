import type { Words } from '@lumiku/contract';

/** How long a photo is kept, in a sentence. */
export function keptWords(days: number | null): Words {
  if (days === null) {
    return {
      en: 'It is kept until you delete the pictures made from it.',
      id: 'Disimpan sampai kamu menghapus gambar yang dibuat darinya.',
    };
  }
  return {
    en: `It is deleted after ${days} ${days === 1 ? 'day' : 'days'}; the pictures stay until you delete them.`,
    id: `Dihapus setelah ${days} hari; gambarnya tetap ada sampai kamu menghapusnya.`,
  };
}

/** The same for the foot of a photo. */
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
