import { Check } from 'lucide-react';
import { classNames } from '../class-names.ts';

/** The round mark on a chosen picture. Decorative: the tile itself says that it is chosen. */
export function CheckMark({ isOn, className }: { isOn: boolean; className?: string }) {
  return (
    <span
      aria-hidden
      className={classNames(
        'grid size-6 place-items-center rounded-full text-white shadow-[inset_0_0_0_1.5px_#fff]',
        isOn ? 'bg-accent' : 'bg-[rgb(20_18_26_/_.3)]',
        className,
      )}
    >
      {isOn && <Check className="size-3.5" strokeWidth={3} />}
    </span>
  );
}
