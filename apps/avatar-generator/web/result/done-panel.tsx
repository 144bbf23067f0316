import { engineNote } from '@lumiku/app-kit/web';
import { Button, ButtonLink, IconButton, Menu, MenuItem, Price, useWords } from '@lumiku/ui-kit';
import { Ellipsis, Info, Plus, Shuffle, Trash2 } from 'lucide-react';
import { type Generation, priceOf } from '../../contract.ts';
import { DownloadMenu } from '../generations/download-menu.tsx';
import type { Studio } from '../studio/use-studio.ts';
import { SendingFault } from './generate-foot.tsx';
import { GiveBack, VerdictOfResult } from './verdict-of-result.tsx';

/** Under the finished picture: download it, make another, or let it go. */
export function DonePanel({ studio, generation }: { studio: Studio; generation: Generation }) {
  const { t, credits, duration } = useWords();
  const seconds = secondsTaken(generation);
  return (
    <div className="grid gap-1 py-3 phone:py-2">
      <div className="grid gap-2 px-4 pb-2 empty:hidden phone:px-0">
        <VerdictOfResult generation={generation} />
      </div>
      <p className="px-4 text-13 text-ink-3 phone:px-0" role="status">
        {t(engineNote(generation.engine))}{' '}
        {seconds !== null &&
          `${t({ en: 'Ready in', id: 'Siap dalam' })} ${duration(seconds)}, ${credits(generation.creditUsed)}.`}
      </p>
      <div className="px-4 pt-2 empty:hidden phone:px-0">
        <SendingFault studio={studio} />
      </div>
      <div className="flex gap-2 px-4 py-2 phone:hidden">
        <DownloadMenu generation={generation} className="flex-1" />
        <ButtonLink href={`/generations/${generation.id}`} icon={Info}>
          {t({ en: 'Details', id: 'Rincian' })}
        </ButtonLink>
        <MoreMenu studio={studio} />
      </div>
      <div className="flex justify-between gap-1 px-2 phone:-mx-2">
        <Button
          kind="quiet"
          size="s"
          icon={Shuffle}
          isBusy={studio.making.isSending}
          onClick={() => void studio.retry()}
        >
          {t({ en: 'Another seed', id: 'Seed lain' })}
          <Price credits={priceOf(generation)} />
        </Button>
        <GiveBack generation={generation} />
        <Button kind="quiet" size="s" icon={Plus} onClick={studio.putAside}>
          {t({ en: 'New picture', id: 'Gambar baru' })}
        </Button>
      </div>
    </div>
  );
}

/** What is seldom wanted of a finished picture. */
export function MoreMenu({ studio, size = 'm' }: { studio: Studio; size?: 'm' | 'l' }) {
  const { t } = useWords();
  return (
    <Menu
      trigger={<IconButton icon={Ellipsis} size={size} label={t({ en: 'More', id: 'Lainnya' })} />}
    >
      <MenuItem icon={Trash2} isDangerous onSelect={studio.deleteGeneration}>
        {t({ en: 'Delete', id: 'Hapus' })}
      </MenuItem>
    </Menu>
  );
}

/** Seconds from the order to the picture; null while either is unknown. */
export function secondsTaken(generation: Generation): number | null {
  if (generation.completedAt === null) return null;
  const ms = Date.parse(generation.completedAt) - Date.parse(generation.createdAt);
  return Math.max(0, ms / 1000);
}
