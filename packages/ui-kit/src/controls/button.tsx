import { LoaderCircle, type LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef, MouseEvent, ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { useWords } from '../language/words-provider.tsx';
import { Link } from '../shell/link.tsx';

export type ButtonKind = 'plain' | 'primary' | 'quiet' | 'danger' | 'inverse';
export type ButtonSize = 's' | 'm' | 'l';

const KINDS: Record<ButtonKind, string> = {
  plain:
    'bg-surface text-ink font-medium shadow-[inset_0_0_0_1px_var(--line),0_1px_2px_var(--shade-a)] hover:bg-[linear-gradient(var(--hover),var(--hover))] active:bg-[linear-gradient(var(--press),var(--press))]',
  primary: 'bg-accent text-on-accent font-semibold hover:bg-accent-hover active:bg-accent-hover',
  quiet: 'bg-transparent text-ink-2 font-medium hover:bg-hover hover:text-ink',
  danger:
    'bg-surface text-bad-ink font-medium shadow-[inset_0_0_0_1px_var(--line),0_1px_2px_var(--shade-a)] hover:bg-bad-soft',
  inverse: 'bg-[rgb(128_124_140_/_.34)] text-inherit font-medium hover:bg-[rgb(128_124_140_/_.5)]',
};

const SIZES: Record<ButtonSize, string> = {
  s: 'h-(--control-s) px-2.5 text-13 rounded-s',
  m: 'h-(--control) px-3.5 text-14 rounded-control',
  l: 'h-(--control-l) px-5 text-15 rounded-m',
};

const OFF =
  'disabled:bg-sunken disabled:text-ink-3 disabled:shadow-none disabled:cursor-not-allowed disabled:bg-none aria-disabled:cursor-not-allowed';

/** The classes of a button, for the rare thing that must look like one and is not. */
export function buttonClasses(
  kind: ButtonKind = 'plain',
  size: ButtonSize = 'm',
  className?: string,
): string {
  return classNames(
    'relative inline-flex shrink-0 touch:min-w-11 select-none items-center justify-center gap-2 whitespace-nowrap tracking-[-.004em] no-underline transition-[background-color,box-shadow,transform] quick active:translate-y-[.5px]',
    'on:bg-accent-soft on:text-accent-ink on:shadow-none',
    KINDS[kind],
    SIZES[size],
    OFF,
    className,
  );
}

interface ButtonLook {
  /** `primary` is the one thing to do next; at most one in sight. Default `plain`. */
  kind?: ButtonKind | undefined;
  size?: ButtonSize | undefined;
  icon?: LucideIcon | undefined;
  iconAfter?: LucideIcon | undefined;
  isWide?: boolean | undefined;
  children?: ReactNode;
}

export type ButtonProps = ButtonLook &
  Omit<ComponentPropsWithRef<'button'>, 'children'> & {
    /** Spins, keeps its place and focus, and ignores clicks. */
    isBusy?: boolean | undefined;
    /** A toggle: on or off. Leave out for plain actions. */
    isPressed?: boolean | undefined;
    /** Whole credits this costs; shown on the button. 0 says free. */
    price?: number | undefined;
  };

/** `<Button kind="primary" size="l" price={7} isBusy={sending} onClick={generate}>Generate</Button>` */
export function Button({
  kind = 'plain',
  size = 'm',
  icon,
  iconAfter,
  isWide,
  isBusy,
  isPressed,
  price,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const onClickUnlessBusy = (event: MouseEvent<HTMLButtonElement>) => {
    // A busy submit button must not submit a second time either.
    if (isBusy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      type={type}
      onClick={onClickUnlessBusy}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || rest['aria-disabled']}
      aria-pressed={isPressed ?? rest['aria-pressed']}
      className={buttonClasses(kind, size, classNames(isWide && 'w-full', className))}
    >
      <ButtonContent icon={isBusy ? LoaderCircle : icon} iconAfter={iconAfter} isBusy={isBusy}>
        {children}
      </ButtonContent>
      {price !== undefined && <Cost price={price} isOff={rest.disabled} />}
    </button>
  );
}

export type ButtonLinkProps = ButtonLook & {
  href: string;
  className?: string;
  download?: boolean | string;
  target?: string;
  'aria-label'?: string;
  onClick?: () => void;
};

/** A link that looks like a button. Downloads leave the router alone. */
export function ButtonLink({
  kind = 'plain',
  size = 'm',
  icon,
  iconAfter,
  isWide,
  className,
  children,
  ...rest
}: ButtonLinkProps) {
  const classes = buttonClasses(kind, size, classNames(isWide && 'w-full', className));
  const content = (
    <ButtonContent icon={icon} iconAfter={iconAfter}>
      {children}
    </ButtonContent>
  );
  if (rest.download !== undefined || rest.target !== undefined) {
    return (
      <a {...rest} className={classes}>
        {content}
      </a>
    );
  }
  return (
    <Link {...rest} className={classes}>
      {content}
    </Link>
  );
}

function ButtonContent({
  icon: Before,
  iconAfter: After,
  isBusy,
  children,
}: Pick<ButtonLook, 'icon' | 'iconAfter' | 'children'> & { isBusy?: boolean | undefined }) {
  return (
    <>
      {Before && (
        <Before
          aria-hidden
          className={classNames('size-4.5 shrink-0', isBusy && 'motion-safe:animate-turn')}
          strokeWidth={1.75}
        />
      )}
      {children}
      {After && <After aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />}
    </>
  );
}

function Cost({ price, isOff }: { price: number; isOff?: boolean | undefined }) {
  const { credits, t } = useWords();
  return (
    <span
      className={classNames(
        'num -mr-2 rounded-s px-2.5 py-[3px] font-semibold',
        isOff ? 'bg-hover' : 'bg-[rgb(24_10_70_/_.26)]',
      )}
    >
      {price === 0 ? t({ en: 'free', id: 'gratis' }) : credits(price)}
    </span>
  );
}
