import { Coins } from 'lucide-react';
import { useWords } from '../language/words-provider.tsx';
import { Link } from '../shell/link.tsx';

/** What can be spent now, always in sight. */
export function CreditPill({ available, href }: { available: number; href: string }) {
  const { t, number } = useWords();
  const label = t({
    en: `${number(available)} ${available === 1 ? 'credit' : 'credits'} to spend. Open the ledger`,
    id: `${number(available)} kredit bisa dipakai. Buka buku kredit`,
  });
  return (
    <Link
      href={href}
      aria-label={label}
      className="num inline-flex h-(--control) shrink-0 items-center gap-[7px] rounded-full bg-money-soft pr-3 pl-2.5 text-14 font-semibold whitespace-nowrap text-money-ink no-underline"
    >
      <Coins aria-hidden className="size-4.5" strokeWidth={1.75} />
      <span>{number(available)}</span>
    </Link>
  );
}

/** A price in words' colour: amber is money and nothing else. 0 says free. */
export function Price({ credits, isExtra }: { credits: number; isExtra?: boolean }) {
  const { t, number } = useWords();
  if (credits === 0) {
    return <span className="font-semibold text-ok-ink">{t({ en: 'free', id: 'gratis' })}</span>;
  }
  return (
    <span className="num font-semibold whitespace-nowrap text-money-ink">
      {isExtra ? '+' : ''}
      {number(credits)}
    </span>
  );
}
