import { drawBand } from './draw-band.ts';
import type { BandOrder, BandReply } from './preview-messages.ts';

/** Entry of a browser's drawing thread: draws the rows it is sent, one order after another. */
const answer = (order: BandOrder): BandReply => {
  const { id, from, to } = order;
  try {
    return { kind: 'band', id, from, to, pixels: drawBand(order) };
  } catch (error) {
    return { kind: 'failed', id, message: error instanceof Error ? error.message : String(error) };
  }
};

self.addEventListener('message', ({ data }: MessageEvent<BandOrder>) => {
  const reply = answer(data);
  self.postMessage(reply, { transfer: reply.kind === 'band' ? [reply.pixels.buffer] : [] });
});
