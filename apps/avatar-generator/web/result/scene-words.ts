import {
  SCENE_ASPECTS,
  SCENE_BACKDROPS,
  SCENE_FRAMINGS,
  SCENE_LIGHTS,
  type Scene,
  type Words,
} from '@lumiku/contract';
import type { PoseTurn } from '../../contract.ts';

/** What was chosen of a scene, in a few words; empty when nothing was. */
export function sceneSummary(
  scene: Scene | null,
  turn: PoseTurn | null,
  t: (words: Words) => string,
): string {
  const { light, backdrop, transparent, framing, aspect } = scene ?? {};
  const chosen: (Words | undefined)[] = [
    SCENE_LIGHTS.find(({ id }) => id === light)?.names,
    transparent
      ? { en: 'Transparent', id: 'Transparan' }
      : SCENE_BACKDROPS.find(({ id }) => id === backdrop)?.names,
    SCENE_FRAMINGS.find(({ id }) => id === framing)?.names,
    aspect === '3:4' ? undefined : SCENE_ASPECTS.find(({ id }) => id === aspect)?.names,
    turn?.mirror ? { en: 'Mirrored', id: 'Dicerminkan' } : undefined,
    turn !== null && isTurned(turn) ? { en: 'Turned', id: 'Diputar' } : undefined,
  ];
  return chosen.flatMap((words) => (words === undefined ? [] : [t(words)])).join(', ');
}

export function isTurned(turn: PoseTurn): boolean {
  return turn.yaw !== undefined;
}
