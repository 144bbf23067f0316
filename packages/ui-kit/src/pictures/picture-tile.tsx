import type { MouseEvent, ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Progress } from '../feedback/progress.tsx';
import { useWords } from '../language/words-provider.tsx';
import { Link } from '../shell/link.tsx';
import { CheckMark } from './check-mark.tsx';

export interface PictureTileProps {
  /** Null while there is nothing to show. */
  src: string | null;
  alt: string;
  href: string;
  /** Width over height; the tile keeps the place while loading. */
  ratio?: number | undefined;
  /** In the making: `fraction` null = unknown, `words` under the bar's head ("62% · 5 s"). */
  making?: { fraction: number | null; words: string } | undefined;
  /** Undefined: cannot be chosen. */
  isChosen?: boolean | undefined;
  /** The round mark was pressed. */
  onToggleChoice?: ((event: MouseEvent) => void) | undefined;
  /** The picture itself was pressed; `preventDefault` keeps the page (selection mode). */
  onClick?: ((event: MouseEvent) => void) | undefined;
  /** Marks in the lower corner: badges, a length. */
  meta?: ReactNode;
  className?: string | undefined;
}

/** A picture in a gallery: rest, chosen, or in the making. */
export function PictureTile({
  src,
  alt,
  href,
  ratio,
  making,
  isChosen,
  onToggleChoice,
  onClick,
  meta,
  className,
}: PictureTileProps) {
  const { t } = useWords();
  return (
    <div
      className={classNames(
        'group relative overflow-hidden rounded-control',
        isChosen ? 'bg-accent-soft' : 'bg-sunken',
        className,
      )}
      style={ratio === undefined ? undefined : { aspectRatio: String(ratio) }}
    >
      <Link
        href={href}
        onClick={onClick}
        className="block size-full -outline-offset-2! focus-visible:rounded-control"
      >
        {src ? (
          <img
            src={src}
            alt={alt}
            loading="lazy"
            decoding="async"
            className={classNames(
              'size-full object-cover transition-[scale] calm',
              isChosen && 'scale-90 rounded-s',
              making && 'scale-110 blur-[10px] saturate-[.8]',
            )}
          />
        ) : (
          <span className="sr-only">{alt}</span>
        )}
        {making && (
          <span className="absolute inset-0 flex flex-col justify-end bg-[linear-gradient(transparent_40%,rgb(20_18_26_/_.72))] p-2.5 text-13 leading-[18px] font-medium text-white">
            <span className="num">{making.words}</span>
            <Progress
              isOverPicture
              fraction={making.fraction}
              label={t({ en: 'In the making', id: 'Sedang dibuat' })}
              className="mt-1.5"
            />
          </span>
        )}
      </Link>
      {isChosen && (
        <span
          aria-hidden
          className="pointer-events-none absolute inset-0 rounded-control shadow-[inset_0_0_0_2.5px_var(--accent)]"
        />
      )}
      {isChosen !== undefined && onToggleChoice && (
        <button
          type="button"
          aria-pressed={isChosen}
          aria-label={`${t({ en: 'Choose', id: 'Pilih' })}: ${alt}`}
          onClick={onToggleChoice}
          className={classNames(
            'absolute top-0 left-0 grid size-11 place-items-center rounded-control transition-opacity quick focus-visible:opacity-100 focus-visible:-outline-offset-4 touch:opacity-100',
            !isChosen && 'opacity-0 group-focus-within:opacity-100 group-hover:opacity-100',
          )}
        >
          <CheckMark isOn={isChosen} />
        </button>
      )}
      {meta && (
        <span className="pointer-events-none absolute inset-x-2 bottom-2 flex gap-1.5">{meta}</span>
      )}
    </div>
  );
}

/** Failed work stays in place: why, that it cost nothing, and a way on. */
export function FailedTile({
  why,
  children,
  action,
  wantedSrc,
  ratio,
  className,
}: {
  why: string;
  children: ReactNode;
  action: ReactNode;
  /** The pose that was wanted. */
  wantedSrc?: string | undefined;
  ratio?: number | undefined;
  className?: string | undefined;
}) {
  return (
    <div
      className={classNames(
        '@container relative flex flex-col gap-1 overflow-hidden rounded-control bg-surface p-3.5 outline-line phone:grid phone:min-h-21 phone:grid-cols-[1fr_auto] phone:items-center phone:gap-x-3 phone:gap-y-0.5 phone:p-3',
        className,
      )}
      style={ratio === undefined ? undefined : { aspectRatio: String(ratio) }}
    >
      <b className="text-14 font-semibold">{why}</b>
      <div className="text-13 text-ink-2 phone:col-start-1">{children}</div>
      <div className="mt-auto self-start phone:col-start-2 phone:row-span-2 phone:row-start-1 phone:mt-0 phone:self-center">
        {action}
      </div>
      {wantedSrc && (
        <img
          src={wantedSrc}
          alt=""
          className="clay absolute right-3 bottom-3 hidden h-20 w-15 rounded-s object-cover @min-[15rem]:block phone:hidden!"
        />
      )}
    </div>
  );
}
