import { Button, Chip, ChipChoice, ChipGroup, TextArea, useWords } from '@lumiku/ui-kit';
import { Plus, WandSparkles } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { countCharacters, PROMPT_MAX } from '../../contract.ts';
import { AGES, BODIES, GENDERS, STYLES } from '../creator/choice-words.ts';
import { promptProblem } from './draft.ts';
import { EthnicityChoice } from './ethnicity-choice.tsx';
import { Filmstrip } from './filmstrip.tsx';
import { ProblemLine, useMustWait } from './problem-line.tsx';
import { suggestionsFor } from './prompt-suggestions.ts';
import { usePreviewStore } from './use-preview-store.ts';

/** The first phase: the person's own words, and a few choices where words are slow. */
export function WordsPhase() {
  const { t } = useWords();
  const { draft, edit, previews } = usePreviewStore();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <PromptField />
      <div className="flex min-w-0 flex-wrap gap-x-9 gap-y-4.5 phone:grid phone:grid-cols-[minmax(0,1fr)]">
        <Group title={t({ en: 'Gender', id: 'Gender' })}>
          {(label) => (
            <ChipChoice
              label={label}
              options={GENDERS.map(({ value, words }) => ({ value, label: t(words) }))}
              value={draft.gender}
              onChange={(gender) => edit({ gender })}
              onClear={() => edit({ gender: null })}
            />
          )}
        </Group>
        <Group title={t({ en: 'Age', id: 'Usia' })}>
          {(label) => (
            <ChipChoice
              label={label}
              options={AGES.map(({ value, words }) => ({ value, label: t(words) }))}
              value={draft.ageRange}
              onChange={(ageRange) => edit({ ageRange })}
              onClear={() => edit({ ageRange: null })}
            />
          )}
        </Group>
        <Group title={t({ en: 'Framing', id: 'Bingkai' })}>
          {(label) => (
            <ChipChoice
              label={label}
              options={BODIES.map(({ value, words }) => ({ value, label: t(words) }))}
              value={draft.bodyType}
              onChange={(bodyType) => edit({ bodyType })}
            />
          )}
        </Group>
        <Group title={t({ en: 'Style', id: 'Gaya' })}>
          {(label) => (
            <ChipChoice
              label={label}
              options={STYLES.map(({ value, words }) => ({ value, label: t(words) }))}
              value={draft.style}
              onChange={(style) => edit({ style })}
              onClear={() => edit({ style: null })}
            />
          )}
        </Group>
      </div>
      <Group title={t({ en: 'Ethnicity', id: 'Etnis' })}>
        {(label) => <EthnicityChoice label={label} />}
      </Group>
      {previews.length > 0 && (
        <section>
          <h3 className="text-13 font-medium">
            {t({ en: 'Earlier previews', id: 'Pratinjau sebelumnya' })}
          </h3>
          <Filmstrip />
        </section>
      )}
    </div>
  );
}

/** What can be left out says so by being cleared with a second press. */
function Group({ title, children }: { title: string; children: (label: string) => ReactNode }) {
  return (
    <div className="min-w-0">
      <p aria-hidden className="mb-2 text-13 font-medium">
        {title}
      </p>
      {children(title)}
    </div>
  );
}

function PromptField() {
  const { t, language } = useWords();
  const { draft, edit, generatePreview } = usePreviewStore();
  const [isTouched, setTouched] = useState(false);
  const problem = promptProblem(draft.prompt);
  const isTooLong = countCharacters(draft.prompt.trim()) > PROMPT_MAX;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void generatePreview();
  };
  return (
    <div>
      <TextArea
        label={t({ en: 'Who do you have in mind?', id: 'Siapa yang kamu bayangkan?' })}
        value={draft.prompt}
        counter={{ used: countCharacters(draft.prompt.trim()), max: PROMPT_MAX }}
        rows={3}
        onChange={(event) => edit({ prompt: event.target.value })}
        onBlur={() => setTouched(true)}
        onKeyDown={onKeyDown}
        error={
          problem !== null && (isTooLong || (isTouched && draft.prompt.trim() !== ''))
            ? t(problem)
            : undefined
        }
        placeholder={t({
          en: 'For example: a woman in a cream tunic and an emerald hijab, kind smile',
          id: 'Misalnya: perempuan bertunik krem dan hijab hijau zamrud, senyum ramah',
        })}
      />
      <ChipGroup isScrolling label={t({ en: 'Suggestions', id: 'Saran' })} className="mt-2.5">
        {suggestionsFor(draft.prompt, language).map((suggestion) => (
          <Chip
            key={suggestion.label}
            icon={suggestion.isAddition ? Plus : WandSparkles}
            onClick={() => edit({ prompt: suggestion.prompt })}
            className="max-w-full phone:max-w-[80vw]"
          >
            <span className="truncate">{suggestion.label}</span>
          </Chip>
        ))}
      </ChipGroup>
    </div>
  );
}

export function WordsFooter() {
  const { t } = useWords();
  const { draft, generatePreview } = usePreviewStore();
  const noteId = useId();
  const mustWait = useMustWait();
  const problem = promptProblem(draft.prompt);
  const isOff = problem !== null || mustWait;
  return (
    <>
      <ProblemLine />
      <span id={noteId} className="mr-auto text-13 text-ink-3 phone:hidden">
        {problem !== null && draft.prompt.trim() !== ''
          ? t(problem)
          : t({
              en: 'Nothing is saved or charged yet.',
              id: 'Belum ada yang disimpan atau dibayar.',
            })}
      </span>
      <Button
        kind="primary"
        size="l"
        icon={WandSparkles}
        price={0}
        disabled={isOff}
        aria-describedby={noteId}
        onClick={() => void generatePreview()}
      >
        {t({ en: 'Generate preview', id: 'Buat pratinjau' })}
      </Button>
    </>
  );
}
