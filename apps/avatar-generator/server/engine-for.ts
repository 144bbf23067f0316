import type { AppContext, EngineAbility } from '@lumiku/app-kit';
import {
  CLIP_SECONDS,
  ClipMove,
  type GenerationKind,
  pictureSize,
  type Quality,
  type Workshop,
} from '../contract.ts';
import { clipTooLong, hdNotAvailable, noEngine } from './generation-faults.ts';

const ENGINE_KINDS = {
  picture: 'pose-transfer',
  'face-swap': 'face-swap',
  clip: 'image-to-video',
} as const satisfies Record<GenerationKind, EngineAbility['kind']>;

/**
 * Which engine is going to be asked: what no engine can do is refused before anything is held.
 * @throws Fault ENGINE_NOT_CONFIGURED (503), HD_NOT_AVAILABLE, CLIP_TOO_LONG (422)
 */
export function engineFor(
  { engines }: Pick<AppContext, 'engines'>,
  wanted: {
    kind?: GenerationKind | undefined;
    quality: Quality;
    clip?: { seconds: number } | null | undefined;
  },
): string {
  const abilities = engines.abilities();
  const kind = wanted.kind ?? 'picture';
  const can = abilities.find((ability) => ability.kind === ENGINE_KINDS[kind]);
  if (!can) throw noEngine(kind);
  if (kind === 'picture' && wanted.quality === 'hd' && !makesHd(abilities, can)) {
    throw hdNotAvailable();
  }
  const longest = can.secondsMax ?? CLIP_SECONDS.max;
  if (wanted.clip && wanted.clip.seconds > longest) throw clipTooLong(longest);
  return can.engineId;
}

/** What this studio can make right now. */
export function readWorkshop({
  engines,
  policy,
}: Pick<AppContext, 'engines' | 'policy'>): Workshop {
  const abilities = engines.abilities();
  const of = (kind: GenerationKind) =>
    abilities.find((ability) => ability.kind === ENGINE_KINDS[kind]);
  const [picture, swap, clip] = [of('picture'), of('face-swap'), of('clip')];
  return {
    picture: picture
      ? { engine: picture.engineId, isAi: picture.isAi, hd: makesHd(abilities, picture) }
      : null,
    faceSwap: swap ? { engine: swap.engineId, isAi: swap.isAi } : null,
    clip: clip
      ? {
          engine: clip.engineId,
          isAi: clip.isAi,
          moves: [...ClipMove.options],
          secondsMax: Math.min(clip.secondsMax ?? CLIP_SECONDS.max, CLIP_SECONDS.max),
        }
      : null,
    photoKeptDays: policy.photoKeptDays,
  };
}

/** By itself, or because what it makes can be enlarged. */
function makesHd(abilities: readonly EngineAbility[], can: EngineAbility): boolean {
  const { widthPx, heightPx } = pictureSize('hd', null);
  return (
    can.longestSidePx >= Math.max(widthPx, heightPx) ||
    abilities.some((ability) => ability.kind === 'upscale')
  );
}
