import { useWords } from '@lumiku/ui-kit';
import type { Generation } from '../../contract.ts';
import { poseLabel } from '../generations/pose-label.ts';
import { clipMoveWords } from '../workshop/clip-words.ts';

/** A finished clip: a player with its poster, or, for an animated picture, the picture itself. */
export function ClipStage({ generation }: { generation: Generation }) {
  const { t, language } = useWords();
  const { outputImageUrl, thumbnailUrl, output, clip } = generation;
  if (outputImageUrl === null) return null;
  const move = clip === null ? '' : t(clipMoveWords(clip.move));
  const label = `${t({ en: 'Clip', id: 'Klip' })}: ${move}, ${poseLabel(generation, language)}`;
  return (
    <div className="relative size-full overflow-hidden bg-studio">
      {thumbnailUrl !== null && (
        <img
          src={thumbnailUrl}
          alt=""
          className="absolute inset-0 size-full scale-125 object-cover blur-[40px]"
        />
      )}
      {output?.mediaType.startsWith('video/') ? (
        <video
          src={outputImageUrl}
          poster={thumbnailUrl ?? undefined}
          aria-label={label}
          controls
          autoPlay
          muted
          loop
          playsInline
          className="relative size-full object-contain"
        />
      ) : (
        <img src={outputImageUrl} alt={label} className="relative size-full object-contain" />
      )}
    </div>
  );
}
