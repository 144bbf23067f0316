import { asApiFault } from '@lumiku/app-kit/web';
import { type Consent, keptWords } from '@lumiku/contract';
import { Button, Dialog, TimeText, useToasts, useWords } from '@lumiku/ui-kit';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { keptInShort } from './kept-words.ts';
import { useConsent } from './use-consent.ts';

/**
 * Under a photo: who sees it and how long it is kept; behind it, what was agreed to and how to take it back.
 * @param onWithdrawn for what the screen itself still holds of a photo
 */
export function PhotoPromise({ onWithdrawn }: { onWithdrawn?: () => void }) {
  const { t } = useWords();
  const { consent } = useConsent();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="mt-4 flex items-start gap-1.5 text-13 text-ink-3 tablet:hidden">
      <ShieldCheck aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={1.75} />
      <p>
        {t(keptInShort(consent?.photoKeptDays ?? null))}{' '}
        <button
          type="button"
          onClick={() => setOpen(true)}
          className="cursor-pointer font-medium text-accent-ink underline-offset-2 hover:underline touch:-my-3 touch:py-3"
        >
          {t({ en: 'Your photos', id: 'Fotomu' })}
        </button>
      </p>
      {isOpen && (
        <PhotosDialog
          onClose={() => setOpen(false)}
          {...(onWithdrawn === undefined ? {} : { onWithdrawn })}
        />
      )}
    </div>
  );
}

/** How many photos are here and until when, what was agreed to, and the way to take it back. */
export function PhotosDialog({
  onClose,
  onWithdrawn,
}: {
  onClose: () => void;
  onWithdrawn?: () => void;
}) {
  const { t } = useWords();
  const toasts = useToasts();
  const { consent, withdraw } = useConsent();
  const [isBusy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      await withdraw();
      onWithdrawn?.();
      onClose();
      toasts.say({
        words: t({
          en: 'Taken back. Your photos are removed from this server.',
          id: 'Ditarik. Fotomu dihapus dari server ini.',
        }),
      });
    } catch (thrown) {
      const fault = asApiFault(thrown);
      toasts.say({ words: fault.message, detail: fault.fix, tone: 'bad' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      isSmall
      title={t({ en: 'Your photos', id: 'Fotomu' })}
      footer={
        <>
          {consent?.isGiven && (
            <Button kind="danger" isBusy={isBusy} onClick={() => void run()}>
              {t({ en: 'Take it back', id: 'Tarik kembali' })}
            </Button>
          )}
          <Button kind="primary" onClick={onClose}>
            {t({ en: 'Close', id: 'Tutup' })}
          </Button>
        </>
      }
    >
      <p className="text-14 text-ink-2">
        {t({
          en: 'Your photo lies on this server, where only you can open it.',
          id: 'Foto disimpan di server ini, dan hanya kamu yang bisa membukanya.',
        })}{' '}
        {t(keptWords(consent?.photoKeptDays ?? null))}
      </p>
      {consent !== undefined && <KeptNow consent={consent} />}
      {consent?.givenAt ? (
        <p className="mt-3 text-14 text-ink-2">
          {t({ en: 'You agreed to their use', id: 'Kamu menyetujui pemakaiannya' })}{' '}
          <b className="font-medium text-ink">
            <TimeText time={consent.givenAt} />
          </b>
          .
        </p>
      ) : (
        <p className="mt-3 text-14 text-ink-2">
          {t({
            en: 'You have not agreed to their use yet.',
            id: 'Kamu belum menyetujui pemakaiannya.',
          })}
        </p>
      )}
      {consent?.isGiven && (
        <p className="mt-3 text-13 text-ink-3">
          {t({
            en: 'Taking it back stops what is in the making, free of charge, and removes every photo you gave, also those you kept as avatars. Finished pictures stay.',
            id: 'Menariknya menghentikan yang sedang dibuat, tanpa bayar, dan menghapus semua foto darimu, juga yang kamu simpan sebagai avatar. Gambar yang jadi tetap ada.',
          })}
        </p>
      )}
    </Dialog>
  );
}

/** How many are here, and when the next one goes. */
function KeptNow({ consent: { photosKept, nextRemovalAt } }: { consent: Consent }) {
  const { t, number } = useWords();
  const count = number(photosKept);
  return (
    <p className="mt-3 text-14 text-ink-2">
      <b className="num font-medium text-ink">
        {photosKept === 0
          ? t({ en: 'None of yours is here now.', id: 'Sekarang tidak ada fotomu di sini.' })
          : photosKept === 1
            ? t({ en: '1 photo of yours is here now.', id: '1 fotomu ada di sini sekarang.' })
            : t({
                en: `${count} photos of yours are here now.`,
                id: `${count} fotomu ada di sini sekarang.`,
              })}
      </b>
      {nextRemovalAt !== null && (
        <>
          {' '}
          {t({ en: 'The next one is removed', id: 'Yang berikutnya dihapus' })}{' '}
          <TimeText time={nextRemovalAt} />.
        </>
      )}
    </p>
  );
}
