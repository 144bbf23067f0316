import { Look, type LookChoice } from '@lumiku/contract';
import { NEUTRAL_LOOK } from './neutral-look.ts';

/** The person's word counts more than the photo, the photo more than the neutral look. */
export function completeLook(suggested: LookChoice, chosen: LookChoice): Look {
  const look = { ...NEUTRAL_LOOK, ...said(suggested), ...said(chosen) };
  // A cover that was only guessed must not hide hair the person asked for.
  const hasChosenHair = chosen.hairStyle !== undefined || chosen.hairColour !== undefined;
  if (hasChosenHair && chosen.headCover === undefined) look.headCover = 'none';
  return Look.parse(look);
}

function said(choice: LookChoice): LookChoice {
  return Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== undefined));
}
