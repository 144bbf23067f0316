import type { Words } from '@lumiku/contract';
import { AVATAR_CREATOR, type Avatar } from '../../contract.ts';

export type DownloadFormat = 'png' | 'jpeg' | 'webp';

export const DOWNLOAD_FORMATS: readonly { format: DownloadFormat; name: string; hint: Words }[] = [
  { format: 'png', name: 'PNG', hint: { en: 'as kept', id: 'apa adanya' } },
  { format: 'jpeg', name: 'JPEG', hint: { en: 'for everything', id: 'untuk semua' } },
  { format: 'webp', name: 'WebP', hint: { en: 'smallest', id: 'terkecil' } },
];

/** Where the picture is downloaded in a format, under a file name (without ending) made of the avatar's name. */
export function downloadHref(avatar: Avatar, format: DownloadFormat): string {
  const query = new URLSearchParams({ download: fileNameOf(avatar), format });
  return `${avatar.imageUrl}?${query}`;
}

/** Letters and digits of any script stay; the start of the id tells two of one name apart. */
function fileNameOf({ name, id }: Avatar): string {
  const plain = name
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 60);
  return `${plain === '' ? 'avatar' : plain}-${id.slice(0, 8)}`;
}

/** How another app names this avatar as the picture to work from. */
export function sourceRefOf({ id }: Avatar): string {
  return `${AVATAR_CREATOR}:avatars:${id}`;
}
