import type { LedgerEntry } from '@lumiku/contract';
import { Badge, type Column, Link, Thumbnail, TimeText, type Tone, useWords } from '@lumiku/ui-kit';
import { Gift, ImageIcon, type LucideIcon, RotateCcw, ShoppingBag } from 'lucide-react';
import { entryWords, KIND_WORDS } from './reference-words.ts';

const LOOKS: Record<LedgerEntry['kind'], { icon: LucideIcon; tone: Tone; tint?: string }> = {
  welcome: { icon: Gift, tone: 'money', tint: 'bg-money-soft text-money-ink' },
  grant: { icon: Gift, tone: 'money', tint: 'bg-money-soft text-money-ink' },
  purchase: { icon: ShoppingBag, tone: 'money', tint: 'bg-money-soft text-money-ink' },
  capture: { icon: ImageIcon, tone: 'plain' },
  refund: { icon: RotateCcw, tone: 'ok', tint: 'bg-ok-soft text-ok-ink' },
};

export function useLedgerColumns(): Column<LedgerEntry>[] {
  const { t, number } = useWords();
  return [
    {
      id: 'when',
      title: t({ en: 'When', id: 'Kapan' }),
      width: '170px',
      cell: (entry) => (
        <span className="text-ink-2">
          <TimeText time={entry.createdAt} />
        </span>
      ),
    },
    {
      id: 'for',
      title: t({ en: 'For', id: 'Untuk' }),
      cell: (entry) => <EntryName entry={entry} />,
    },
    {
      id: 'kind',
      title: t({ en: 'Kind', id: 'Jenis' }),
      width: '140px',
      cell: (entry) => <Badge tone={LOOKS[entry.kind].tone}>{t(KIND_WORDS[entry.kind])}</Badge>,
    },
    {
      id: 'amount',
      title: t({ en: 'Amount', id: 'Jumlah' }),
      width: '120px',
      isNumber: true,
      cell: (entry) => <Amount amount={entry.amount} />,
    },
    {
      id: 'balance',
      title: t({ en: 'Balance', id: 'Saldo' }),
      width: '120px',
      isNumber: true,
      cell: (entry) => <span className="text-ink-2">{number(entry.balanceAfter)}</span>,
    },
  ];
}

/** A row on a phone. */
export function LedgerLine({ entry }: { entry: LedgerEntry }) {
  const { number } = useWords();
  return (
    <div className="flex items-center gap-3 py-3">
      <div className="min-w-0 flex-1">
        <EntryName
          entry={entry}
          under={
            <span className="block text-13 text-ink-3">
              <TimeText time={entry.createdAt} />
            </span>
          }
        />
      </div>
      <span className="num text-right">
        <Amount amount={entry.amount} />
        <span className="block text-13 text-ink-3">{number(entry.balanceAfter)}</span>
      </span>
    </div>
  );
}

function Amount({ amount }: { amount: number }) {
  const { signed } = useWords();
  return (
    <span className={`num font-semibold ${amount > 0 ? 'text-ok-ink' : ''}`}>{signed(amount)}</span>
  );
}

function EntryName({ entry, under }: { entry: LedgerEntry; under?: React.ReactNode }) {
  const { t } = useWords();
  const { title, href } = entryWords(entry);
  const look = LOOKS[entry.kind];
  const content = (
    <>
      <Thumbnail isSquare icon={look.icon} {...(look.tint ? { tint: look.tint } : {})} />
      <span className="min-w-0">
        <b className="block truncate font-medium phone:text-15 phone:leading-5">{t(title)}</b>
        {entry.note && <span className="block truncate text-13 text-ink-3">{entry.note}</span>}
        {under}
      </span>
    </>
  );
  const row = 'flex min-w-0 items-center gap-3 text-ink no-underline touch:min-h-11';
  return href ? (
    <Link href={href} className={`${row} hover:[&_b]:underline`}>
      {content}
    </Link>
  ) : (
    <span className={row}>{content}</span>
  );
}
