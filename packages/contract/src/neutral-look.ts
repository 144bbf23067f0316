import type { Look } from './look.ts';

/** What is drawn where neither the photo nor the person said anything: nobody in particular. */
export const NEUTRAL_LOOK: Look = {
  gender: 'unisex',
  ageRange: 'adult',
  skinColour: '#c08a68',
  hairStyle: 'short',
  hairColour: '#2e2420',
  headCover: 'none',
  glasses: 'none',
  beard: 'none',
  build: 1,
  outfit: 'casual',
  topColour: '#4a6078',
  bottomColour: '#33363d',
  accentColour: '#d9cfc0',
};
