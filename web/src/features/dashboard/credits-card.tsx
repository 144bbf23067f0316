import { useCredits } from '@lumiku/app-kit/web';
import type { AppCard } from '@lumiku/contract';
import { Card, Link, useWords } from '@lumiku/ui-kit';
import { Hourglass } from 'lucide-react';
import { PriceList } from '../credits/price-list.tsx';

/** What can be spent, what is held, and what a picture costs. */
export function CreditsCard({ cards }: { cards: readonly AppCard[] }) {
  const { t, number } = useWords();
  const credits = useCredits();
  return (
    <Card aria-labelledby="credits-card" className="flex h-full flex-col p-6 phone:px-5 phone:py-4">
      <div className="flex items-baseline gap-2">
        <h2 id="credits-card" className="text-17 font-semibold">
          {t({ en: 'Credits', id: 'Kredit' })}
        </h2>
        <Link
          href="/credits"
          className="ml-auto touch:-my-3 touch:py-3 text-13 font-medium text-accent-ink hover:underline"
        >
          {t({ en: 'Open the ledger', id: 'Buka buku kredit' })}
        </Link>
      </div>
      <p className="mt-1.5 flex items-baseline gap-2">
        <b className="num text-40 font-semibold phone:text-30">
          {credits ? number(credits.available) : '–'}
        </b>
        <span className="text-ink-2">{t({ en: 'to spend', id: 'bisa dipakai' })}</span>
      </p>
      {credits !== undefined && credits.held > 0 && (
        <p className="mt-1 flex items-center gap-1.5 text-13 text-ink-2">
          <Hourglass aria-hidden className="size-4 shrink-0 text-money-ink" strokeWidth={1.75} />
          {t({
            en: `${number(credits.held)} more are held for work in the making`,
            id: `${number(credits.held)} lagi ditahan untuk pekerjaan yang berjalan`,
          })}
        </p>
      )}
      <div className="mt-auto pt-3.5">
        <PriceList cards={cards} />
      </div>
    </Card>
  );
}
