import { Fault } from '@lumiku/contract';
import type { Vision } from '@lumiku/vision';

const blind = async (): Promise<never> => {
  throw new Fault({
    code: 'VISION_UNAVAILABLE',
    status: 503,
    message: 'This studio does not look at photos.',
    fix: 'Choose your look yourself, or ask the operator to set LUMIKU_VISION=on.',
  });
};

/** For studios that do not look at photos (LUMIKU_VISION=off): every look is left to the person. */
export const noVision: Vision = {
  look: blind,
  findBodies: blind,
  compareFaces: blind,
  swapFace: blind,
  warmUp: async () => undefined,
  processId: () => undefined,
  close: async () => undefined,
};
