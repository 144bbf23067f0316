import { asApiFault } from '@lumiku/app-kit/web';
import type { ShareLink } from '@lumiku/contract';
import {
  Card,
  ConfirmDialog,
  CopyButton,
  EmptyState,
  IconButton,
  ReadFault,
  Skeleton,
  TimeText,
  useToasts,
  useWords,
} from '@lumiku/ui-kit';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link2, Link2Off } from 'lucide-react';
import { useState } from 'react';
import { shares, sharesQuery } from './share-queries.ts';

/** Every link of the person's that works, with a way to take it back. */
export function SharesScreen() {
  const { t } = useWords();
  const { data: links, error, isPending, refetch } = useQuery(sharesQuery);
  const [leaving, setLeaving] = useState<ShareLink | null>(null);
  return (
    <div className="grid gap-6 phone:gap-4">
      <p className="max-w-[68ch] text-ink-2">
        {t({
          en: 'Whoever has one of these links sees its picture, without an account. A link you take back stops working at once.',
          id: 'Siapa pun yang punya tautan ini melihat gambarnya, tanpa akun. Tautan yang kamu tarik langsung tidak berlaku.',
        })}
      </p>
      {isPending ? (
        <Skeleton className="h-40 rounded-l" />
      ) : error ? (
        <ReadFault fault={asApiFault(error)} onRetry={refetch} />
      ) : links.length === 0 ? (
        <Card>
          <EmptyState
            icon={Link2}
            title={t({ en: 'No shared links', id: 'Tidak ada tautan bersama' })}
          >
            {t({
              en: 'Open a finished picture and press Share.',
              id: 'Buka gambar yang sudah selesai dan tekan Bagikan.',
            })}
          </EmptyState>
        </Card>
      ) : (
        <Card>
          <ul aria-label={t({ en: 'Shared links', id: 'Tautan bersama' })}>
            {links.map((link) => (
              <LinkLine key={link.id} link={link} onTakeBack={() => setLeaving(link)} />
            ))}
          </ul>
        </Card>
      )}
      {leaving && <TakeBackDialog link={leaving} onClose={() => setLeaving(null)} />}
    </div>
  );
}

function LinkLine({ link, onTakeBack }: { link: ShareLink; onTakeBack: () => void }) {
  const { t, number } = useWords();
  const title = t(link.title);
  return (
    <li className="flex items-center gap-4 border-b border-line px-6 py-3.5 last:border-0 phone:flex-wrap phone:gap-x-3 phone:px-4">
      <a
        href={link.path}
        target="_blank"
        rel="noreferrer"
        aria-label={`${t({ en: 'Open', id: 'Buka' })}: ${title}`}
        className="size-14 shrink-0 overflow-hidden rounded-s bg-sunken"
      >
        <img
          src={`${link.path}/picture.jpg`}
          alt=""
          loading="lazy"
          className="size-full object-cover object-top"
        />
      </a>
      <span className="min-w-0 flex-1 phone:basis-3/5">
        <span className="block truncate text-15 font-medium">{title}</span>
        <span className="block text-13 text-ink-2">
          {t({
            en: `${number(link.views)} ${link.views === 1 ? 'view' : 'views'}`,
            id: `Dilihat ${number(link.views)} kali`,
          })}
          {link.lastViewedAt && (
            <>
              {', '}
              {t({ en: 'last', id: 'terakhir' })} <TimeText time={link.lastViewedAt} style="ago" />
            </>
          )}
        </span>
        <span className="block text-13 text-ink-3">
          {link.expiresAt ? (
            <>
              {t({ en: 'Ends', id: 'Berakhir' })} <TimeText time={link.expiresAt} style="ago" />
            </>
          ) : (
            t({ en: 'No end', id: 'Tanpa akhir' })
          )}
        </span>
      </span>
      <span className="flex items-center gap-1 phone:ml-auto">
        <CopyButton
          size="s"
          text={new URL(link.path, window.location.origin).href}
          label={`${t({ en: 'Copy link', id: 'Salin tautan' })}: ${title}`}
        />
        <IconButton
          kind="quiet"
          size="s"
          icon={Link2Off}
          label={`${t({ en: 'Take back', id: 'Tarik' })}: ${title}`}
          onClick={onTakeBack}
        />
      </span>
    </li>
  );
}

function TakeBackDialog({ link, onClose }: { link: ShareLink; onClose: () => void }) {
  const { t } = useWords();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const takeBack = useMutation({
    mutationFn: () => shares.takeBack(link.id),
    onSuccess: async () => {
      await queryClient.invalidateQueries(sharesQuery);
      onClose();
    },
    onError: (thrown) => {
      const fault = asApiFault(thrown);
      toasts.say({ words: fault.message, detail: fault.fix, tone: 'bad' });
    },
  });
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      isBusy={takeBack.isPending}
      title={t({ en: `Take back “${link.title.en}”?`, id: `Tarik “${link.title.id}”?` })}
      description={t({
        en: 'Whoever has the link sees nothing from now on. A new link gets another address.',
        id: 'Pemilik tautan tidak melihat apa pun mulai sekarang. Tautan baru mendapat alamat lain.',
      })}
      confirm={t({ en: 'Take back', id: 'Tarik' })}
      onConfirm={() => takeBack.mutate()}
      onClose={onClose}
    />
  );
}
