import { CLOTHES, Look, type LookChoice, NEUTRAL_LOOK } from '@lumiku/contract';

/** A look that can be drawn, from as much as is known of one; the server fills up the picture itself. */
export function wholeLook(known: LookChoice): Look {
  const outfit = known.clothes === undefined ? known.outfit : CLOTHES[known.clothes].style;
  const look = Look.safeParse({
    ...NEUTRAL_LOOK,
    ...known,
    ...(outfit === undefined ? {} : { outfit }),
  });
  return look.success ? look.data : NEUTRAL_LOOK;
}
