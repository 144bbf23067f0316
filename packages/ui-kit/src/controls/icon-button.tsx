import { LoaderCircle, type LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import { classNames } from '../class-names.ts';
import { Tooltip } from '../overlays/tooltip.tsx';
import { type ButtonKind, type ButtonSize, buttonClasses } from './button.tsx';

export type IconButtonProps = Omit<ComponentPropsWithRef<'button'>, 'children'> & {
  icon: LucideIcon;
  /** What it does: read out, and shown on hover. */
  label: string;
  kind?: ButtonKind | undefined;
  size?: ButtonSize | undefined;
  isPressed?: boolean | undefined;
  isBusy?: boolean | undefined;
  /** Leave out the hover text where the label stands beside it anyway. */
  hasTooltip?: boolean | undefined;
};

const WIDTHS: Record<ButtonSize, string> = {
  s: 'w-(--control-s)',
  m: 'w-(--control)',
  l: 'w-(--control-l)',
};

/** `<IconButton icon={Trash2} label={t({ en: 'Delete', id: 'Hapus' })} onClick={remove} />` */
export function IconButton({
  icon,
  label,
  kind = 'plain',
  size = 'm',
  isPressed,
  isBusy,
  hasTooltip = true,
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  const Icon = isBusy ? LoaderCircle : icon;
  const button = (
    <button
      {...rest}
      type={type}
      aria-label={label}
      aria-pressed={isPressed}
      aria-busy={isBusy || undefined}
      className={buttonClasses(kind, size, classNames('px-0!', WIDTHS[size], className))}
    >
      <Icon
        aria-hidden
        className={classNames('size-4.5', isBusy && 'motion-safe:animate-turn')}
        strokeWidth={1.75}
      />
    </button>
  );
  return hasTooltip ? <Tooltip words={label}>{button}</Tooltip> : button;
}
