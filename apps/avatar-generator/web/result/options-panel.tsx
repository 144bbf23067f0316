import { SegmentedControl, Setting, Switch, useWords } from '@lumiku/ui-kit';
import { PRICES, SHORT_SIDE_PX } from '../../contract.ts';
import { useStudioChoices } from '../studio/studio-choices.ts';
import { SceneChoices } from './scene-choices.tsx';
import { StyleChoice } from './style-choice.tsx';
import { useWorkshop } from './use-workshop.ts';

/** Quality, priority, style and scene: what changes the picture and its price. */
export function OptionsPanel() {
  const { t } = useWords();
  const { quality, priority, choose } = useStudioChoices();
  const isHdOff = useWorkshop()?.picture?.hd === false;
  return (
    <div className="grid gap-3.5">
      <Setting
        label={t({ en: 'Quality', id: 'Kualitas' })}
        hint={
          isHdOff
            ? t({
                en: 'No engine here makes HD right now',
                id: 'Belum ada mesin yang bisa HD di sini',
              })
            : t({
                en: `${SHORT_SIDE_PX.sd} px, or ${SHORT_SIDE_PX.hd} px on the short side`,
                id: `${SHORT_SIDE_PX.sd} px, atau ${SHORT_SIDE_PX.hd} px di sisi pendek`,
              })
        }
      >
        {() => (
          <SegmentedControl
            label={t({ en: 'Quality', id: 'Kualitas' })}
            value={quality}
            segments={[
              { value: 'sd', label: 'SD' },
              { value: 'hd', label: 'HD', extraCredits: PRICES.hd, isDisabled: isHdOff },
            ]}
            onChange={(value) => choose({ quality: value })}
          />
        )}
      </Setting>
      <Setting
        label={t({ en: 'Priority', id: 'Prioritas' })}
        extraCredits={PRICES.priority}
        hint={t({ en: 'Goes before everyone who waits.', id: 'Didahulukan dari yang menunggu.' })}
      >
        {(labelId) => (
          <Switch
            labelledBy={labelId}
            isOn={priority}
            onChange={(isOn) => choose({ priority: isOn })}
          />
        )}
      </Setting>
      <StyleChoice />
      <SceneChoices />
    </div>
  );
}
