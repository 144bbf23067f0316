import { Button, Link, useWords, Verdict } from '@lumiku/ui-kit';
import { faultWords } from '../generations/fault-words.ts';
import type { Studio } from '../studio/use-studio.ts';

/** The foot of the result while choosing: what keeps it from being made, or the one button, and what went wrong. */
export function GenerateFoot({ studio }: { studio: Studio }) {
  return (
    <div className="grid gap-2.5 border-t border-line p-4 phone:border-0 phone:p-0 phone:pb-4">
      <SendingFault studio={studio} />
      <div className="grid gap-2.5 phone:hidden">
        <GenerateButton studio={studio} />
        <GenerateNote studio={studio} />
      </div>
    </div>
  );
}

/** `Generate · 7 credits`: the figure on it is the amount held. */
export function GenerateButton({ studio }: { studio: Studio }) {
  const { t } = useWords();
  return (
    <Button
      kind="primary"
      size="l"
      isWide
      price={studio.price}
      isBusy={studio.making.isSending}
      disabled={studio.missing !== null}
      onClick={() => void studio.generate()}
    >
      {t({ en: 'Generate', id: 'Buat gambar' })}
    </Button>
  );
}

/** Why the button is off, or what pressing it does to the credits. */
export function GenerateNote({ studio }: { studio: Studio }) {
  const { t } = useWords();
  const { missing } = studio;
  return (
    <p className="text-center text-13 text-ink-3" role="status">
      {missing === null
        ? t({
            en: 'Held now, paid only when the picture is delivered',
            id: 'Ditahan dulu, dibayar hanya bila gambar jadi',
          })
        : t(missing.words)}
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

/** What the server said when it did not accept the wish; everything chosen is still there. */
export function SendingFault({ studio }: { studio: Studio }) {
  return <FaultVerdict fault={studio.making.fault} />;
}

/** What was refused and how to mend it; nothing while there is nothing. */
export function FaultVerdict({ fault }: { fault: unknown }) {
  const { t } = useWords();
  if (fault === null) return null;
  const said = faultWords(fault, t);
  return (
    <Verdict kind="wrong" title={said.title}>
      {said.fix}
      {said.code === 'INSUFFICIENT_CREDITS' && (
        <>
          {' '}
          <Link href="/credits" className="underline underline-offset-2">
            {t({ en: 'See your credits', id: 'Lihat kreditmu' })}
          </Link>
        </>
      )}
    </Verdict>
  );
}
