import { Equal, type LucideIcon, Plus } from 'lucide-react';
import { Fragment } from 'react';
import { classNames } from '../class-names.ts';

export interface Print {
  caption: string;
  src?: string | undefined;
  /** Shown while there is no picture. */
  placeholder?: LucideIcon | undefined;
  isClay?: boolean | undefined;
}

/** The product in one line, as photographic prints: photo + pose = picture. Decorative. */
export function Prints({
  prints,
  size = 'm',
  className,
}: {
  /** Two make a sum; of three the last, larger one is its result. */
  prints: readonly Print[];
  size?: 'm' | 'l';
  className?: string;
}) {
  const isSum = prints.length === 3;
  return (
    <div aria-hidden className={classNames('flex items-center', className)}>
      {prints.map((print, index) => {
        const isResult = isSum && index === prints.length - 1;
        return (
          <Fragment key={print.caption}>
            {index > 0 && (
              <span className="z-[1] -mx-[7px] grid size-7 shrink-0 place-items-center rounded-full bg-raised text-ink-2 shadow-2">
                {isResult ? <Equal className="size-4" /> : <Plus className="size-4" />}
              </span>
            )}
            <figure
              className={classNames(
                'print-paper shrink-0 rounded-control p-[5px] pb-0 shadow-2',
                width(size, isResult),
              )}
            >
              <PrintFace print={print} />
              <figcaption className="pt-[5px] pb-1.5 text-center text-12 text-ink-2">
                {print.caption}
              </figcaption>
            </figure>
          </Fragment>
        );
      })}
    </div>
  );
}

function width(size: 'm' | 'l', isResult: boolean): string {
  if (size === 'l') return isResult ? 'w-[208px] phone:w-[116px]' : 'w-[164px] phone:w-24';
  return isResult ? 'w-[144px] phone:w-[108px]' : 'w-[118px] phone:w-[92px]';
}

function PrintFace({ print: { src, placeholder: Placeholder, isClay } }: { print: Print }) {
  return (
    <div className="aspect-[3/4] overflow-hidden rounded-[7px] bg-sunken">
      {src ? (
        <img src={src} alt="" className={classNames('size-full object-cover', isClay && 'clay')} />
      ) : (
        <span className="grid size-full place-items-center text-ink-3">
          {Placeholder && <Placeholder className="size-6" strokeWidth={1.5} />}
        </span>
      )}
    </div>
  );
}
