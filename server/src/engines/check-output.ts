import { EngineFault, type EngineOutput, type EngineRequest } from '@lumiku/engines/engine';
import sharp from 'sharp';

const PIXELS_MAX = 60_000_000;
/** Shapes may differ by this factor before a picture counts as something else than what was asked for. */
const SHAPE_SLACK = 1.35;
const MEDIA_TYPES = { png: 'image/png', jpeg: 'image/jpeg', webp: 'image/webp' } as const;

/**
 * What an engine made, held against what was asked for: a picture of a known type, decoded to its last row, about as
 * wide as it is high as it should be. Its type and size are what its bytes say. What its maker wrote into the file
 * (ComfyUI: the whole workflow, prompt included) is left behind when it is encoded anew for storing.
 * @throws EngineFault `bad_output`
 */
export async function checkOutput(
  output: EngineOutput,
  request: EngineRequest,
): Promise<EngineOutput> {
  const wantsClip = request.kind === 'image-to-video';
  if ((output.kind === 'clip') !== wantsClip)
    throw new EngineFault('bad_output', `it made a ${output.kind}, which nobody asked for`);
  if (output.bytes.byteLength === 0) throw new EngineFault('bad_output', 'it sent no bytes');
  if (output.kind === 'clip') {
    if (output.poster) await readPicture(output.poster.bytes);
    return output;
  }
  const read = await readPicture(output.bytes);
  if ('widthPx' in request) checkShape(read, request);
  return { ...output, ...read };
}

async function readPicture(bytes: Uint8Array) {
  const picture = sharp(bytes, { failOn: 'truncated', limitInputPixels: PIXELS_MAX });
  const broken = (cause?: unknown) =>
    new EngineFault('bad_output', 'it sent something that is no whole picture', { cause });
  const { format, width, height } = await picture.metadata().catch((error: unknown) => {
    throw broken(error);
  });
  if (format !== 'png' && format !== 'jpeg' && format !== 'webp') throw broken();
  await picture.stats().catch((error: unknown) => {
    throw broken(error);
  });
  return { mediaType: MEDIA_TYPES[format], widthPx: width, heightPx: height };
}

function checkShape(
  made: { widthPx: number; heightPx: number },
  wanted: { widthPx: number; heightPx: number },
): void {
  const off = made.widthPx / made.heightPx / (wanted.widthPx / wanted.heightPx);
  if (off < SHAPE_SLACK && off > 1 / SHAPE_SLACK) return;
  throw new EngineFault(
    'bad_output',
    `it made ${made.widthPx} × ${made.heightPx} where ${wanted.widthPx} × ${wanted.heightPx} was wished for`,
  );
}
