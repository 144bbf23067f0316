import { asApiFault } from '@lumiku/app-kit/web';
import type { ShareLink } from '@lumiku/contract';
import {
  Button,
  Dialog,
  Field,
  SegmentedControl,
  TimeText,
  useWords,
  Verdict,
} from '@lumiku/ui-kit';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Check, Copy, Link2Off, Share2 } from 'lucide-react';
import { useState } from 'react';
import type { Generation } from '../../contract.ts';
import { makeShare, shareQuery, takeBackShare } from './share-queries.ts';

const LIVES = { '1': 1, '7': 7, '30': 30, never: null } as const;
type Life = keyof typeof LIVES;

/** The public link of a picture: make it, copy it, see how often it was opened, take it back. */
export function ShareDialog({
  generation,
  onClose,
}: {
  generation: Generation;
  onClose: () => void;
}) {
  const { t } = useWords();
  const isClip = generation.kind === 'clip';
  const client = useQueryClient();
  const query = useQuery(shareQuery(generation.id));
  const note = (link: ShareLink | null) =>
    client.setQueryData(shareQuery(generation.id).queryKey, link);
  const [life, setLife] = useState<Life>('7');
  const make = useMutation({
    mutationFn: () => makeShare(generation.id, LIVES[life]),
    onSuccess: note,
  });
  const takeBack = useMutation({
    mutationFn: () => takeBackShare(generation.id),
    onSuccess: () => note(null),
  });
  const link = query.data ?? null;
  const error = make.error ?? takeBack.error ?? query.error;
  const fault = error === null ? null : asApiFault(error);

  return (
    <Dialog
      isOpen
      isSmall
      onClose={onClose}
      title={
        isClip
          ? t({ en: 'Share this clip', id: 'Bagikan klip ini' })
          : t({ en: 'Share this picture', id: 'Bagikan gambar ini' })
      }
      description={t({
        en: `Anybody who has the link sees this one ${isClip ? 'clip' : 'picture'}, without an account. Your photo is never shown.`,
        id: `Siapa pun yang punya tautan melihat ${isClip ? 'klip' : 'gambar'} ini saja, tanpa akun. Fotomu tidak pernah diperlihatkan.`,
      })}
      footer={
        link === null ? (
          <Button
            key="make"
            kind="primary"
            icon={Share2}
            isBusy={make.isPending || query.isPending}
            onClick={() => make.mutate()}
          >
            {t({ en: 'Make the link', id: 'Buat tautan' })}
          </Button>
        ) : (
          <>
            <Button
              key="take-back"
              kind="quiet"
              icon={Link2Off}
              className="text-bad-ink!"
              isBusy={takeBack.isPending}
              onClick={() => takeBack.mutate()}
            >
              {t({ en: 'Take it back', id: 'Tarik kembali' })}
            </Button>
            <CopyButton link={link} />
          </>
        )
      }
    >
      {link === null ? <LifeChoice life={life} onChange={setLife} /> : <LinkShown link={link} />}
      {fault && (
        <Verdict kind="wrong" title={fault.message}>
          {fault.fix}
        </Verdict>
      )}
    </Dialog>
  );
}

function LifeChoice({ life, onChange }: { life: Life; onChange: (life: Life) => void }) {
  const { t } = useWords();
  const label = t({ en: 'The link works for', id: 'Tautan berlaku selama' });
  return (
    <div className="grid gap-1.5">
      <span className="text-13 font-medium">{label}</span>
      <SegmentedControl<Life>
        isWide
        label={label}
        segments={[
          { value: '1', label: t({ en: 'A day', id: 'Sehari' }) },
          { value: '7', label: t({ en: 'A week', id: 'Seminggu' }) },
          { value: '30', label: t({ en: '30 days', id: '30 hari' }) },
          { value: 'never', label: t({ en: 'No end', id: 'Tanpa batas' }) },
        ]}
        value={life}
        onChange={onChange}
      />
    </div>
  );
}

function LinkShown({ link }: { link: ShareLink }) {
  const { t, number } = useWords();
  return (
    <div className="grid gap-2">
      <Field
        label={t({ en: 'Link', id: 'Tautan' })}
        readOnly
        value={addressOf(link)}
        className="text-14!"
        onFocus={(event) => event.target.select()}
      />
      <p className="num text-13 text-ink-2">
        {link.views === 0
          ? t({ en: 'Not opened yet.', id: 'Belum dibuka.' })
          : t({
              en: `Opened ${number(link.views)} ${link.views === 1 ? 'time' : 'times'}.`,
              id: `Dibuka ${number(link.views)} kali.`,
            })}{' '}
        {link.expiresAt === null ? (
          t({ en: 'Works until you take it back.', id: 'Berlaku sampai kamu menariknya.' })
        ) : (
          <>
            {t({ en: 'Ends', id: 'Berakhir' })} <TimeText time={link.expiresAt} />.
          </>
        )}
      </p>
    </div>
  );
}

/** On a phone the share sheet of the phone itself; else the clipboard, where the page may reach it. */
function CopyButton({ link }: { link: ShareLink }) {
  const { t } = useWords();
  const [isCopied, setCopied] = useState(false);
  const url = addressOf(link);
  const canSend = typeof navigator.share === 'function' && matchMedia('(pointer: coarse)').matches;
  if (canSend) {
    return (
      <Button
        kind="primary"
        icon={Share2}
        // Closing the sheet without sending is no fault.
        onClick={() => void navigator.share({ url, title: t(link.title) }).catch(() => undefined)}
      >
        {t({ en: 'Send', id: 'Kirim' })}
      </Button>
    );
  }
  return (
    <Button
      kind="primary"
      icon={isCopied ? Check : Copy}
      onClick={() => void navigator.clipboard?.writeText(url).then(() => setCopied(true))}
    >
      {isCopied ? t({ en: 'Copied', id: 'Tersalin' }) : t({ en: 'Copy link', id: 'Salin tautan' })}
    </Button>
  );
}

function addressOf(link: ShareLink): string {
  return `${location.origin}${link.path}`;
}
