import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Badge } from '../feedback/badge.tsx';
import { useWords } from '../language/words-provider.tsx';
import { Link } from './link.tsx';

/** An app on the dashboard: live, beta, or soon. */
export function AppTile({
  href,
  icon: Icon,
  name,
  description,
  live,
  flag,
}: {
  /** Undefined for what is not there yet. */
  href: string | undefined;
  icon: LucideIcon;
  name: string;
  description: string;
  /** Its live number, or why there is none. */
  live?: ReactNode;
  flag?: 'beta' | 'soon' | undefined;
}) {
  const { t } = useWords();
  const isSoon = flag === 'soon';
  const content = (
    <>
      <span
        className={classNames(
          'mb-2.5 grid size-11 place-items-center rounded-m phone:row-span-3 phone:m-0',
          isSoon ? 'bg-sunken text-ink-2' : 'bg-accent-soft text-accent-ink',
        )}
      >
        <Icon aria-hidden className="size-6" strokeWidth={1.75} />
      </span>
      <span className="flex items-center gap-2 text-15 font-semibold tracking-[-.014em]">
        {name}
        {flag === 'beta' && <Badge tone="accent">{t({ en: 'Beta', id: 'Beta' })}</Badge>}
        {isSoon && <Badge>{t({ en: 'Soon', id: 'Segera' })}</Badge>}
      </span>
      <span className="text-13 text-ink-2">{description}</span>
      {live && (
        <span className="num mt-auto pt-2.5 text-13 text-ink-3 phone:pt-0.5 [&_b]:font-semibold [&_b]:text-ink">
          {live}
        </span>
      )}
    </>
  );
  const look =
    'flex min-h-42 flex-col items-start gap-1 rounded-l p-5 text-ink phone:grid phone:min-h-0 phone:grid-cols-[44px_1fr] phone:gap-x-3.5 phone:gap-y-0 phone:px-4 phone:py-3.5';
  if (isSoon || href === undefined) {
    return <div className={classNames(look, 'outline-line')}>{content}</div>;
  }
  return (
    <Link
      href={href}
      className={classNames(
        look,
        'bg-surface no-underline shadow-1 transition-[box-shadow,translate] calm hover:-translate-y-px hover:shadow-2 focus-visible:rounded-l',
      )}
    >
      {content}
    </Link>
  );
}
