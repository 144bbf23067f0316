import { Check, CircleAlert } from 'lucide-react';
import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';
import { classNames } from '../class-names.ts';
import { useWords } from '../language/words-provider.tsx';

export const INPUT =
  'w-full rounded-control border border-line-field bg-surface px-3.5 text-15 text-ink transition-colors quick placeholder:text-ink-3 placeholder:opacity-100 hover:border-ink-3 focus-visible:border-transparent focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-focus focus-visible:rounded-control aria-invalid:border-bad disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-3 touch:text-16';

interface FieldWords {
  label: string;
  /** Beside the label, small: "optional". */
  optional?: boolean | undefined;
  hint?: ReactNode;
  /** What is wrong and how to mend it; replaces the hint. */
  error?: string | undefined;
  /** Said when it is right: "12 characters, strong enough". */
  good?: string | undefined;
}

interface FieldFrameProps extends FieldWords {
  id: string;
  counter?: { used: number; max: number } | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** Label, control, and one line under it. For controls of your own; `Field` and `TextArea` use it. */
export function FieldFrame({
  id,
  label,
  optional,
  hint,
  error,
  good,
  counter,
  className,
  children,
}: FieldFrameProps) {
  const { t, number } = useWords();
  return (
    <div className={classNames('grid gap-1.5', className)}>
      <label htmlFor={id} className="flex items-center justify-between gap-2 text-13 font-medium">
        <span>
          {label}
          {optional && (
            <span className="font-normal text-ink-3"> {t({ en: 'optional', id: 'opsional' })}</span>
          )}
        </span>
        {counter && (
          <span
            className={classNames(
              'num font-normal',
              counter.used > counter.max ? 'text-bad-ink' : 'text-ink-3',
            )}
          >
            {number(counter.used)} / {number(counter.max)}
          </span>
        )}
      </label>
      {children}
      <FieldNote id={`${id}-note`} error={error} good={good} hint={hint} />
    </div>
  );
}

function FieldNote({
  id,
  error,
  good,
  hint,
}: Pick<FieldWords, 'error' | 'good' | 'hint'> & { id: string }) {
  const line = 'flex items-start gap-1.5 text-13';
  if (error) {
    return (
      <span id={id} role="alert" className={classNames(line, 'text-bad-ink')}>
        <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={1.75} />
        {error}
      </span>
    );
  }
  if (good) {
    return (
      <span id={id} className={classNames(line, 'text-ok-ink')}>
        <Check aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={1.75} />
        {good}
      </span>
    );
  }
  if (!hint) return null;
  return (
    <span id={id} className={classNames(line, 'text-ink-3')}>
      {hint}
    </span>
  );
}

export type FieldProps = FieldWords &
  Omit<ComponentPropsWithRef<'input'>, 'children'> & {
    /** A control inside the right end, such as the eye of a password. */
    inside?: ReactNode;
    fieldClassName?: string | undefined;
  };

/** `<Field label="Name" value={name} onChange={…} error={problem} />` */
export function Field({
  label,
  optional,
  hint,
  error,
  good,
  inside,
  fieldClassName,
  className,
  id: givenId,
  ...rest
}: FieldProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const hasNote = Boolean(error ?? good ?? hint);
  return (
    <FieldFrame
      id={id}
      label={label}
      optional={optional}
      hint={hint}
      error={error}
      good={good}
      className={fieldClassName}
    >
      <span className="relative">
        <input
          {...rest}
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={hasNote ? `${id}-note` : undefined}
          className={classNames(INPUT, 'h-11', inside ? 'pr-12' : null, className)}
        />
        {inside && <span className="absolute top-1/2 right-1 -translate-y-1/2">{inside}</span>}
      </span>
    </FieldFrame>
  );
}

export type TextAreaProps = FieldWords &
  Omit<ComponentPropsWithRef<'textarea'>, 'children'> & {
    value: string;
    /** Counts another way than `maxLength` would, and does not stop the typing. */
    counter?: { used: number; max: number } | undefined;
  };

/** Several lines; with `maxLength` a counter stands beside the label. */
export function TextArea({
  label,
  optional,
  hint,
  error,
  good,
  counter,
  className,
  ...rest
}: TextAreaProps) {
  const id = useId();
  return (
    <FieldFrame
      id={id}
      label={label}
      optional={optional}
      hint={hint}
      error={error}
      good={good}
      counter={
        counter ??
        (rest.maxLength === undefined
          ? undefined
          : { used: rest.value.length, max: rest.maxLength })
      }
    >
      <textarea
        {...rest}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={(error ?? good ?? hint) ? `${id}-note` : undefined}
        className={classNames(INPUT, 'min-h-24 resize-y py-[11px]', className)}
      />
    </FieldFrame>
  );
}
