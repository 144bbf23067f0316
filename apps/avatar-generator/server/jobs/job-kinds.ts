import { AVATAR_GENERATOR, type GenerationKind } from '../../contract.ts';

/** The kind of job behind each kind of generation. */
export const JOB_KINDS = {
  picture: `${AVATAR_GENERATOR}.render-generation`,
  'face-swap': `${AVATAR_GENERATOR}.swap-face`,
  clip: `${AVATAR_GENERATOR}.make-clip`,
} as const satisfies Record<GenerationKind, string>;
