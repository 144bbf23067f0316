import type { Words } from '@lumiku/contract';
import { Button, ButtonLink, EmptyState, useWords } from '@lumiku/ui-kit';
import { Bookmark, Heart, History, type LucideIcon, SearchX, UserRound } from 'lucide-react';
import type { PoseShelfName } from './pose-filter.ts';

interface Emptiness {
  icon: LucideIcon;
  title: Words;
  text: Words;
}

const SHELVES: Record<Exclude<PoseShelfName['kind'], 'all'>, Emptiness> = {
  favourites: {
    icon: Heart,
    title: { en: 'No favourites yet', id: 'Belum ada favorit' },
    text: {
      en: 'Press the heart on a pose and it is kept here.',
      id: 'Tekan hati pada sebuah pose dan ia tersimpan di sini.',
    },
  },
  recent: {
    icon: History,
    title: { en: 'No pose used yet', id: 'Belum ada pose yang dipakai' },
    text: {
      en: 'Poses you made pictures with come here, the last one first.',
      id: 'Pose yang kamu pakai untuk gambar muncul di sini, yang terakhir di depan.',
    },
  },
  mine: {
    icon: UserRound,
    title: { en: 'No poses of your own yet', id: 'Belum ada pose milikmu' },
    text: {
      en: 'Edit any pose, take one from a photo, or draw one; only you see them.',
      id: 'Sunting pose mana pun, ambil dari foto, atau gambar sendiri; hanya kamu yang melihatnya.',
    },
  },
  collection: {
    icon: Bookmark,
    title: { en: 'This collection is empty', id: 'Koleksi ini kosong' },
    text: {
      en: 'Open a pose and put it in here.',
      id: 'Buka sebuah pose lalu masukkan ke sini.',
    },
  },
};

/** An empty shelf says how it is filled; an empty search, how to find more. */
export function NothingOnShelf({
  shelf,
  isFiltered,
  onShowAll,
}: {
  shelf: PoseShelfName['kind'];
  isFiltered: boolean;
  onShowAll: () => void;
}) {
  const { t } = useWords();
  const all = (
    <Button onClick={onShowAll}>{t({ en: 'Show all poses', id: 'Tampilkan semua pose' })}</Button>
  );
  if (isFiltered || shelf === 'all') {
    return (
      <EmptyState
        icon={SearchX}
        title={t({ en: 'No pose fits', id: 'Tidak ada pose yang cocok' })}
        action={all}
      >
        {t({ en: 'Try fewer words or filters.', id: 'Coba lebih sedikit kata atau saringan.' })}
      </EmptyState>
    );
  }
  const { icon, title, text } = SHELVES[shelf];
  return (
    <EmptyState
      icon={icon}
      title={t(title)}
      action={
        shelf === 'mine' ? (
          <ButtonLink kind="primary" href="/poses/new">
            {t({ en: 'New pose', id: 'Pose baru' })}
          </ButtonLink>
        ) : (
          all
        )
      }
    >
      {t(text)}
    </EmptyState>
  );
}
