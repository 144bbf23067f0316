import { CLOTHES, LOOK_RANGES, type LookChoice } from '@lumiku/contract';
import { Button, ChipChoice, Dialog, Slider, Tabs, useWords } from '@lumiku/ui-kit';
import { RotateCcw } from 'lucide-react';
import { useMemo, useState } from 'react';
import { FaceTraitSliders } from './face-traits.tsx';
import { LookChoices, LookColours } from './look-choices.tsx';
import { LookPreview } from './look-preview.tsx';
import { wholeLook } from './whole-look.ts';

type Sheet = 'person' | 'hair' | 'face' | 'clothes';

export interface LookEditing {
  /** What the photo showed. */
  suggested: LookChoice;
  edits: LookChoice;
  onChange: (edits: LookChoice) => void;
}

/** Everything a look has, beside a figure that changes with every press. */
export function LookDialog({ onClose, ...editing }: LookEditing & { onClose: () => void }) {
  const { t } = useWords();
  const [sheet, setSheet] = useState<Sheet>('person');
  const { suggested, edits, onChange } = editing;
  const look = useMemo(() => wholeLook({ ...suggested, ...edits }), [suggested, edits]);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width={860}
      title={t({ en: 'The look', id: 'Penampilan' })}
      footer={
        <>
          <Button
            kind="quiet"
            icon={RotateCcw}
            disabled={Object.keys(edits).length === 0}
            onClick={() => onChange({})}
          >
            {t({ en: 'As we saw it', id: 'Kembalikan' })}
          </Button>
          <Button kind="primary" onClick={onClose}>
            {t({ en: 'Done', id: 'Selesai' })}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,280px)_minmax(0,1fr)] items-start gap-6 phone:grid-cols-1 phone:gap-4">
        <div className="sticky top-0 phone:z-2 phone:-mx-4 phone:bg-paper phone:pb-2">
          <div className="phone:mx-auto phone:w-32">
            <LookPreview look={look} isFace={sheet === 'hair' || sheet === 'face'} />
          </div>
        </div>
        <Tabs
          label={t({ en: 'Parts of the look', id: 'Bagian penampilan' })}
          value={sheet}
          onChange={setSheet}
          tabs={[
            {
              id: 'person',
              label: t({ en: 'Person', id: 'Sosok' }),
              content: <PersonSheet {...editing} />,
            },
            {
              id: 'hair',
              label: t({ en: 'Hair', id: 'Rambut' }),
              content: (
                <Choices>
                  <LookChoices {...editing} keys={['headCover', 'hairStyle', 'beard']} />
                  <LookColours {...editing} keys={['hairColour', 'coverColour']} />
                </Choices>
              ),
            },
            {
              id: 'face',
              label: t({ en: 'Face', id: 'Wajah' }),
              content: (
                <Choices>
                  <LookChoices {...editing} keys={['expression', 'gaze', 'glasses', 'makeup']} />
                  <LookColours {...editing} keys={['eyeColour', 'lipColour', 'glassesColour']} />
                  <FaceTraitSliders {...editing} />
                </Choices>
              ),
            },
            {
              id: 'clothes',
              label: t({ en: 'Clothes', id: 'Pakaian' }),
              content: <ClothesSheet {...editing} />,
            },
          ]}
        />
      </div>
    </Dialog>
  );
}

const Choices = ({ children }: { children: React.ReactNode }) => (
  <div className="grid gap-4">{children}</div>
);

function PersonSheet(editing: LookEditing) {
  const { t, percent } = useWords();
  const { suggested, edits, onChange } = editing;
  return (
    <Choices>
      <LookChoices {...editing} keys={['gender', 'ageRange', 'bodyShape']} />
      <LookColours {...editing} keys={['skinColour']} />
      {(['height', 'build'] as const).map((key) => {
        const { title, min, max, step } = LOOK_RANGES[key];
        return (
          <Slider
            key={key}
            label={t(title)}
            value={edits[key] ?? suggested[key] ?? 1}
            {...{ min, max, step }}
            format={(value) => percent(value)}
            onChange={(value) => onChange({ ...edits, [key]: value })}
          />
        );
      })}
    </Choices>
  );
}

/** First the style, then its outfits; an outfit brings its colours, each of which can be changed. */
function ClothesSheet(editing: LookEditing) {
  const { t, language } = useWords();
  const { suggested, edits, onChange } = editing;
  const look = { ...suggested, ...edits };
  const style =
    look.clothes === undefined ? (look.outfit ?? 'casual') : CLOTHES[look.clothes].style;
  const offered = (Object.keys(CLOTHES) as (keyof typeof CLOTHES)[]).filter(
    (id) => CLOTHES[id].style === style,
  );
  const wear = (clothes: keyof typeof CLOTHES) => {
    const [{ top, bottom, accent }] = CLOTHES[clothes].colourways;
    const colours = { topColour: top, bottomColour: bottom, accentColour: accent };
    onChange({ ...edits, clothes, outfit: style, ...colours });
  };
  return (
    <Choices>
      <LookChoices
        {...editing}
        edits={{ ...edits, outfit: style }}
        keys={['outfit']}
        onChange={(next) => onChange({ ...next, clothes: undefined })}
      />
      <fieldset className="m-0 grid min-w-0 border-0 p-0">
        <legend className="mb-2 p-0 text-13 font-medium">
          {t({ en: 'Outfit', id: 'Pakaian' })}
        </legend>
        <ChipChoice
          label={t({ en: 'Outfit', id: 'Pakaian' })}
          value={look.clothes ?? null}
          options={offered.map((id) => ({ value: id, label: CLOTHES[id][language] }))}
          onChange={wear}
          className="!gap-1.5"
        />
      </fieldset>
      <LookChoices {...editing} keys={['shoes']} />
      <LookColours {...editing} keys={['topColour', 'bottomColour', 'accentColour']} />
    </Choices>
  );
}
