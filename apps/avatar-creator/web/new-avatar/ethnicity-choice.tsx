import { Chip, ChipChoice, ChipGroup, Field, useWords } from '@lumiku/ui-kit';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { ETHNICITIES } from '../creator/choice-words.ts';
import { usePreviewStore } from './use-preview-store.ts';

/** One of those offered, or one's own word for it; none leaves it to the words. */
export function EthnicityChoice({ label }: { label: string }) {
  const { t } = useWords();
  const { draft, edit } = usePreviewStore();
  const { ethnicity } = draft;
  const offered = ETHNICITIES.find(({ value }) => value === ethnicity);
  const [isWriting, setWriting] = useState(ethnicity !== null && offered === undefined);

  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2.5">
      <ChipGroup label={label} isScrolling>
        <ChipChoice
          label={label}
          className="contents!"
          options={ETHNICITIES.map(({ value, words }) => ({ value, label: t(words) }))}
          value={isWriting ? null : (offered?.value ?? null)}
          onChange={(value) => {
            setWriting(false);
            edit({ ethnicity: value });
          }}
          onClear={() => edit({ ethnicity: null })}
        />
        <Chip
          icon={Pencil}
          isOn={isWriting}
          onClick={() => {
            setWriting(!isWriting);
            edit({ ethnicity: null });
          }}
        >
          {t({ en: 'In my own words', id: 'Tulis sendiri' })}
        </Chip>
      </ChipGroup>
      {isWriting && (
        <Field
          label={t({ en: 'Ethnicity in your words', id: 'Etnis dengan kata-katamu' })}
          autoFocus
          maxLength={50}
          value={ethnicity ?? ''}
          placeholder={t({ en: 'Javanese, Batak, Minang …', id: 'Jawa, Batak, Minang …' })}
          onChange={(event) => edit({ ethnicity: event.target.value || null })}
        />
      )}
    </div>
  );
}
