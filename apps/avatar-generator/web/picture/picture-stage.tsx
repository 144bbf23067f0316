import type { PoseTemplate } from '@lumiku/contract';
import { GlassBar, GlassButton, useWords } from '@lumiku/ui-kit';
import { Bone, Columns2, Maximize2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Generation } from '../../contract.ts';
import { poseLabel } from '../generations/pose-label.ts';
import { BeforeAfter } from './before-after.tsx';
import { FittedPicture } from './fitted-picture.tsx';
import { PictureBones } from './picture-bones.tsx';
import { ratioOf } from './ratio-of.ts';

/** A finished picture that can be compared: with the pose that was asked for, and with the photo. */
export function PictureStage({
  generation,
  pose,
  isBleeding = false,
}: {
  generation: Generation;
  pose: PoseTemplate | undefined;
  isBleeding?: boolean;
}) {
  const { t, language } = useWords();
  const stage = useRef<HTMLDivElement>(null);
  const [compare, setCompare] = useState<'none' | 'pose' | 'photo'>('none');
  const toggle = (what: 'pose' | 'photo') => setCompare(compare === what ? 'none' : what);
  const name = pose?.names[language] ?? poseLabel(generation, language);
  const fullScreen = () => {
    if (document.fullscreenElement !== null) void document.exitFullscreen();
    else void stage.current?.requestFullscreen();
  };
  return (
    <div ref={stage} className="relative size-full overflow-hidden bg-studio @container-size">
      {generation.outputImageUrl !== null && (
        <FittedPicture
          src={generation.outputImageUrl}
          backdropSrc={generation.thumbnailUrl ?? generation.outputImageUrl}
          alt={`${t({ en: 'Your picture', id: 'Gambarmu' })}: ${name}`}
          ratio={ratioOf(generation)}
          isBleeding={isBleeding}
        >
          {compare === 'pose' && <PictureBones generation={generation} />}
          {compare === 'photo' && generation.inputImageUrl !== null && (
            <BeforeAfter photoUrl={generation.inputImageUrl} />
          )}
        </FittedPicture>
      )}
      <GlassBar
        label={t({ en: 'Compare', id: 'Bandingkan' })}
        className="absolute top-3 left-3 z-2 phone:top-auto phone:bottom-3"
      >
        <GlassButton
          icon={Bone}
          label={t({ en: 'Show the pose over it', id: 'Tampilkan pose di atasnya' })}
          isPressed={compare === 'pose'}
          disabled={generation.poseTemplateId === ''}
          onClick={() => toggle('pose')}
        >
          Pose
        </GlassButton>
        <GlassButton
          icon={Columns2}
          label={t({ en: 'Compare with the photo', id: 'Bandingkan dengan foto' })}
          isPressed={compare === 'photo'}
          disabled={generation.inputImageUrl === null}
          onClick={() => toggle('photo')}
        >
          {t({ en: 'Before', id: 'Sebelum' })}
        </GlassButton>
      </GlassBar>
      {document.fullscreenEnabled && (
        <GlassBar
          label={t({ en: 'View', id: 'Tampilan' })}
          className="absolute top-3 right-3 z-2 phone:top-auto phone:bottom-3"
        >
          <GlassButton
            icon={Maximize2}
            label={t({ en: 'Full screen', id: 'Layar penuh' })}
            onClick={fullScreen}
          />
        </GlassBar>
      )}
    </div>
  );
}
