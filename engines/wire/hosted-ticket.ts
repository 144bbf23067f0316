import sharp from 'sharp';
import { z } from 'zod';
import {
  type EngineClip,
  EngineFault,
  type EngineOutput,
  type EnginePicture,
  type EngineRequest,
  type EngineTicket,
} from '../engine.ts';
import { base64, bytesOfBase64 } from './data-url.ts';
import { readClip } from './read-clip.ts';
import { readPicture } from './read-picture.ts';

/** What every hosted engine stores of its work beside what finds it at the service. */
export const HostedTicket = z.object({
  version: z.literal(1),
  kind: z.enum(['text-to-image', 'pose-transfer', 'face-swap', 'image-to-video', 'upscale']),
  seed: z.int(),
  /** A small JPEG in base64: of a clip, the picture it begins with. */
  poster: z.string().nullable(),
});
export type HostedTicket = z.infer<typeof HostedTicket>;

const POSTER_SIDE_PX = 640;

/** @throws EngineFault `invalid_input` when the picture of a clip cannot be read */
export async function hostedTicket(request: EngineRequest, seed: number): Promise<HostedTicket> {
  const isClip = request.kind === 'image-to-video';
  const poster = isClip ? await posterOf(request.picture.bytes) : null;
  return { version: 1, kind: request.kind, seed, poster };
}

async function posterOf(bytes: Uint8Array): Promise<string> {
  try {
    const jpeg = await sharp(bytes)
      .rotate()
      .resize(POSTER_SIDE_PX, POSTER_SIDE_PX, { fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 80 })
      .toBuffer();
    return base64(jpeg);
  } catch (error) {
    throw new EngineFault('invalid_input', 'The picture to move cannot be read.', { cause: error });
  }
}

/** @throws EngineFault `result_expired` when the ticket is not one this version can follow */
export function readTicket<S extends z.ZodType>(
  schema: S,
  ticket: EngineTicket,
  service: string,
): z.infer<S> {
  const read = schema.safeParse(ticket);
  if (read.success) return read.data;
  throw new EngineFault('result_expired', `${service}: begun by another version of Lumiku.`, {
    cause: read.error,
  });
}

interface Made {
  readonly service: string;
  readonly ticket: HostedTicket;
  readonly bytes: Uint8Array;
  /** What the service says it used. */
  readonly seed?: number | undefined;
  readonly costUsd?: number | undefined;
}

/** The checked result of hosted work. @throws EngineFault `bad_output`, `content_refused` */
export async function hostedOutput(made: Made): Promise<EngineOutput> {
  const { service, ticket, bytes } = made;
  const seed = made.seed ?? ticket.seed;
  const cost = made.costUsd === undefined ? {} : { costUsd: made.costUsd };
  if (ticket.kind !== 'image-to-video') {
    const source =
      ticket.kind === 'text-to-image'
        ? 'trainedAlgorithmicMedia'
        : 'compositeWithTrainedAlgorithmicMedia';
    const picture = await readPicture(bytes, service);
    return { kind: 'picture', ...picture, seed, source, ...cost } satisfies EnginePicture;
  }
  const poster = bytesOfBase64(ticket.poster ?? '');
  if (!poster) throw new EngineFault('result_expired', `${service}: a clip without its picture.`);
  return {
    kind: 'clip',
    ...(await readClip(bytes, service)),
    poster: { bytes: poster, mediaType: 'image/jpeg' },
    seed,
    source: 'compositeWithTrainedAlgorithmicMedia',
    ...cost,
  } satisfies EngineClip;
}
