import {
  FACE_TRAIT_NAMES,
  FACE_TRAIT_STEP,
  type FaceTrait,
  type LookChoice,
  type Words,
} from '@lumiku/contract';
import { ChipChoice, Slider, useWords } from '@lumiku/ui-kit';
import { useState } from 'react';
import { traitWords } from './face-trait-words.ts';
import type { LookEditing } from './look-dialog.tsx';
import { withChoice } from './look-words.ts';

type Group = 'head' | 'eyes' | 'mouth';

const GROUPS: Readonly<Record<Group, { title: Words; traits: readonly FaceTrait[] }>> = {
  head: {
    title: { en: 'Head', id: 'Kepala' },
    traits: ['faceLength', 'jawWidth', 'chin', 'cheeks', 'ears'],
  },
  eyes: {
    title: { en: 'Eyes and brows', id: 'Mata dan alis' },
    traits: ['eyeSize', 'eyeSpacing', 'eyeTilt', 'browHeight', 'browThickness'],
  },
  mouth: {
    title: { en: 'Nose and mouth', id: 'Hidung dan mulut' },
    traits: ['noseWidth', 'noseLength', 'lips', 'mouthWidth'],
  },
};

/** The shape of the face, a few sliders at a time. What nobody moved stays as the photo showed it or as it is drawn. */
export function FaceTraitSliders({ suggested, edits, onChange }: LookEditing) {
  const { t } = useWords();
  const [group, setGroup] = useState<Group>('head');
  const face: LookChoice['face'] = edits.face ?? suggested.face;
  return (
    <fieldset className="m-0 grid min-w-0 gap-3 border-0 p-0">
      <legend className="mb-2 p-0 text-13 font-medium">
        {t({ en: 'Shape of the face', id: 'Bentuk wajah' })}
      </legend>
      <ChipChoice
        label={t({ en: 'Part of the face', id: 'Bagian wajah' })}
        value={group}
        options={(['head', 'eyes', 'mouth'] as const).map((value) => ({
          value,
          label: t(GROUPS[value].title),
        }))}
        onChange={setGroup}
        className="!gap-1.5"
      />
      {GROUPS[group].traits.map((trait) => (
        <Slider
          key={trait}
          label={t(FACE_TRAIT_NAMES[trait].title)}
          value={face?.[trait] ?? 0}
          {...{ min: -1, max: 1, step: FACE_TRAIT_STEP }}
          format={(value) => t(traitWords(trait, face?.[trait] === undefined ? null : value))}
          onChange={(value) => onChange(withChoice(edits, 'face', { ...face, [trait]: value }))}
        />
      ))}
    </fieldset>
  );
}
