import { classNames } from '../class-names.ts';

/** How far it is. `fraction` 0..1, or null when nobody knows: then it says so by its stripes. */
export function Progress({
  fraction,
  label,
  isOverPicture,
  className,
}: {
  fraction: number | null;
  label: string;
  isOverPicture?: boolean;
  className?: string;
}) {
  const percent =
    fraction === null ? undefined : Math.round(Math.min(1, Math.max(0, fraction)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={classNames(
        'overflow-hidden rounded-full',
        isOverPicture ? 'h-1 bg-[rgb(255_255_255_/_.36)]' : 'h-1.5 bg-sunken',
        className,
      )}
    >
      <div
        className={classNames(
          'h-full rounded-full',
          isOverPicture ? 'bg-white' : 'bg-accent',
          percent === undefined ? 'progress-unknown' : 'transition-[width] slow',
        )}
        style={percent === undefined ? undefined : { width: `${percent}%` }}
      />
    </div>
  );
}
