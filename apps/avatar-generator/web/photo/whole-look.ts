import { CLOTHES, Look, type LookChoice } from '@lumiku/contract';

/** Stands in for what nobody said while a look is being edited; the server fills up the picture itself. */
const UNSAID: Look = {
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

/** A look that can be drawn, from as much as is known of one. */
export function wholeLook(known: LookChoice): Look {
  const outfit = known.clothes === undefined ? known.outfit : CLOTHES[known.clothes].style;
  const look = Look.safeParse({ ...UNSAID, ...known, ...(outfit === undefined ? {} : { outfit }) });
  return look.success ? look.data : UNSAID;
}
