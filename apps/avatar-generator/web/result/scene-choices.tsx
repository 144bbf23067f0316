import {
  SCENE_ASPECTS,
  SCENE_BACKDROPS,
  SCENE_FRAMINGS,
  SCENE_LIGHTS,
  type Scene,
} from '@lumiku/contract';
import { ChipChoice, classNames, Fold, Setting, Slider, Switch, useWords } from '@lumiku/ui-kit';
import { Sun } from 'lucide-react';
import { useId } from 'react';
import { useStudioChoices } from '../studio/studio-choices.ts';
import { isTurned, sceneSummary } from './scene-words.ts';

/** Light, backdrop, cut and turn, folded away: what is left alone is the style's and the pose's own. */
export function SceneChoices() {
  const { t, language, number } = useWords();
  const { scene, poseTurn, choose } = useStudioChoices();
  const set = (change: Partial<Scene>) => choose({ scene: { ...scene, ...change } });
  const clear = (key: keyof Scene) => {
    const { [key]: _, ...rest } = scene;
    choose({ scene: rest });
  };
  const names = <Id extends string>(
    list: readonly { id: Id; names: { en: string; id: string } }[],
  ) => list.map((one) => ({ value: one.id, label: one.names[language] }));
  return (
    <Fold
      title={t({ en: 'Scene', id: 'Adegan' })}
      icon={Sun}
      aside={sceneSummary(scene, poseTurn, t)}
    >
      <div className="grid gap-4 pt-1">
        <Titled title={t({ en: 'Light', id: 'Cahaya' })}>
          <ChipChoice
            label={t({ en: 'Light', id: 'Cahaya' })}
            value={scene.light ?? null}
            options={names(SCENE_LIGHTS)}
            onChange={(light) => set({ light })}
            onClear={() => clear('light')}
            className="!gap-1.5"
          />
        </Titled>
        <BackdropChoice scene={scene} onChange={(next) => choose({ scene: next })} />
        <Titled title={t({ en: 'Framing', id: 'Bingkai' })}>
          <ChipChoice
            label={t({ en: 'Framing', id: 'Bingkai' })}
            value={scene.framing ?? null}
            options={names(SCENE_FRAMINGS)}
            onChange={(framing) => set({ framing })}
            onClear={() => clear('framing')}
            className="!gap-1.5"
          />
        </Titled>
        <Titled title={t({ en: 'Shape', id: 'Bentuk' })}>
          <ChipChoice
            label={t({ en: 'Shape', id: 'Bentuk' })}
            value={scene.aspect ?? '3:4'}
            options={names(SCENE_ASPECTS)}
            onChange={(aspect) => set({ aspect })}
            className="!gap-1.5"
          />
        </Titled>
        <Setting
          label={t({ en: 'Mirror the pose', id: 'Cerminkan pose' })}
          hint={t({ en: 'Left and right exchanged', id: 'Kiri dan kanan ditukar' })}
        >
          {(labelId) => (
            <Switch
              labelledBy={labelId}
              isOn={poseTurn.mirror ?? false}
              onChange={(mirror) => choose({ poseTurn: { ...poseTurn, mirror } })}
            />
          )}
        </Setting>
        <Setting
          label={t({ en: 'Turn the pose', id: 'Putar pose' })}
          hint={t({ en: 'To another side of the camera', id: 'Ke sisi lain kamera' })}
        >
          {(labelId) => (
            <Switch
              labelledBy={labelId}
              isOn={isTurned(poseTurn)}
              onChange={(isOn) => {
                const { yaw: _, ...rest } = poseTurn;
                choose({ poseTurn: isOn ? { ...rest, yaw: 30 } : rest });
              }}
            />
          )}
        </Setting>
        {poseTurn.yaw !== undefined && (
          <Slider
            label={t({ en: 'Turned by', id: 'Diputar' })}
            value={poseTurn.yaw}
            min={-180}
            max={180}
            step={15}
            format={(yaw) => `${number(yaw)}°`}
            onChange={(yaw) => choose({ poseTurn: { ...poseTurn, yaw } })}
          />
        )}
      </div>
    </Fold>
  );
}

function Titled({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div>
      <div aria-hidden className="mb-2 text-13 font-medium">
        {title}
      </div>
      {children}
    </div>
  );
}

/** The studio's papers as small swatches, none at all, or the style's own. */
function BackdropChoice({ scene, onChange }: { scene: Scene; onChange: (scene: Scene) => void }) {
  const { t, language } = useWords();
  const name = useId();
  const { backdrop: _, transparent: __, ...rest } = scene;
  const options = [
    {
      id: 'own',
      words: t({ en: 'The style’s own', id: 'Bawaan gaya' }),
      look: 'linear-gradient(135deg,var(--surface) 46%,var(--line-field) 46% 54%,var(--surface) 54%)',
      scene: rest,
      isOn: scene.backdrop === undefined && scene.transparent !== true,
    },
    {
      id: 'transparent',
      words: t({ en: 'Transparent', id: 'Transparan' }),
      look: 'repeating-conic-gradient(var(--sunken) 0 25%,var(--line-field) 0 50%) 0 0/12px 12px',
      scene: { ...rest, transparent: true },
      isOn: scene.transparent === true,
    },
    ...SCENE_BACKDROPS.map(({ id, names, colours: [first, second] }) => ({
      id,
      words: names[language],
      look: `linear-gradient(${first},${second})`,
      scene: { ...rest, backdrop: id },
      isOn: scene.backdrop === id && scene.transparent !== true,
    })),
  ];
  const chosen = options.find(({ isOn }) => isOn);
  return (
    <fieldset className="m-0 min-w-0 border-0 p-0">
      <legend className="mb-2 p-0 text-13 font-medium">
        {t({ en: 'Backdrop', id: 'Latar' })}{' '}
        <span className="font-normal text-ink-3">{chosen?.words ?? ''}</span>
      </legend>
      <div className="flex flex-wrap gap-1.5">
        {options.map((option) => (
          <label
            key={option.id}
            title={option.words}
            className={classNames(
              'relative block h-9 w-9 rounded-control touch:size-11',
              option.isOn
                ? 'shadow-[0_0_0_2px_var(--surface),0_0_0_4px_var(--accent)]'
                : 'shadow-[inset_0_0_0_1px_var(--line-field)]',
            )}
            style={{ background: option.look }}
          >
            <input
              type="radio"
              name={name}
              aria-label={option.words}
              checked={option.isOn}
              onChange={() => onChange(option.scene)}
              className="absolute inset-0 size-full cursor-pointer appearance-none rounded-control"
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
