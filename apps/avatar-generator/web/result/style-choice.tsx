import { classNames, useWords } from '@lumiku/ui-kit';
import { useId } from 'react';
import { useStudioChoices } from '../studio/studio-choices.ts';
import { useStyles } from './use-styles.ts';

/** The styles by their sample pictures: the same person in each. */
export function StyleChoice() {
  const { t } = useWords();
  const name = useId();
  const styles = useStyles();
  const { stylePreset, choose } = useStudioChoices();
  const chosen = styles.find(({ id }) => id === stylePreset);
  return (
    <fieldset className="m-0 min-w-0 border-0 p-0">
      <legend className="mb-2 flex w-full items-baseline gap-2 p-0 text-13 font-medium">
        {t({ en: 'Style', id: 'Gaya' })}
        {chosen !== undefined && (
          <span className="min-w-0 truncate font-normal text-ink-3">{t(chosen.about)}</span>
        )}
      </legend>
      <div className="scroll-thin -mx-4 flex gap-2 overflow-x-auto px-4 pt-1 pb-2">
        {styles.map((style) => {
          const isOn = style.id === stylePreset;
          return (
            <label key={style.id} className="relative w-18 shrink-0 cursor-pointer">
              <input
                type="radio"
                name={name}
                checked={isOn}
                onChange={() => choose({ stylePreset: style.id })}
                className="peer absolute inset-0 size-full cursor-pointer appearance-none rounded-m"
              />
              <img
                src={style.sampleUrl}
                alt=""
                loading="lazy"
                className={classNames(
                  'pointer-events-none aspect-3/4 w-full rounded-control bg-sunken object-cover transition-shadow quick',
                  isOn && 'shadow-[0_0_0_2px_var(--surface),0_0_0_4px_var(--accent)]',
                )}
              />
              <span
                className={classNames(
                  'pointer-events-none mt-1.5 block truncate text-center text-12',
                  isOn ? 'font-semibold text-ink' : 'text-ink-2',
                )}
              >
                {t(style.names)}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
