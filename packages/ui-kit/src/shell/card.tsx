import type { ComponentPropsWithRef } from 'react';
import { classNames } from '../class-names.ts';

/** A sheet of paper on the table. */
export function Card({ className, ...rest }: ComponentPropsWithRef<'section'>) {
  return <section {...rest} className={classNames('rounded-l bg-surface shadow-1', className)} />;
}
