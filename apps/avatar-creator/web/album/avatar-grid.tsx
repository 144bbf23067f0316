import { Button, EmptyState, Link, ShowMore, useWords } from '@lumiku/ui-kit';
import { ImageUp, Sparkles, WandSparkles } from 'lucide-react';
import type { Avatar, Project } from '../../contract.ts';
import { ALBUM_GRID, AlbumsSkeleton } from '../albums/albums-screen.tsx';
import { faultWords } from '../creator/fault-words.ts';
import { useAvatars } from '../creator/use-albums.ts';
import { useDeletions } from '../creator/use-deletions.ts';

/** The avatars of an album, newest first, after the way to a new one. */
export function AvatarGrid({
  project,
  onNew,
  onUpload,
}: {
  project: Project;
  onNew: () => void;
  onUpload: () => void;
}) {
  const { t } = useWords();
  const avatars = useAvatars(project.id);
  const { isHidden } = useDeletions();
  const shown = (avatars.data?.pages.flatMap((page) => page.avatars) ?? []).filter(
    ({ id }) => !isHidden(`avatars/${id}`),
  );
  if (avatars.isPending) return <AlbumsSkeleton />;
  if (avatars.isError && shown.length === 0) {
    return (
      <p role="alert" className="text-bad-ink">
        {faultWords(avatars.error, t).title}
      </p>
    );
  }
  if (shown.length === 0) {
    return (
      <EmptyState
        icon={Sparkles}
        title={t({ en: 'Nobody is here yet', id: 'Belum ada siapa-siapa di sini' })}
        action={
          <>
            <Button kind="primary" size="l" icon={WandSparkles} onClick={onNew}>
              {t({ en: 'Describe an avatar', id: 'Ceritakan sebuah avatar' })}
            </Button>
            <Button size="l" icon={ImageUp} onClick={onUpload}>
              {t({ en: 'Upload a picture', id: 'Unggah gambar' })}
            </Button>
          </>
        }
      >
        {t({
          en: 'Previews are free; you pay only for the ones you save. You can also drop a picture here.',
          id: 'Pratinjau gratis; kamu hanya membayar yang disimpan. Gambar juga bisa ditaruh di sini.',
        })}
      </EmptyState>
    );
  }
  return (
    <>
      <ul className={ALBUM_GRID}>
        <li>
          <button
            type="button"
            onClick={onNew}
            className="grid aspect-4/5 w-full place-content-center justify-items-center gap-2 rounded-m border-[1.5px] border-dashed border-line-field text-14 font-semibold text-accent-ink hover:bg-hover focus-visible:rounded-m"
          >
            <WandSparkles aria-hidden className="size-6" strokeWidth={1.75} />
            {t({ en: 'New avatar', id: 'Avatar baru' })}
          </button>
        </li>
        {shown.map((avatar) => (
          <AvatarTile key={avatar.id} avatar={avatar} />
        ))}
      </ul>
      <ShowMore pages={avatars} place="under" />
    </>
  );
}

function AvatarTile({ avatar }: { avatar: Avatar }) {
  const { day, exact } = useWords();
  return (
    <li className="min-w-0">
      <Link href={`/create/avatars/${avatar.id}`} className="group block text-ink no-underline">
        <span className="block aspect-4/5 overflow-hidden rounded-m bg-sunken">
          <img
            src={avatar.thumbnailUrl}
            alt=""
            loading="lazy"
            decoding="async"
            className="size-full object-cover object-[50%_15%] transition-[filter] quick group-hover:brightness-98"
          />
        </span>
        <span className="mt-2 flex items-baseline justify-between gap-2 text-14 font-medium">
          <span className="truncate">{avatar.name}</span>
          <time
            dateTime={avatar.createdAt}
            title={exact(avatar.createdAt)}
            className="num shrink-0 text-13 font-normal text-ink-3 phone:hidden"
          >
            {day(avatar.createdAt)}
          </time>
        </span>
      </Link>
    </li>
  );
}
