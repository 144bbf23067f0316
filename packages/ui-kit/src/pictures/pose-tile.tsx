import { Heart, type LucideIcon, PencilLine, Shuffle } from 'lucide-react';
import { type ComponentPropsWithRef, type ReactNode, useState } from 'react';
import { classNames } from '../class-names.ts';
import { useWords } from '../language/words-provider.tsx';
import { CheckMark } from './check-mark.tsx';

export interface PoseTileProps {
  src: string;
  /** A picture that is there at once, where `src` may have to be drawn first. */
  meanwhileSrc?: string | undefined;
  name: string;
  isChosen: boolean;
  isFavourite?: boolean | undefined;
  onChoose: () => void;
  onToggleFavourite?: (() => void) | undefined;
  onMoreLike?: (() => void) | undefined;
  onEdit?: (() => void) | undefined;
  /** Something of the owner's in the corner: stays in sight where there is no hover. */
  menu?: ReactNode;
  /** For roving focus in a grid; default 0. */
  tabIndex?: number | undefined;
  className?: string | undefined;
}

/** A pose in grey clay, so that people's own pictures stay the colour of the room. 3:4 and a name under it. */
export function PoseTile({
  src,
  meanwhileSrc,
  name,
  isChosen,
  isFavourite = false,
  onChoose,
  onToggleFavourite,
  onMoreLike,
  onEdit,
  menu,
  tabIndex,
  className,
}: PoseTileProps) {
  const { t } = useWords();
  // Most tiles only pass by: their tools are drawn when a pointer or the keyboard comes.
  const [isNear, setNear] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done here, only noticed
    <div
      className={classNames('group relative', className)}
      onPointerEnter={() => setNear(true)}
      onPointerLeave={(event) => {
        if (!event.currentTarget.contains(document.activeElement)) setNear(false);
      }}
      onFocus={() => setNear(true)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setNear(false);
      }}
    >
      <div className="relative">
        <button
          type="button"
          aria-pressed={isChosen}
          aria-label={name}
          tabIndex={tabIndex}
          onClick={onChoose}
          className={classNames(
            'block aspect-[3/4] w-full clay-shade relative overflow-hidden rounded-m bg-sunken transition-shadow quick focus-visible:rounded-m',
            isChosen && 'shadow-[0_0_0_2px_var(--paper),0_0_0_4.5px_var(--accent)]',
          )}
        >
          {meanwhileSrc !== undefined && meanwhileSrc !== src && (
            <img
              src={meanwhileSrc}
              alt=""
              className="absolute inset-0 size-full object-cover opacity-40"
            />
          )}
          <img
            // A tile that shows another pose now must not show the last one's picture until its own is there.
            key={src}
            src={src}
            alt=""
            loading="lazy"
            decoding="async"
            className="relative size-full object-cover transition-[scale] slow group-hover:scale-[1.03]"
          />
        </button>
        {isChosen && <CheckMark isOn className="pointer-events-none absolute top-2 left-2" />}
        {isFavourite && (
          <Heart
            aria-hidden
            className="pointer-events-none absolute bottom-2 left-2 size-4 fill-white text-white drop-shadow-[0_1px_2px_rgb(0_0_0_/_.5)]"
          />
        )}
        {(isNear || menu) && (
          <span className="absolute top-1.5 right-1.5 flex flex-col items-end gap-1 opacity-0 transition-opacity quick group-focus-within:opacity-100 group-hover:opacity-100 has-data-[state=open]:opacity-100 touch:top-0 touch:right-0 touch:opacity-100">
            {isNear && onToggleFavourite && (
              <TileTool
                icon={Heart}
                label={t({ en: 'Favourite', id: 'Favorit' })}
                of={name}
                isPressed={isFavourite}
                tabIndex={tabIndex}
                onClick={onToggleFavourite}
                className="touch:hidden"
              />
            )}
            {isNear && onMoreLike && (
              <TileTool
                icon={Shuffle}
                label={t({ en: 'More like this', id: 'Yang mirip' })}
                of={name}
                tabIndex={tabIndex}
                onClick={onMoreLike}
                className="touch:hidden"
              />
            )}
            {isNear && onEdit && (
              <TileTool
                icon={PencilLine}
                label={t({ en: 'Edit', id: 'Sunting' })}
                of={name}
                tabIndex={tabIndex}
                onClick={onEdit}
                className="touch:hidden"
              />
            )}
            {menu}
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

/** A small round of dark glass over a tile; on touch its target grows, the glass does not. */
export function TileTool({
  icon: Icon,
  label,
  of,
  isPressed,
  className,
  ...rest
}: Omit<ComponentPropsWithRef<'button'>, 'children'> & {
  icon: LucideIcon;
  /** What it does, shown on hover. */
  label: string;
  /** Whose tile it is: tells a screen reader the many apart. */
  of: string;
  isPressed?: boolean | undefined;
}) {
  return (
    <button
      type="button"
      {...rest}
      aria-pressed={isPressed}
      title={label}
      aria-label={`${label}: ${of}`}
      className={classNames('group/tool grid place-items-center touch:size-11', className)}
    >
      <span className="grid size-[30px] place-items-center rounded-[9px] bg-over text-white group-hover/tool:bg-[rgb(20_18_26_/_.9)]">
        <Icon
          aria-hidden
          className={classNames('size-4', isPressed && 'fill-white')}
          strokeWidth={1.75}
        />
      </span>
    </button>
  );
}
