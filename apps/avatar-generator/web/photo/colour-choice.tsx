import { LOOK_COLOURS } from '@lumiku/contract';
import { classNames, useWords } from '@lumiku/ui-kit';
import { Check, Pipette } from 'lucide-react';
import { useId } from 'react';
import type { ColourKey } from './look-words.ts';

const DOT =
  'relative grid size-7 place-items-center rounded-full shadow-[inset_0_0_0_1px_var(--line-field)] touch:size-11';

/** A colour: what the photo showed first, then swatches, then any other. */
export function ColourChoice({
  label,
  colourKey,
  value,
  suggested,
  onChange,
}: {
  label: string;
  colourKey: ColourKey;
  value: string | null;
  suggested: string | null;
  onChange: (colour: string) => void;
}) {
  const { t } = useWords();
  const name = useId();
  const offered = [
    ...new Set([...(suggested === null ? [] : [suggested]), ...LOOK_COLOURS[colourKey].swatches]),
  ];
  const isOther = value !== null && !offered.includes(value);
  return (
    <fieldset className="m-0 min-w-0 border-0 p-0">
      <legend className="mb-2 p-0 text-13 font-medium">{label}</legend>
      <div className="flex flex-wrap gap-1 touch:gap-1.5">
        {offered.map((colour) => (
          <label key={colour} className={DOT} style={{ background: colour }}>
            <input
              type="radio"
              name={name}
              className="peer absolute inset-0 size-full cursor-pointer appearance-none rounded-full"
              checked={value === colour}
              onChange={() => onChange(colour)}
              aria-label={
                colour === suggested
                  ? `${colour}, ${t({ en: 'as in the photo', id: 'seperti di foto' })}`
                  : colour
              }
            />
            <ChosenMark isShown={value === colour} colour={colour} />
          </label>
        ))}
        <label
          className={classNames(DOT, 'bg-surface text-ink-2')}
          style={isOther ? { background: value } : undefined}
          title={t({ en: 'Another colour', id: 'Warna lain' })}
        >
          <input
            type="color"
            aria-label={`${label}: ${t({ en: 'another colour', id: 'warna lain' })}`}
            value={value ?? '#888888'}
            onChange={(event) => onChange(event.target.value.toLowerCase())}
            className="absolute inset-0 size-full cursor-pointer rounded-full opacity-0"
          />
          {isOther ? (
            <ChosenMark isShown colour={value} />
          ) : (
            <Pipette aria-hidden className="pointer-events-none size-3.5" strokeWidth={1.75} />
          )}
        </label>
      </div>
    </fieldset>
  );
}

function ChosenMark({ isShown, colour }: { isShown: boolean; colour: string }) {
  if (!isShown) return null;
  return (
    <>
      <span
        aria-hidden
        className="pointer-events-none absolute -inset-[3px] rounded-full shadow-[0_0_0_2px_var(--accent)]"
      />
      <Check
        aria-hidden
        className="pointer-events-none size-4"
        strokeWidth={3}
        color={isLight(colour) ? '#1b1a20' : '#ffffff'}
      />
    </>
  );
}

/** Rec. 601 luma of `#rrggbb`, enough to choose a dark or a light mark. */
function isLight(colour: string): boolean {
  const channel = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  return 0.299 * channel(1) + 0.587 * channel(3) + 0.114 * channel(5) > 150;
}
