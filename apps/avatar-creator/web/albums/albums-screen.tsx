import { Button, EmptyState, ReadFault, ShowMore, Skeleton, useWords } from '@lumiku/ui-kit';
import { useNavigate } from '@tanstack/react-router';
import { FolderPlus, Images, Plus } from 'lucide-react';
import { useState } from 'react';
import { faultWords } from '../creator/fault-words.ts';
import { useAlbums } from '../creator/use-albums.ts';
import { useDeletions } from '../creator/use-deletions.ts';
import { AlbumDialog } from './album-dialog.tsx';
import { AlbumTile } from './album-tile.tsx';

export const ALBUM_GRID =
  'grid grid-cols-[repeat(auto-fill,minmax(220px,1fr))] gap-x-4 gap-y-5 phone:grid-cols-2 phone:gap-x-2 phone:gap-y-4';

/** Projects as albums: what is in each, and a way to a new one. */
export function AlbumsScreen() {
  const { t } = useWords();
  const navigate = useNavigate();
  const [isCreating, setCreating] = useState(false);
  const albums = useAlbums();
  const { isHidden, asShown } = useDeletions();
  const shown = (albums.data?.pages.flatMap((page) => page.projects) ?? []).filter(
    ({ id }) => !isHidden(`projects/${id}`),
  );
  const newAlbum = t({ en: 'New album', id: 'Album baru' });

  return (
    <>
      <div className="mb-5 flex min-h-(--control) items-center gap-3">
        <p className="min-w-0 flex-1 text-ink-2">
          {t({
            en: 'Describe someone, look at previews for free, keep the ones you like.',
            id: 'Ceritakan seseorang, lihat pratinjau gratis, simpan yang kamu suka.',
          })}
        </p>
        {shown.length > 0 && (
          <Button kind="primary" icon={Plus} onClick={() => setCreating(true)}>
            {newAlbum}
          </Button>
        )}
      </div>
      {albums.isPending && <AlbumsSkeleton />}
      {albums.isError && shown.length === 0 && (
        <ReadFault fault={faultWords(albums.error, t)} onRetry={albums.refetch} />
      )}
      {albums.isSuccess && shown.length === 0 && (
        <EmptyState
          icon={Images}
          title={t({ en: 'Begin with an album', id: 'Mulai dengan sebuah album' })}
          action={
            <Button kind="primary" size="l" icon={FolderPlus} onClick={() => setCreating(true)}>
              {newAlbum}
            </Button>
          }
        >
          {t({
            en: 'An album keeps the avatars of one catalogue, campaign or client together.',
            id: 'Album menyimpan avatar untuk satu katalog, kampanye, atau klien.',
          })}
        </EmptyState>
      )}
      <ul className={ALBUM_GRID}>
        {shown.map((project) => (
          <AlbumTile key={project.id} project={asShown(project)} />
        ))}
      </ul>
      <ShowMore pages={albums} place="under" />
      {isCreating && (
        <AlbumDialog
          onClose={() => setCreating(false)}
          onDone={(project) =>
            void navigate({ to: '/create/$projectId', params: { projectId: project.id } })
          }
        />
      )}
    </>
  );
}

export function AlbumsSkeleton() {
  const { t } = useWords();
  return (
    <div className={ALBUM_GRID}>
      <span role="status" className="sr-only">
        {t({ en: 'Loading', id: 'Memuat' })}
      </span>
      {['a', 'b', 'c', 'd'].map((key) => (
        <Skeleton key={key} className="aspect-4/5 rounded-m" />
      ))}
    </div>
  );
}
