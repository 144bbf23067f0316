import { Link, useWords } from '@lumiku/ui-kit';
import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ADMIN_PAGES } from './admin-pages.ts';

/** The row of admin pages above each of them. */
export function AdminFrame({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const { pathname } = useLocation();
  return (
    <>
      <nav
        aria-label="Admin"
        className="scroll-none mb-6 flex gap-1 overflow-x-auto border-b border-line phone:-mx-(--gutter) phone:mb-4 phone:px-2"
      >
        {ADMIN_PAGES.map(({ path, label }) => {
          const isHere = pathname === path;
          return (
            <Link
              key={path}
              href={path}
              // On a phone the row is longer than the screen.
              ref={isHere ? showWhole : undefined}
              aria-current={isHere ? 'page' : undefined}
              className={`inline-flex min-h-11 items-center px-3 text-14 whitespace-nowrap no-underline ${
                isHere
                  ? 'font-semibold text-ink shadow-[inset_0_-2px_0_var(--accent)]'
                  : 'font-medium text-ink-2 hover:text-ink'
              }`}
            >
              {t(label)}
            </Link>
          );
        })}
      </nav>
      {children}
    </>
  );
}

function showWhole(link: HTMLAnchorElement | null): void {
  link?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** Figures in a row: `<Figures label="Right now" figures={[{ value: '3', name: 'running' }]} />` */
export function Figures({
  label,
  figures,
}: {
  label: string;
  figures: readonly { value: string; name: string; isBad?: boolean }[];
}) {
  return (
    <section
      aria-label={label}
      className="mb-6 grid auto-cols-fr grid-flow-col rounded-l bg-surface p-5 shadow-1 phone:mb-4 phone:grid-flow-row phone:grid-cols-2 phone:gap-y-4 phone:p-4"
    >
      {figures.map(({ value, name, isBad }) => (
        <div key={name} className="grid gap-0.5 px-2">
          <b className={`num text-26 leading-8 font-semibold ${isBad ? 'text-bad-ink' : ''}`}>
            {value}
          </b>
          <span className="text-13 text-ink-2">{name}</span>
        </div>
      ))}
    </section>
  );
}
