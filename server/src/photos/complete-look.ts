import { CLOTHES, Look, type LookChoice, NEUTRAL_LOOK } from '@lumiku/contract';

/** The person's word counts more than the photo, the photo more than the neutral look. */
export function completeLook(suggested: LookChoice, chosen: LookChoice): Look {
  const look = { ...NEUTRAL_LOOK, ...said(suggested), ...said(chosen) };
  // A cover that was only guessed must not hide hair the person asked for.
  const hasChosenHair = chosen.hairStyle !== undefined || chosen.hairColour !== undefined;
  if (hasChosenHair && chosen.headCover === undefined) look.headCover = 'none';
  // An outfit belongs to one style: asked for by name it brings its style along, a chosen style drops a guessed outfit.
  if (chosen.clothes !== undefined) look.outfit = CLOTHES[chosen.clothes].style;
  else if (chosen.outfit !== undefined) look.clothes = undefined;
  if (suggested.face && chosen.face) look.face = { ...suggested.face, ...chosen.face };
  return Look.parse(look);
}

function said(choice: LookChoice): LookChoice {
  return Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== undefined));
}
