import { setting } from './setting.ts';
import { wholeNumber, yesOrNo } from './setting-kinds.ts';

/** How photos are looked at. */
export const visionSettings = {
  isOn: setting({
    env: 'LUMIKU_VISION',
    schema: yesOrNo,
    fallback: true,
    about:
      'Whether photos are looked at on this server (is there a face, skin, hair, glasses). Off: nothing is suggested or refused.',
    fix: 'Set on or off.',
  }),
  memoryMegabytes: setting({
    env: 'LUMIKU_VISION_MEMORY_MEGABYTES',
    schema: wholeNumber(256, 16_384),
    fallback: 900,
    about: 'Memory the process that looks at photos may take before it is replaced.',
    fix: 'Set a number between 256 and 16384.',
  }),
};
