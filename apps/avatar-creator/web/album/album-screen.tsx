import { ApiFault } from '@lumiku/app-kit/web';
import { GoneState, ReadFault, usePageTitle, useWords } from '@lumiku/ui-kit';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { FolderX } from 'lucide-react';
import { z } from 'zod';
import { AlbumsSkeleton } from '../albums/albums-screen.tsx';
import { faultWords } from '../creator/fault-words.ts';
import { useAlbum } from '../creator/use-albums.ts';
import { useDeletions } from '../creator/use-deletions.ts';
import { NewAvatarDialog } from '../new-avatar/new-avatar-dialog.tsx';
import { AlbumBar } from './album-bar.tsx';
import { AvatarGrid } from './avatar-grid.tsx';
import { KeptPreviews } from './kept-previews.tsx';
import { UploadArea } from './upload-area.tsx';

/** `?new=words` opens the dialog at its first phase, `?new=look` at the previews that are still there. */
const AlbumSearch = z.object({ new: z.enum(['words', 'look']).optional().catch(undefined) });

/** One album: its avatars, and the ways to more of them. */
export function AlbumScreen() {
  const { t } = useWords();
  const { projectId = '' } = useParams({ strict: false });
  const search = AlbumSearch.parse(useSearch({ strict: false }));
  const navigate = useNavigate();
  const album = useAlbum(projectId);
  const { isHidden, asShown } = useDeletions();
  usePageTitle(album.data?.name);

  const open = (phase: 'words' | 'look' | undefined) =>
    void navigate({
      to: '/create/$projectId',
      params: { projectId },
      search: phase === undefined ? {} : { new: phase },
      replace: phase === undefined,
      resetScroll: false,
    });

  const isGone = album.error instanceof ApiFault && [400, 404].includes(album.error.status);
  if (isGone || isHidden(`projects/${projectId}`)) return <Gone />;
  if (album.isError && album.data === undefined) {
    const said = faultWords(album.error, t);
    return <ReadFault fault={said} onRetry={album.refetch} />;
  }
  if (album.data === undefined) return <AlbumsSkeleton />;
  return (
    <UploadArea projectId={projectId} isOff={search.new !== undefined}>
      {(pickFile) => (
        <>
          <AlbumBar project={asShown(album.data)} onNew={() => open('words')} onUpload={pickFile} />
          <KeptPreviews projectId={projectId} onLook={() => open('look')} />
          <AvatarGrid project={album.data} onNew={() => open('words')} onUpload={pickFile} />
          {search.new !== undefined && (
            <NewAvatarDialog
              projectId={projectId}
              beginWith={search.new}
              onClose={() => open(undefined)}
            />
          )}
        </>
      )}
    </UploadArea>
  );
}

function Gone() {
  const { t } = useWords();
  return (
    <GoneState
      icon={FolderX}
      title={t({ en: 'This album does not exist', id: 'Album ini tidak ada' })}
      back={{ href: '/create', label: t({ en: 'To the albums', id: 'Ke daftar album' }) }}
    />
  );
}
