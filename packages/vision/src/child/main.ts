/**
 * The process that looks at photos. Reads requests from its parent, answers each once, in order, and ends with its
 * parent. Networks are loaded with the first request and stay.
 */
import sharp from 'sharp';
import { type ChildReply, ChildRequest } from '../child-messages.ts';
import { detectBodies } from './detect-bodies.ts';
import {
  compareFaces,
  type Eyes,
  lookAtPhoto,
  openEyes,
  readPhoto,
  UnreadablePhoto,
} from './look-at-photo.ts';
import { swapFace } from './swap/swap-face.ts';

// Nothing of one person's photo may linger while the next is looked at.
sharp.cache(false);

let eyes: Promise<Eyes> | undefined;
let last: Promise<void> = Promise.resolve();

/** Without it Bun frees WebAssembly buffers so late that memory doubles over thirty photos. */
function collectGarbage(): void {
  if (typeof Bun !== 'undefined') Bun.gc(true);
}

/** Measured when the last photo had been cleared away; what a photo takes for a moment is no leak. */
let residentBytes = process.memoryUsage.rss();

async function answer(request: ChildRequest): Promise<ChildReply> {
  const { id } = request;
  try {
    eyes ??= openEyes();
    const ready = await eyes;
    if (request.kind === 'warm') return { kind: 'warm', id, residentBytes };
    const photo = await readPhoto(request.photo);
    if (request.kind === 'bodies') {
      const seen = await detectBodies(ready.bodies(), photo, request.careful);
      return { kind: 'bodies', id, seen, residentBytes };
    }
    if (request.kind === 'faces') {
      const other = await readPhoto(request.other);
      const distance = await compareFaces(ready, photo, other);
      return { kind: 'faces', id, distance, residentBytes };
    }
    if (request.kind === 'swap') {
      const target = await readPhoto(request.other);
      const swapped = await swapFace(ready, photo, request.other, target);
      if (typeof swapped === 'string')
        return { kind: 'refused', id, reason: swapped, residentBytes };
      return { kind: 'swapped', id, ...swapped, residentBytes };
    }
    return { kind: 'report', id, report: await lookAtPhoto(ready, photo), residentBytes };
  } catch (error) {
    return {
      kind: error instanceof UnreadablePhoto ? 'unreadable' : 'failed',
      id,
      detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
      residentBytes,
    };
  }
}

process.on('message', (message) => {
  const request = ChildRequest.parse(message);
  last = last.then(async () => {
    const reply = await answer(request);
    process.send?.(reply);
    collectGarbage();
    residentBytes = process.memoryUsage.rss();
  });
});
process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches the whole process group; the parent decides when this process ends.
process.on('SIGINT', () => {});
