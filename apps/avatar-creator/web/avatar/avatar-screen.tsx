import { ApiFault } from '@lumiku/app-kit/web';
import { Card, Dock, GoneState, ReadFault, Skeleton, usePageTitle, useWords } from '@lumiku/ui-kit';
import { useParams } from '@tanstack/react-router';
import { ImageOff } from 'lucide-react';
import type { Avatar } from '../../contract.ts';
import { faultWords } from '../creator/fault-words.ts';
import { useAvatar } from '../creator/use-albums.ts';
import { useDeletions } from '../creator/use-deletions.ts';
import { AvatarActions, UseInGenerator } from './avatar-actions.tsx';
import { AvatarFacts } from './avatar-facts.tsx';
import { UsageHistory } from './usage-history.tsx';

/** One avatar: the picture, what it was made from, where it was used. */
export function AvatarScreen() {
  const { t } = useWords();
  const { id = '' } = useParams({ strict: false });
  const query = useAvatar(id);
  const { isHidden } = useDeletions();
  const isGone = query.error instanceof ApiFault && [400, 404].includes(query.error.status);

  if (isGone || isHidden(`avatars/${id}`)) return <Gone />;
  if (query.isError && query.data === undefined) {
    const said = faultWords(query.error, t);
    return <ReadFault fault={said} onRetry={query.refetch} />;
  }
  if (query.data === undefined) {
    return (
      <div className="px-6 phone:px-4">
        <span role="status" className="sr-only">
          {t({ en: 'Loading', id: 'Memuat' })}
        </span>
        <Skeleton className="h-[70dvh] rounded-l" />
      </div>
    );
  }
  return <Shown avatar={query.data} />;
}

function Shown({ avatar }: { avatar: Avatar }) {
  usePageTitle(avatar.name);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(320px,400px)] items-start gap-6 px-6 pb-6 phone:block phone:px-4 phone:pb-32">
      <Card className="h-[calc(100dvh-var(--top)-24px)] min-h-100 overflow-hidden bg-studio! phone:aspect-3/4 phone:h-auto phone:min-h-0">
        <img
          src={avatar.imageUrl}
          alt={avatar.generationPrompt ?? avatar.name}
          width={avatar.widthPx}
          height={avatar.heightPx}
          className="size-full object-contain"
        />
      </Card>
      <div className="grid gap-4 phone:mt-4">
        <AvatarActions avatar={avatar} />
        <AvatarFacts avatar={avatar} />
        <UsageHistory avatarId={avatar.id} />
      </div>
      <Dock>
        <UseInGenerator avatar={avatar} />
      </Dock>
    </div>
  );
}

function Gone() {
  const { t } = useWords();
  return (
    <GoneState
      icon={ImageOff}
      title={t({ en: 'This avatar does not exist', id: 'Avatar ini tidak ada' })}
      back={{ href: '/create', label: t({ en: 'To the albums', id: 'Ke daftar album' }) }}
    />
  );
}
