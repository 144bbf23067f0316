import type { ReactNode } from 'react';

/** Names on the left, values on the right. */
export function KeyValues({
  rows,
  hasLines,
}: {
  rows: readonly { name: ReactNode; value: ReactNode; key: string }[];
  hasLines?: boolean;
}) {
  return (
    <dl className="grid">
      {rows.map((row) => (
        <div
          key={row.key}
          className={`flex min-h-8 items-center justify-between gap-3 text-14 text-ink-2 ${
            hasLines ? 'min-h-[38px] border-t border-line first:border-0' : ''
          }`}
        >
          <dt className="min-w-0">{row.name}</dt>
          <dd className="min-w-0 text-right text-ink">{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}
