import {
  type Engine,
  type EngineClip,
  EngineFault,
  type EnginePicture,
  type EngineRequest,
  type EngineWatch,
} from '@lumiku/engines/engine';
import { CLIP, clipBytes } from '@lumiku/engines/testing/clip-bytes';
import sharp from 'sharp';

type Follow = (watch: EngineWatch) => Promise<EnginePicture | EngineClip>;

export interface ScriptedEngine extends Engine {
  submit: Engine['submit'];
  find?: NonNullable<Engine['find']>;
  /** What each piece of work does next; the last one repeats. */
  play(...script: Follow[]): void;
  /** Everything that was ever handed over. */
  readonly submitted: EngineRequest[];
  /** Numbers of the tickets that were followed. */
  readonly followed: unknown[];
  readonly cancelled: unknown[];
}

const DRAWS = {
  ...{ isAi: false, takesSeed: true, reportsProgress: true },
  ...{ sendsPreviews: false, cancels: true, models: [] },
} as const;

/** An engine that does as a test tells it: draws at once, hangs, or fails. */
export function createScriptedEngine({
  id = 'scripted',
  costUsd = 0,
  longestSidePx = 2048,
} = {}): ScriptedEngine {
  const draws = { ...DRAWS, longestSidePx, costUsd };
  let script: Follow[] = [drawAtOnce];
  const submitted: EngineRequest[] = [];
  const followed: unknown[] = [];
  const cancelled: unknown[] = [];
  return {
    id,
    title: 'Scripted engine',
    capabilities: [
      { kind: 'pose-transfer', ...draws },
      { kind: 'text-to-image', ...draws },
      { kind: 'face-swap', ...draws },
      { kind: 'image-to-video', ...draws, secondsMax: 8 },
    ],
    submitted,
    followed,
    cancelled,
    play: (...next) => {
      script = next;
    },
    async submit(request) {
      submitted.push(request);
      return { number: submitted.length };
    },
    async follow(ticket, watch) {
      followed.push(ticket.number);
      const next = (script.length > 1 ? script.shift() : script[0]) ?? drawAtOnce;
      return next(watch);
    },
    async cancel(ticket) {
      cancelled.push(ticket);
    },
    async close() {},
  };
}

/** A small grey picture. */
export const drawAtOnce = async (watch: EngineWatch): Promise<EnginePicture> => {
  watch.onProgress({ fraction: 0.5, stage: 'drawing' });
  const background = { r: 200, g: 200, b: 200 };
  const size = { width: 96, height: 128, channels: 3 as const };
  const bytes = await sharp({ create: { ...size, background } })
    .png()
    .toBuffer();
  return {
    kind: 'picture',
    bytes: new Uint8Array(bytes),
    mediaType: 'image/png',
    widthPx: 96,
    heightPx: 128,
    seed: 7,
    source: 'algorithmicMedia',
  };
};

/** The same picture, as a model would have made it. */
export const paintAtOnce: Follow = async (watch) => ({
  ...(await drawAtOnce(watch)),
  source: 'trainedAlgorithmicMedia',
});

/** A real clip of a second. */
export const filmAtOnce: Follow = async (watch) => {
  const { bytes, mediaType } = await drawAtOnce(watch);
  return {
    ...{ kind: 'clip', bytes: await clipBytes(), mediaType: 'video/mp4', ...CLIP },
    ...{ poster: { bytes, mediaType }, source: 'algorithmicMedia', seed: 7 },
  };
};

/** Never done until it is told to stop. */
export const hang: Follow = (watch) =>
  new Promise((_, reject) => {
    watch.onProgress({ fraction: 0.25, stage: 'drawing' });
    const stop = () => reject(new EngineFault('cancelled', 'stopped'));
    watch.signal.addEventListener('abort', stop, { once: true });
    if (watch.signal.aborted) stop();
  });

export const fail =
  (...fault: ConstructorParameters<typeof EngineFault>): Follow =>
  () =>
    Promise.reject(new EngineFault(...fault));
