import type { Words } from '@lumiku/contract';
import { IconButton, Menu, MenuItem, MenuLabel, useWords } from '@lumiku/ui-kit';
import { Bookmark, Heart, History, LayoutGrid, type LucideIcon, UserRound } from 'lucide-react';
import type { PoseShelfName } from './pose-filter.ts';
import { useCollections } from './use-collections.ts';

type Fixed = Exclude<PoseShelfName['kind'], 'collection'>;

export const POSE_SHELVES: readonly { kind: Fixed; icon: LucideIcon; words: Words }[] = [
  { kind: 'all', icon: LayoutGrid, words: { en: 'Library', id: 'Pustaka' } },
  { kind: 'favourites', icon: Heart, words: { en: 'Favourites', id: 'Favorit' } },
  { kind: 'recent', icon: History, words: { en: 'Recent', id: 'Terakhir' } },
  { kind: 'mine', icon: UserRound, words: { en: 'Your own', id: 'Milikmu' } },
];

/** What a shelf is called; a collection by its own name. */
export function useShelfName(shelf: PoseShelfName): string {
  const { t } = useWords();
  const collections = useCollections();
  if (shelf.kind === 'collection')
    return collections.find(({ id }) => id === shelf.id)?.name ?? '…';
  return t(POSE_SHELVES.find(({ kind }) => kind === shelf.kind)?.words ?? { en: '', id: '' });
}

/** Which poses are looked through, behind one button, where there is no room for tabs. */
export function ShelfMenu({
  shelf,
  onChange,
}: {
  /** Null while poses like another one are shown. */
  shelf: PoseShelfName | null;
  onChange: (shelf: PoseShelfName) => void;
}) {
  const { t } = useWords();
  const collections = useCollections();
  const now = shelf?.kind ?? 'all';
  const label = t({ en: 'Shelf', id: 'Rak' });
  const name = useShelfName(shelf ?? { kind: 'all' });
  return (
    <Menu
      trigger={
        <IconButton
          icon={POSE_SHELVES.find(({ kind }) => kind === now)?.icon ?? Bookmark}
          label={`${label}: ${name}`}
          isPressed={now !== 'all'}
        />
      }
    >
      {POSE_SHELVES.map(({ kind, icon, words }) => (
        <MenuItem
          key={kind}
          icon={icon}
          isOn={shelf?.kind === kind}
          onSelect={() => onChange({ kind })}
        >
          {t(words)}
        </MenuItem>
      ))}
      {collections.length > 0 && <MenuLabel>{t({ en: 'Collections', id: 'Koleksi' })}</MenuLabel>}
      {collections.map((one) => (
        <MenuItem
          key={one.id}
          icon={Bookmark}
          isOn={shelf?.kind === 'collection' && shelf.id === one.id}
          onSelect={() => onChange({ kind: 'collection', id: one.id })}
        >
          {one.name}
        </MenuItem>
      ))}
    </Menu>
  );
}
