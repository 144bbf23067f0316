import { engineName } from '@lumiku/app-kit/web';
import type { PoseTemplate } from '@lumiku/contract';
import { Card, Thumbnail, TimeText, useWords } from '@lumiku/ui-kit';
import type { ReactNode } from 'react';
import { type Generation, pictureSize } from '../../contract.ts';
import { poseLabel, poseThumbnail } from '../generations/pose-label.ts';
import { isInTheMaking } from '../generations/use-generations.ts';
import { lookSummary } from '../photo/look-words.ts';
import { secondsTaken } from '../result/done-panel.tsx';
import { sceneSummary } from '../result/scene-words.ts';
import { useStyleName } from '../result/use-styles.ts';
import { clipMoveWords } from '../workshop/clip-words.ts';

/** Every setting, the cost and the times of one generation, with photo and pose beside each other. */
export function GenerationFacts({
  generation,
  pose,
}: {
  generation: Generation;
  pose: PoseTemplate | undefined;
}) {
  const { t, credits, when, exact, duration, language } = useWords();
  const { widthPx, heightPx } =
    generation.output ?? pictureSize(generation.quality, generation.scene);
  const isPicture = generation.kind === 'picture';
  const seconds = secondsTaken(generation);
  const style = useStyleName(generation.stylePreset);
  const scene = sceneSummary(generation.scene, generation.poseTurn, t);
  const time = (at: string) => (
    <time dateTime={at} title={exact(at)}>
      {when(at)}
    </time>
  );
  const cost = isInTheMaking(generation)
    ? `${credits(generation.creditUsed)} ${t({ en: 'held', id: 'ditahan' })}`
    : generation.creditUsed === 0
      ? t({ en: 'Nothing', id: 'Tidak ada' })
      : credits(generation.creditUsed);

  return (
    <Card className="p-4">
      <div className="mb-3 flex items-center gap-3">
        <Thumbnail
          src={generation.inputImageUrl}
          alt={t({ en: 'The photo you gave', id: 'Foto yang kamu berikan' })}
          className="!h-20 !w-15"
        />
        {generation.poseTemplateId !== '' && (
          <Thumbnail
            src={poseThumbnail(generation.poseTemplateId)}
            isClay
            className="!h-20 !w-15"
          />
        )}
        <p className="min-w-0">
          <b className="block text-15 font-semibold">
            {pose?.names[language] ?? poseLabel(generation, language)}
          </b>
          {generation.look !== null && (
            <span className="text-13 text-ink-3">{lookSummary(generation.look, t)}</span>
          )}
        </p>
      </div>
      <dl className="[&>*+*]:border-t [&>*+*]:border-line">
        <Kind generation={generation} />
        {isPicture ? (
          <Fact name={t({ en: 'Quality', id: 'Kualitas' })}>
            {generation.quality.toUpperCase()}, {widthPx} × {heightPx} px
          </Fact>
        ) : (
          generation.output !== null && (
            <Fact name={t({ en: 'Size', id: 'Ukuran' })}>
              {widthPx} × {heightPx} px
            </Fact>
          )
        )}
        {generation.poseTemplateId !== '' && (
          <Fact name={t({ en: 'Style', id: 'Gaya' })}>{style}</Fact>
        )}
        {scene !== '' && <Fact name={t({ en: 'Scene', id: 'Adegan' })}>{scene}</Fact>}
        <Fact name={t({ en: 'Priority', id: 'Prioritas' })}>
          {generation.priority ? t({ en: 'Yes', id: 'Ya' }) : t({ en: 'No', id: 'Tidak' })}
        </Fact>
        <Fact name={t({ en: 'Cost', id: 'Biaya' })}>{cost}</Fact>
        <Fact name={t({ en: 'Ordered', id: 'Dipesan' })}>{time(generation.createdAt)}</Fact>
        {generation.completedAt !== null && (
          <Fact name={t({ en: 'Finished', id: 'Selesai' })}>
            {time(generation.completedAt)}
            {seconds !== null && ` (${t({ en: 'after', id: 'setelah' })} ${duration(seconds)})`}
          </Fact>
        )}
        <Photo generation={generation} />
        <Fact name={t({ en: 'Made with', id: 'Dibuat dengan' })}>
          {t(engineName(generation.engine))}
        </Fact>
        <Fact name="Seed">{generation.seed}</Fact>
      </dl>
    </Card>
  );
}

/** What becomes of the photo it was made from. */
function Photo({ generation }: { generation: Generation }) {
  const { t } = useWords();
  const { inputImageUrl, photoKeptUntil, kind } = generation;
  // A clip is made from a picture, not from a photo.
  if (kind === 'clip') return null;
  return (
    <Fact name={t({ en: 'Your photo', id: 'Fotomu' })}>
      {inputImageUrl === null ? (
        t({ en: 'Removed', id: 'Sudah dihapus' })
      ) : photoKeptUntil === null ? (
        t({ en: 'Deleted with the picture', id: 'Terhapus bersama gambarnya' })
      ) : (
        <>
          {t({ en: 'Kept until', id: 'Disimpan sampai' })} <TimeText time={photoKeptUntil} />
        </>
      )}
    </Fact>
  );
}

/** What it is, where it is no plain picture. */
function Kind({ generation: { kind, clip } }: { generation: Generation }) {
  const { t, duration } = useWords();
  if (kind === 'picture') return null;
  const name = t({ en: 'Kind', id: 'Jenis' });
  if (clip === null) return <Fact name={name}>{t({ en: 'Face swap', id: 'Tukar wajah' })}</Fact>;
  return (
    <Fact name={name}>
      {t({ en: 'Clip', id: 'Klip' })}: {t(clipMoveWords(clip.move))}, {duration(clip.seconds)}
    </Fact>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-h-9.5 items-center justify-between gap-4 text-14">
      <dt className="text-ink-2">{name}</dt>
      <dd className="num text-right">{children}</dd>
    </div>
  );
}
