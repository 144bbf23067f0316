import type { Look } from '@lumiku/contract';
import type { Chart } from './chart.ts';
import { colourDistance, type Lab } from './colour.ts';
import type { HairRegion } from './hair-region.ts';

export interface HairReading {
  readonly style?: { readonly value: Look['hairStyle']; readonly certainty: number };
  /** As it is in the photo. */
  readonly colour?: { readonly value: Lab; readonly certainty: number };
}

/** How far the hair reaches, in face lengths. */
export interface HairReach {
  /** Above the forehead. */
  readonly above: number;
  /** Beyond the face's side at the height of the eyes, the smaller of both sides. */
  readonly beside: number;
  /** 0..1: of the rows from nose to chin, those with hair beside them; the fuller side. */
  readonly jaw: number;
  /** The same of the thinner side. */
  readonly jawThinner: number;
  /** 0..1: of the rows from nose to chin, those with something beside them that is neither skin nor of the hair's colour. */
  readonly unread: number;
  /** 0..1: of the rows from below the chin to the chest, those with hair; the fuller side. */
  readonly chest: number;
  /** 0..1: share of the person covered with the hair's colour at the chest. High means dark clothes. */
  readonly chestCover: number;
}

const THIN = 0.05;
const SHADE_WEIGHT = 0.6;
const UNLIKE_SKIN = 20;
/** How far beside the face to look for hair that was not recognised, and how much of it must be there. */
const BESIDE_FACE = 0.25;
const UNKNOWN_MIN = 0.1;
/** Hair of the hair's colour further out than this is a dark jacket. */
const WIDEST = 1;
/** Nobody's shoulders are higher: what is as wide above belongs to somebody beside. */
const SHOULDERS = 0.3;

export function hairReach(
  chart: Chart,
  hair: HairRegion,
  person: Float32Array,
  skin: Lab,
): HairReach {
  const { side, facePx } = chart;
  const top = chart.place(10);
  const chin = chart.place(152);
  const earRight = chart.place(234);
  const earLeft = chart.place(454);
  const rows = (from: number, to: number) => {
    const seen: number[] = [];
    for (let y = Math.round(from); y < Math.min(side, to); y += 1) seen.push(y);
    return seen;
  };
  const count = (y: number, from: number, to: number) => {
    let found = 0;
    for (let x = Math.max(0, Math.round(from)); x < Math.min(side, to); x += 1) {
      found += hair.area[y * side + x] ?? 0;
    }
    return found;
  };
  const isUnknown = (x: number, y: number) => {
    const i = y * side + x;
    if (chart.inside[i] !== 1 || (person[i] ?? 0) < 0.5 || hair.area[i] === 1) return false;
    return colourDistance(chart.colourAt(x, y), skin, SHADE_WEIGHT) > UNLIKE_SKIN;
  };
  const unknownRows = (from: number, to: number) => {
    const all = rows(chin.y - 0.4 * facePx, chin.y);
    const unknown = all.filter((y) => {
      let found = 0;
      for (let x = Math.max(0, Math.round(from)); x < Math.min(side, to); x += 1)
        if (isUnknown(x, y)) found += 1;
      return found > UNKNOWN_MIN * facePx;
    });
    return unknown.length / Math.max(1, all.length);
  };
  const filled = (from: number, to: number) => {
    const all = rows(from, to).filter((y) =>
      [...Array(side).keys()].some((x) => chart.inside[y * side + x] === 1),
    );
    const share = (left: number, right: number) =>
      all.filter((y) => count(y, left, right) > THIN * facePx).length / Math.max(1, all.length);
    // Only beside the face and neck: further out lie shoulders, often in clothes as dark as the hair.
    const middle = (earRight.x + earLeft.x) / 2;
    const gap = 0.22 * facePx;
    const near = 0.25 * facePx;
    return [share(earRight.x - near, middle - gap), share(middle + gap, earLeft.x + near)] as const;
  };
  const highest = rows(0, top.y).find((y) => count(y, 0, side) > 2) ?? top.y;
  const eyes = rows(earRight.y - 0.25 * facePx, earRight.y + 0.05 * facePx);
  const beyond = (from: number, to: number) =>
    eyes.reduce((sum, y) => sum + count(y, from, to), 0) / Math.max(1, eyes.length) / facePx;
  let cover = 0;
  let body = 0;
  for (const y of rows(chin.y + 0.5 * facePx, chin.y + 1.2 * facePx)) {
    for (let x = 0; x < side; x += 1) {
      const i = y * side + x;
      if (chart.inside[i] !== 1 || (person[i] ?? 0) < 0.5) continue;
      body += 1;
      cover += hair.area[i] ?? 0;
    }
  }
  const middleX = (earRight.x + earLeft.x) / 2;
  const shoulders =
    rows(chin.y + SHOULDERS * facePx, chin.y + 0.7 * facePx).find(
      (y) => count(y, 0, middleX - WIDEST * facePx) + count(y, middleX + WIDEST * facePx, side) > 2,
    ) ?? side;
  const jaw = filled(chin.y - 0.4 * facePx, Math.min(chin.y, shoulders));
  const chest = filled(chin.y + 0.1 * facePx, Math.min(chin.y + 0.7 * facePx, shoulders));
  return {
    above: (top.y - highest) / facePx,
    beside: Math.min(beyond(0, earRight.x), beyond(earLeft.x, side)),
    jaw: Math.max(...jaw),
    jawThinner: Math.min(...jaw),
    unread: Math.max(
      unknownRows(earRight.x - BESIDE_FACE * facePx, earRight.x - 0.04 * facePx),
      unknownRows(earLeft.x + 0.04 * facePx, earLeft.x + BESIDE_FACE * facePx),
    ),
    chest: Math.max(...chest),
    chestCover: body > 0 ? cover / body : 0,
  };
}

const BARE_MIN = 0.8;
const LONG_MIN = 0.5;
const JAW_MIN = 0.6;
const CLOTHES_COVER = 0.55;
const FRONTAL = 15;
const ONE_SIDED = 0.3;
const COLLAR_MAX = 0.15;
const UNREAD_MAX = 0.6;
/** Less hair than this, in squares of the face's length, has no colour of its own. */
const AREA_MIN = 0.1;

/** Hair length and colour; says nothing where the top of the head is out of the picture, or what hangs cannot be told. */
export function readHair(
  chart: Chart,
  hair: HairRegion,
  person: Float32Array,
  { skin, yaw, isDim = false }: { skin: Lab; yaw: number; isDim?: boolean },
): HairReading {
  const sure = Math.min(1, 0.4 + hair.seenShare);
  const reach = hairReach(chart, hair, person, skin);
  if (hair.bareShare > BARE_MIN && reach.jaw < JAW_MIN) {
    // Without light hair is as dark as skin.
    if (isDim) return {};
    return { style: { value: 'bald', certainty: 0.5 * sure + 0.3 * (hair.bareShare - BARE_MIN) } };
  }
  const style = styleOf(reach, hair, { sure, yaw });
  const area = hair.area.reduce((sum, one) => sum + one, 0) / chart.facePx ** 2;
  if (area < AREA_MIN) return hair.bareShare > BARE_MIN && style ? { style } : {};
  const contrast = colourDistance(hair.colour, skin, 0.6);
  const colour = {
    value: hair.colour,
    certainty: sure * Math.min(0.9, 0.35 + contrast / 60) * (1 - hair.bareShare * 0.5),
  };
  return { colour, ...(style && { style }) };
}

function styleOf(
  reach: HairReach,
  hair: HairRegion,
  { sure, yaw }: { sure: number; yaw: number },
): { value: Look['hairStyle']; certainty: number } | undefined {
  // Seen from the front, hair falls on both sides; on one side only it may be a collar or a shadow.
  if (Math.abs(yaw) < FRONTAL && reach.jaw > JAW_MIN && reach.jawThinner < ONE_SIDED) {
    return reach.chest > COLLAR_MAX ? undefined : { value: 'short', certainty: 0.45 * sure };
  }
  // Long hair in another light than on top, a scarf, somebody behind: it may well be long.
  if (reach.jaw < JAW_MIN && reach.unread > UNREAD_MAX) return undefined;
  const mixedWithClothes = reach.chestCover > CLOTHES_COVER;
  if (reach.chest > LONG_MIN && reach.jaw > JAW_MIN) {
    if (mixedWithClothes) return { value: 'long', certainty: 0.4 * sure };
    return { value: 'long', certainty: sure * (0.5 + 0.4 * reach.chest) };
  }
  if (reach.above > 0.5 && reach.beside > 0.3) return { value: 'afro', certainty: 0.55 * sure };
  if (reach.jaw > JAW_MIN) {
    const doubt = reach.chestCover > 0.3 ? 0.5 : 1;
    return { value: 'bob', certainty: doubt * sure * (0.35 + 0.4 * reach.jaw) };
  }
  if (hair.bareShare > 0.4 && reach.above < 0.2) return { value: 'buzz', certainty: 0.5 * sure };
  return { value: 'short', certainty: sure * (0.85 - 0.4 * reach.jaw) };
}
