import type { CreditHold } from '@lumiku/contract';
import { Card, Link, Price, TimeText, useWords } from '@lumiku/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { holdsQuery } from './ledger-queries.ts';
import { referenceWords } from './reference-words.ts';

const SHOWN = 4;

/** Credits set aside for work in the making, and what that means. */
export function HoldsCard() {
  const { t, number } = useWords();
  const { data: holds = [] } = useQuery(holdsQuery);
  const more = holds.length - SHOWN;
  return (
    <Card aria-labelledby="held" className="p-6 phone:p-5">
      <h2 id="held" className="text-17 font-semibold">
        {t({ en: 'Held right now', id: 'Sedang ditahan' })}
      </h2>
      {holds.length === 0 ? (
        <p className="mt-2 text-14 text-ink-2">
          {t({ en: 'Nothing is held.', id: 'Tidak ada yang ditahan.' })}
        </p>
      ) : (
        <ul className="mt-2">
          {holds.slice(0, SHOWN).map((hold) => (
            <li key={hold.id}>
              <HoldLine hold={hold} />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && (
        <p className="py-1 text-13 text-ink-2">
          {t({ en: `and ${number(more)} more`, id: `dan ${number(more)} lagi` })}
        </p>
      )}
      <p className="mt-2 text-13 text-ink-3">
        {t({
          en: 'A hold keeps the price aside while we work. You pay when the picture is delivered; if it fails or you cancel, it all comes back.',
          id: 'Harga ditahan selama kami bekerja. Kamu membayar saat gambar jadi; jika gagal atau dibatalkan, semuanya kembali.',
        })}
      </p>
    </Card>
  );
}

function HoldLine({ hold }: { hold: CreditHold }) {
  const { t } = useWords();
  const known = referenceWords(hold.reference);
  const content = (
    <>
      <span className="min-w-0">
        <b className="block truncate text-14 font-semibold">
          {t(known?.words ?? { en: 'Work in the making', id: 'Pekerjaan berjalan' })}
        </b>
        <span className="text-13 text-ink-3">
          <TimeText time={hold.createdAt} style="ago" />
        </span>
      </span>
      <Price credits={hold.amount} />
    </>
  );
  const look =
    'flex min-h-11 items-center justify-between gap-3 border-b border-line py-2 text-ink no-underline';
  return known?.href ? (
    <Link href={known.href} className={look}>
      {content}
    </Link>
  ) : (
    <span className={look}>{content}</span>
  );
}
