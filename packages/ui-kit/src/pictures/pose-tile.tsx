import { Heart, PencilLine, Shuffle } from 'lucide-react';
import { classNames } from '../class-names.ts';
import { useWords } from '../language/words-provider.tsx';
import { CheckMark } from './check-mark.tsx';

export interface PoseTileProps {
  src: string;
  name: string;
  isChosen: boolean;
  isFavourite?: boolean | undefined;
  onChoose: () => void;
  onToggleFavourite?: (() => void) | undefined;
  onMoreLike?: (() => void) | undefined;
  onEdit?: (() => void) | undefined;
  /** For roving focus in a grid; default 0. */
  tabIndex?: number | undefined;
  className?: string | undefined;
}

const TOOL =
  'grid size-[30px] place-items-center rounded-[9px] bg-over text-white hover:bg-[rgb(20_18_26_/_.9)]';

/** A pose in grey clay, so that people's own pictures stay the colour of the room. 3:4 and a name under it. */
export function PoseTile({
  src,
  name,
  isChosen,
  isFavourite = false,
  onChoose,
  onToggleFavourite,
  onMoreLike,
  onEdit,
  tabIndex,
  className,
}: PoseTileProps) {
  const { t } = useWords();
  return (
    <div className={classNames('group relative', className)}>
      <div className="relative">
        <button
          type="button"
          aria-pressed={isChosen}
          aria-label={name}
          tabIndex={tabIndex}
          onClick={onChoose}
          className={classNames(
            'block aspect-[3/4] w-full overflow-hidden rounded-m bg-sunken transition-shadow quick focus-visible:rounded-m',
            isChosen && 'shadow-[0_0_0_2px_var(--paper),0_0_0_4.5px_var(--accent)]',
          )}
        >
          <img
            src={src}
            alt=""
            loading="lazy"
            decoding="async"
            className="clay size-full object-cover transition-[scale] slow group-hover:scale-[1.03]"
          />
        </button>
        {isChosen && <CheckMark isOn className="pointer-events-none absolute top-2 left-2" />}
        {isFavourite && (
          <Heart
            aria-hidden
            className="pointer-events-none absolute bottom-2 left-2 size-4 fill-white text-white drop-shadow-[0_1px_2px_rgb(0_0_0_/_.5)]"
          />
        )}
        {(onToggleFavourite ?? onMoreLike ?? onEdit) && (
          <span className="absolute top-1.5 right-1.5 flex flex-col gap-1 opacity-0 transition-opacity quick group-focus-within:opacity-100 group-hover:opacity-100 touch:hidden">
            {onToggleFavourite && (
              <button
                type="button"
                tabIndex={tabIndex}
                aria-pressed={isFavourite}
                title={t({ en: 'Favourite', id: 'Favorit' })}
                aria-label={`${t({ en: 'Favourite', id: 'Favorit' })}: ${name}`}
                onClick={onToggleFavourite}
                className={TOOL}
              >
                <Heart
                  aria-hidden
                  className={classNames('size-4', isFavourite && 'fill-white')}
                  strokeWidth={1.75}
                />
              </button>
            )}
            {onMoreLike && (
              <button
                type="button"
                tabIndex={tabIndex}
                title={t({ en: 'More like this', id: 'Yang mirip' })}
                aria-label={`${t({ en: 'More like', id: 'Yang mirip' })}: ${name}`}
                onClick={onMoreLike}
                className={TOOL}
              >
                <Shuffle aria-hidden className="size-4" strokeWidth={1.75} />
              </button>
            )}
            {onEdit && (
              <button
                type="button"
                tabIndex={tabIndex}
                title={t({ en: 'Edit', id: 'Sunting' })}
                aria-label={`${t({ en: 'Edit', id: 'Sunting' })}: ${name}`}
                onClick={onEdit}
                className={TOOL}
              >
                <PencilLine aria-hidden className="size-4" strokeWidth={1.75} />
              </button>
            )}
          </span>
        )}
      </div>
      <span
        aria-hidden
        className={classNames(
          'mt-1.5 block truncate text-13 leading-[18px] phone:text-12 phone:leading-4',
          isChosen ? 'font-semibold text-ink' : 'text-ink-2 phone:font-normal',
        )}
      >
        {name}
      </span>
    </div>
  );
}
