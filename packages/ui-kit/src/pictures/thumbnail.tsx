import type { LucideIcon } from 'lucide-react';
import { classNames } from '../class-names.ts';

/** A small picture beside words, or an icon in its place. */
export function Thumbnail({
  src,
  alt = '',
  icon: Icon,
  isSquare,
  isClay,
  tint = 'bg-sunken text-ink-3',
  className,
}: {
  src?: string | null | undefined;
  alt?: string;
  icon?: LucideIcon;
  isSquare?: boolean;
  isClay?: boolean;
  tint?: string;
  className?: string;
}) {
  return (
    <span
      className={classNames(
        'grid w-10 shrink-0 place-items-center overflow-hidden rounded-s',
        isSquare ? 'h-10' : 'h-13',
        tint,
        className,
      )}
    >
      {src ? (
        <img
          src={src}
          alt={alt}
          loading="lazy"
          className={classNames('size-full object-cover object-[50%_20%]', isClay && 'clay')}
        />
      ) : (
        Icon && <Icon aria-hidden className="size-5" strokeWidth={1.75} />
      )}
    </span>
  );
}
