import { LOOK_COLOURS } from '@lumiku/contract';
import { ChipChoice, useWords } from '@lumiku/ui-kit';
import { ColourChoice } from './colour-choice.tsx';
import type { LookEditing } from './look-dialog.tsx';
import { type ChoiceKey, type ColourKey, LOOK_WORDS, valuesOf, withChoice } from './look-words.ts';

/** Choices of a look as chips, each under its title. */
export function LookChoices({
  suggested,
  edits,
  onChange,
  keys,
}: LookEditing & { keys: readonly ChoiceKey[] }) {
  const { t } = useWords();
  const look = { ...suggested, ...edits };
  return keys.map((key) => {
    const names: Record<string, { en: string; id: string } | undefined> = LOOK_WORDS[key].names;
    return (
      <fieldset key={key} className="m-0 grid min-w-0 border-0 p-0">
        <legend className="mb-2 p-0 text-13 font-medium">{t(LOOK_WORDS[key].title)}</legend>
        <ChipChoice
          label={t(LOOK_WORDS[key].title)}
          value={look[key] ?? null}
          options={valuesOf(key).map((value) => ({
            value,
            label: t(names[value] ?? { en: value, id: value }),
          }))}
          onChange={(value) => onChange(withChoice(edits, key, value))}
          className="!gap-1.5"
        />
      </fieldset>
    );
  });
}

/** Colours of a look as swatches, what the photo showed first. */
export function LookColours({
  suggested,
  edits,
  onChange,
  keys,
}: LookEditing & { keys: readonly ColourKey[] }) {
  const { t } = useWords();
  const look = { ...suggested, ...edits };
  return keys.map((key) => (
    <ColourChoice
      key={key}
      label={t(LOOK_COLOURS[key].title)}
      colourKey={key}
      value={look[key] ?? null}
      suggested={suggested[key] ?? null}
      onChange={(colour) => onChange(withChoice(edits, key, colour))}
    />
  ));
}
