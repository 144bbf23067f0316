import type { LookChoice } from '@lumiku/contract';
import type { Ethnicity } from './ethnicities.ts';

/** What a colour word beside a thing colours. */
export type Tint =
  | 'topColour'
  | 'bottomColour'
  | 'accentColour'
  | 'hairColour'
  | 'coverColour'
  /** Of the hair, unless that has a colour of its own. */
  | 'beardColour'
  | 'skinColour'
  | 'backdrop'
  | 'dress';

/** How the arms are held, as far as words can ask for it. */
export type Gesture = 'hips' | 'pockets' | 'crossed';

/** A thing words can name: what it sets, what a colour beside it tints, and how it is said in both languages. */
export interface Thing {
  en: readonly string[];
  id: readonly string[];
  set?: LookChoice;
  /** What it sets where nothing else in the words decides it: a shirt is worn by itself, but also under a suit. */
  hint?: LookChoice;
  tint?: Tint;
  gesture?: Gesture;
  /** What "no …" / "tanpa …" before it sets instead. */
  without?: LookChoice;
  ethnicity?: Ethnicity;
  /** A colour the thing has of its own when none is said. */
  colour?: string;
  /** Read, but not drawn by this engine: it is told in the note. */
  isUndrawn?: boolean;
}
