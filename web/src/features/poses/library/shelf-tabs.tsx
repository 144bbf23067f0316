import { asApiFault } from '@lumiku/app-kit/web';
import type { PoseCollection } from '@lumiku/contract';
import {
  POSE_SHELVES,
  type PoseShelfName,
  poseApi,
  poseKeys,
  useCollections,
} from '@lumiku/pose-finder';
import {
  Chip,
  ChipGroup,
  ConfirmDialog,
  IconButton,
  Menu,
  MenuItem,
  useToasts,
  useWords,
} from '@lumiku/ui-kit';
import { useQueryClient } from '@tanstack/react-query';
import { Bookmark, EllipsisVertical, PencilLine, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { z } from 'zod';
import { CollectionDialog } from './collection-dialog.tsx';

const COLLECTION = 'collection:';
/** A shelf as the address has it. */
export const ShelfName = z.union([
  z.enum(['all', 'favourites', 'recent', 'mine']),
  z.templateLiteral([COLLECTION, z.string()]),
]);
export type ShelfName = z.infer<typeof ShelfName>;

export function shelfOf(name: ShelfName): PoseShelfName {
  if (name === 'all' || name === 'favourites' || name === 'recent' || name === 'mine') {
    return { kind: name };
  }
  return { kind: 'collection', id: name.slice(COLLECTION.length) };
}

/** All poses, or those one put aside. */
export function ShelfTabs({
  value,
  onChange,
}: {
  /** Null while poses like another one are shown. */
  value: ShelfName | null;
  onChange: (shelf: ShelfName) => void;
}) {
  const { t } = useWords();
  const collections = useCollections();
  const open = collections.find(({ id }) => value === `${COLLECTION}${id}`);
  return (
    <div className="flex min-w-0 items-center gap-1">
      <ChipGroup label={t({ en: 'Shelves', id: 'Rak' })} isScrolling className="min-w-0">
        {POSE_SHELVES.map(({ kind, icon, words }) => (
          <Chip key={kind} icon={icon} isOn={value === kind} onClick={() => onChange(kind)}>
            {t(words)}
          </Chip>
        ))}
        {collections.map(({ id, name, poseIds }) => (
          <Chip
            key={id}
            icon={Bookmark}
            isOn={open?.id === id}
            count={poseIds.length}
            onClick={() => onChange(`${COLLECTION}${id}`)}
          >
            {name}
          </Chip>
        ))}
      </ChipGroup>
      {open && <CollectionMenu collection={open} onGone={() => onChange('all')} />}
    </div>
  );
}

function CollectionMenu({
  collection,
  onGone,
}: {
  collection: PoseCollection;
  onGone: () => void;
}) {
  const { t } = useWords();
  const toasts = useToasts();
  const client = useQueryClient();
  const [asks, setAsks] = useState<'name' | 'delete' | null>(null);
  const remove = async () => {
    try {
      await poseApi.removeCollection(collection.id);
      setAsks(null);
      onGone();
      await client.invalidateQueries({ queryKey: poseKeys.collections });
    } catch (cause) {
      const { message, fix } = asApiFault(cause);
      toasts.say({ words: message, detail: fix, tone: 'bad' });
    }
  };
  return (
    <>
      <Menu
        trigger={
          <IconButton
            kind="quiet"
            size="s"
            icon={EllipsisVertical}
            label={`${t({ en: 'Collection', id: 'Koleksi' })}: ${collection.name}`}
          />
        }
      >
        <MenuItem icon={PencilLine} onSelect={() => setAsks('name')}>
          {t({ en: 'Rename', id: 'Ganti nama' })}
        </MenuItem>
        <MenuItem icon={Trash2} isDangerous onSelect={() => setAsks('delete')}>
          {t({ en: 'Delete', id: 'Hapus' })}
        </MenuItem>
      </Menu>
      {asks === 'name' && (
        <CollectionDialog collection={collection} onClose={() => setAsks(null)} />
      )}
      <ConfirmDialog
        isOpen={asks === 'delete'}
        isDangerous
        title={t({ en: `Delete “${collection.name}”?`, id: `Hapus “${collection.name}”?` })}
        description={t({ en: 'Its poses stay in the library.', id: 'Posenya tetap di pustaka.' })}
        confirm={t({ en: 'Delete', id: 'Hapus' })}
        onConfirm={() => void remove()}
        onClose={() => setAsks(null)}
      />
    </>
  );
}
