import type { AppContext, EnginePictureMade, RunningJob } from '@lumiku/app-kit';

/** Shorter by this share at most still counts as the size that was asked for: engines round their sides. */
const NEAR_ENOUGH = 0.96;

/**
 * The picture in the size that was wanted. An engine that cannot draw it so large made it smaller; then an engine that
 * can enlarge does. Without one it stays as it is, and the person is told.
 */
export async function enlarge(
  { engines }: Pick<AppContext, 'engines'>,
  job: RunningJob<unknown>,
  made: EnginePictureMade,
  wanted: { widthPx: number; heightPx: number },
): Promise<EnginePictureMade> {
  const share = Math.min(made.widthPx / wanted.widthPx, made.heightPx / wanted.heightPx);
  if (share >= NEAR_ENOUGH) return made;
  // Its own shape, so that nothing is stretched.
  const widthPx = Math.round(made.widthPx / share);
  const heightPx = Math.round(made.heightPx / share);
  if (!engines.preferred('upscale')) {
    const size = `${made.widthPx} × ${made.heightPx}`;
    const note = {
      en: `This engine makes pictures of ${size} px, and nothing here can enlarge them.`,
      id: `Mesin ini membuat gambar ${size} px, dan di sini tidak ada yang bisa memperbesarnya.`,
    };
    return { ...made, note };
  }
  job.progress({ fraction: null, stage: 'enlarging' });
  const { bytes, mediaType } = made;
  const large = await engines.make(job, {
    kind: 'upscale',
    picture: { bytes, mediaType },
    widthPx,
    heightPx,
  });
  // Who made the picture is who drew it; that a model enlarged it, too, is the stronger mark.
  const source = made.source === 'algorithmicMedia' ? large.source : made.source;
  const { engineId, seed, note } = made;
  return { ...large, engineId, seed, source, ...(note === undefined ? {} : { note }) };
}
