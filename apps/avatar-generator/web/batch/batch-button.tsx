import { Button, Link, useWords } from '@lumiku/ui-kit';
import type { BatchWish } from './use-batch-wish.ts';

/** `Generate 12 pictures · 60 credits`: the figure on it is the amount held. */
export function BatchButton({ wish }: { wish: BatchWish }) {
  const { t, number } = useWords();
  const count = number(wish.poseIds.length);
  return (
    <Button
      kind="primary"
      size="l"
      isWide
      {...(wish.poseIds.length === 0 ? {} : { price: wish.price })}
      isBusy={wish.isSending}
      disabled={wish.missing !== null}
      onClick={() => void wish.start()}
    >
      {wish.poseIds.length < 2
        ? t({ en: 'Generate 1 picture', id: 'Buat 1 gambar' })
        : t({ en: `Generate ${count} pictures`, id: `Buat ${count} gambar` })}
    </Button>
  );
}

/** Why the button is off, or what pressing it does to the credits. */
export function BatchNote({ wish }: { wish: BatchWish }) {
  const { t } = useWords();
  const { missing } = wish;
  const words =
    missing === null
      ? {
          en: 'Held at once; each picture is paid when it is delivered',
          id: 'Ditahan sekaligus; tiap gambar dibayar saat jadi',
        }
      : missing.kind === 'pose'
        ? { en: 'Choose poses.', id: 'Pilih pose.' }
        : missing.words;
  return (
    <p className="text-center text-13 text-ink-3" role="status">
      {t(words)}
      {missing?.kind === 'credits' && (
        <>
          {' '}
          <Link href="/credits" className="text-accent-ink underline underline-offset-2">
            {t({ en: 'See your credits', id: 'Lihat kreditmu' })}
          </Link>
        </>
      )}
    </p>
  );
}
