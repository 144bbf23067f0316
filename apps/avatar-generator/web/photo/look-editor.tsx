import { LOOK_COLOURS, type LookChoice } from '@lumiku/contract';
import { Button, ChipChoice, useWords } from '@lumiku/ui-kit';
import { RotateCcw } from 'lucide-react';
import { ColourChoice } from './colour-choice.tsx';
import { CHOICE_KEYS, type ColourKey, LOOK_WORDS, valuesOf, withChoice } from './look-words.ts';

const COLOUR_KEYS: readonly ColourKey[] = [
  'skinColour',
  'hairColour',
  'topColour',
  'bottomColour',
  'accentColour',
];

/** Everything a look has, as chips and swatches: what the photo suggested, changed by whatever the person chose. */
export function LookEditor({
  suggested,
  edits,
  onChange,
}: {
  suggested: LookChoice;
  edits: LookChoice;
  onChange: (edits: LookChoice) => void;
}) {
  const { t } = useWords();
  const look: LookChoice = { ...suggested, ...edits };
  const isEdited = Object.keys(edits).length > 0;
  return (
    <div className="grid gap-4">
      {COLOUR_KEYS.slice(0, 2).map((key) => (
        <ColourChoice
          key={key}
          label={t(LOOK_COLOURS[key].title)}
          colourKey={key}
          value={look[key] ?? null}
          suggested={suggested[key] ?? null}
          onChange={(colour) => onChange(withChoice(edits, key, colour))}
        />
      ))}
      {CHOICE_KEYS.map((key) => {
        const values: Record<string, { en: string; id: string }> = LOOK_WORDS[key].names;
        return (
          <fieldset key={key} className="m-0 grid min-w-0 gap-2 border-0 p-0">
            <legend className="mb-2 p-0 text-13 font-medium">{t(LOOK_WORDS[key].title)}</legend>
            <ChipChoice
              label={t(LOOK_WORDS[key].title)}
              value={look[key] ?? null}
              options={valuesOf(key).map((value) => ({
                value,
                label: t(values[value] ?? { en: value, id: value }),
              }))}
              onChange={(value) => onChange(withChoice(edits, key, value))}
              className="!gap-1.5"
            />
          </fieldset>
        );
      })}
      {COLOUR_KEYS.slice(2).map((key) => (
        <ColourChoice
          key={key}
          label={t(LOOK_COLOURS[key].title)}
          colourKey={key}
          value={look[key] ?? null}
          suggested={suggested[key] ?? null}
          onChange={(colour) => onChange(withChoice(edits, key, colour))}
        />
      ))}
      <Button
        kind="quiet"
        size="s"
        icon={RotateCcw}
        disabled={!isEdited}
        onClick={() => onChange({})}
        className="justify-self-start"
      >
        {t({ en: 'Back to what we saw', id: 'Kembali ke yang kami lihat' })}
      </Button>
    </div>
  );
}
