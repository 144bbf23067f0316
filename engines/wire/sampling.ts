/** What a model takes of a number of `Sampling`. */
export interface SamplingBounds {
  readonly min: number;
  readonly max: number;
}

export interface SamplingRange extends SamplingBounds {
  /** Where nothing was asked for. */
  readonly usual: number;
}

export const clamp = (asked: number, { min, max }: SamplingBounds): number =>
  Math.min(max, Math.max(min, asked));

/** The number that was asked for as far as the model takes it, or its usual one. */
export const within = (asked: number | undefined, range: SamplingRange): number =>
  asked === undefined ? range.usual : clamp(asked, range);

/** The same for steps, of which there are only whole ones. */
export const stepsWithin = (asked: number | undefined, range: SamplingRange): number =>
  Math.round(within(asked, range));

/** FLUX.1-dev and its likes. */
export const FLUX_STEPS: SamplingRange = { min: 10, max: 50, usual: 28 };
export const FLUX_GUIDANCE: SamplingRange = { min: 1, max: 10, usual: 3.5 };

const DISTILLED = /schnell|turbo|lightning|hyper|lcm|klein|distill/i;

/** Models trained to draw in a few steps of their own: more of them, or guidance, spoil the picture. By their name. */
export const isDistilled = (model: string): boolean => DISTILLED.test(model);
