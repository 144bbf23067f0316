import type { Words } from '@lumiku/contract';
import { ChipChoice, SegmentedControl, Setting, Switch, useWords } from '@lumiku/ui-kit';
import { PRICES, QUALITY_SIZES, type StylePreset } from '../../contract.ts';
import { useStudioChoices } from '../studio/studio-choices.ts';

export const STYLE_WORDS: Record<StylePreset, Words> = {
  realistic: { en: 'Realistic', id: 'Realistis' },
  cartoon: { en: 'Cartoon', id: 'Kartun' },
  anime: { en: 'Anime', id: 'Anime' },
};
const STYLES: readonly StylePreset[] = ['realistic', 'cartoon', 'anime'];

/** Quality, priority and style: what changes the picture and its price. */
export function OptionsPanel() {
  const { t } = useWords();
  const { quality, priority, stylePreset, choose } = useStudioChoices();
  const sd = QUALITY_SIZES.sd.widthPx;
  const hd = QUALITY_SIZES.hd.widthPx;
  return (
    <div className="grid gap-3.5">
      <Setting
        label={t({ en: 'Quality', id: 'Kualitas' })}
        hint={t({
          en: `${sd} px, or ${hd} px on the short side`,
          id: `${sd} px, atau ${hd} px di sisi pendek`,
        })}
      >
        {() => (
          <SegmentedControl
            label={t({ en: 'Quality', id: 'Kualitas' })}
            value={quality}
            segments={[
              { value: 'sd', label: 'SD' },
              { value: 'hd', label: 'HD', extraCredits: PRICES.hd },
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
      <div>
        <div aria-hidden className="mb-2 text-13 font-medium">
          {t({ en: 'Style', id: 'Gaya' })}
        </div>
        <ChipChoice
          label={t({ en: 'Style', id: 'Gaya' })}
          value={stylePreset}
          options={STYLES.map((value) => ({ value, label: t(STYLE_WORDS[value]) }))}
          onChange={(value) => choose({ stylePreset: value })}
        />
      </div>
    </div>
  );
}
