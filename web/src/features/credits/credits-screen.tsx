import { appsQuery, useCredits } from '@lumiku/app-kit/web';
import { Card, KeyValues, useWords } from '@lumiku/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { Hourglass } from 'lucide-react';
import { HoldsCard } from './holds-card.tsx';
import { Ledger } from './ledger.tsx';
import { PriceList } from './price-list.tsx';

/** What there is, what is held and why, what things cost, and every credit that came or went. */
export function CreditsScreen() {
  const { t, number } = useWords();
  const credits = useCredits();
  const { data: cards = [] } = useQuery(appsQuery);
  const shown = (value: number | undefined) => (value === undefined ? '–' : number(value));

  return (
    <>
      <div className="mb-8 grid grid-cols-[1.1fr_1fr_1.2fr] gap-6 max-[1100px]:grid-cols-2 phone:mb-5 phone:grid-cols-1 phone:gap-3">
        <Card aria-labelledby="to-spend" className="p-6 phone:p-5">
          <h2 id="to-spend" className="text-17 font-semibold">
            {t({ en: 'To spend', id: 'Bisa dipakai' })}
          </h2>
          <p className="mt-1.5 mb-3 flex items-baseline gap-2">
            <b className="num text-40 font-semibold phone:text-30">{shown(credits?.available)}</b>
            <span className="text-ink-2">{t({ en: 'credits', id: 'kredit' })}</span>
          </p>
          <KeyValues
            rows={[
              {
                key: 'balance',
                name: t({ en: 'Balance', id: 'Saldo' }),
                value: <b className="num font-semibold">{shown(credits?.balance)}</b>,
              },
              {
                key: 'held',
                name: (
                  <span className="flex items-center gap-1.5">
                    <Hourglass aria-hidden className="size-4" strokeWidth={1.75} />
                    {t({ en: 'Held', id: 'Ditahan' })}
                  </span>
                ),
                value: (
                  <span className="num font-semibold text-money-ink">
                    {credits && credits.held > 0
                      ? `−${number(credits.held)}`
                      : shown(credits?.held)}
                  </span>
                ),
              },
            ]}
          />
        </Card>
        <HoldsCard />
        <Card aria-labelledby="prices" className="p-6 phone:p-5">
          <h2 id="prices" className="mb-2 text-17 font-semibold">
            {t({ en: 'What things cost', id: 'Harga' })}
          </h2>
          <PriceList cards={cards} />
        </Card>
      </div>
      <Ledger />
    </>
  );
}
