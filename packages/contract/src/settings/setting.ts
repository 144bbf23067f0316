import type { z } from 'zod';

/** One thing an operator can set: where it is read from, what it may be, and what to say when it is wrong. */
export interface Setting<T> {
  /** Name of the environment variable. */
  readonly env: string;
  /** From the text of the variable to its value; its messages are shown to the operator. */
  readonly schema: z.ZodType<T, string>;
  /** What it is when unset. */
  readonly fallback: NoInfer<T>;
  /** How the default reads in the reference; defaults to the value itself. */
  readonly fallbackText?: string;
  /** One or two plain sentences for the reference. */
  readonly about: string;
  /** How to mend a wrong value: starts with a verb. */
  readonly fix: string;
  readonly example?: string;
  readonly isSecret?: boolean;
}

/** The values of a group. */
export type GroupValues<G> = {
  readonly [K in keyof G]: G[K] extends Setting<infer T> ? T : never;
};

/** Keeps the exact type of each setting of a group. */
export function setting<T>(definition: Setting<T>): Setting<T> {
  return definition;
}
