import type { SeenBodies, SeenBody } from '../seen-bodies.ts';
import { type Photo, type Picture, shrink } from './picture.ts';
import type { BodySquare, PoseFinder } from './pose-finder.ts';
import type { PoseReader, ReadBody } from './pose-reader.ts';

export interface BodyEyes {
  readonly finder: PoseFinder;
  readonly reader: PoseReader;
  /** Loaded with the first picture that is read carefully. */
  readonly carefulReader: () => PoseReader;
}

const LOOK_SIDE = 1024;
/** Pixels of a square that are enough to read the person in it: more only alias. */
const SQUARE_SIDE = 512;
const PEOPLE_MAX = 12;
const SQUARES_MAX = 24;
const PERSON_LEAST = 0.5;
/** A square that moves less than this share of its side is not worth a second look. */
const SETTLED = { shift: 0.06, size: 0.12, turn: 0.14 };
/** Two readings whose points lie this near, in shares of the square, are of one person; so are two squares' middles. */
const SAME_BODY = 0.08;
/** Squares around one person are nearly of one size; a child before a grown-up is not. */
const AS_LARGE = 0.7;
/** When nobody in the picture is larger than this share of it, it is searched again part by part: there may be more. */
const SMALL_PERSON = 0.75;
/** Of the short side; parts overlap, so that nobody is cut by all of them. */
const PART = 0.62;
/** A picture this much longer than it is wide shrinks whoever stands in it: it is searched square by square as well. */
const LONG = 1.3;
/** What is found in a part must be surer than in the whole, and lie in it: a cup seen closely looks like a face. */
const IN_PART = { score: 0.65, side: 2.2 };

/** Everybody in the photo whose pose can be read, the largest first. */
export async function detectBodies(
  eyes: BodyEyes,
  photo: Photo,
  isCareful: boolean,
): Promise<SeenBodies> {
  const whole = await shrink(photo, LOOK_SIDE);
  const squares = findSquares(eyes.finder, whole);
  const bodies: ReadBody[] = [];
  for (const square of squares.slice(0, SQUARES_MAX)) {
    if (bodies.some((other) => isAround(square, other))) continue;
    const body = await readSettled(eyes, whole, square, isCareful);
    if (bodies.length === PEOPLE_MAX) break;
    if (body.score >= PERSON_LEAST && !bodies.some((other) => isSame(body, other))) {
      bodies.push(body);
    }
  }
  return {
    width: photo.fullWidth,
    height: photo.fullHeight,
    bodies: bodies
      .toSorted((a, b) => b.square.side - a.square.side)
      .map((body) => asShares(body, whole)),
  };
}

/** On the whole picture; where people are small or the picture is long, on its parts as well. */
function findSquares(finder: PoseFinder, picture: Picture): BodySquare[] {
  const found = finder.find(picture);
  const short = Math.min(picture.width, picture.height);
  const largest = Math.max(0, ...found.map(({ side }) => side));
  const isLong = Math.max(picture.width, picture.height) > LONG * short;
  const inParts = [
    ...(isLong ? findInParts(finder, picture, short) : []),
    ...(largest > SMALL_PERSON * short
      ? []
      : findInParts(finder, picture, Math.round(PART * short))),
  ];
  return [...found, ...inParts].toSorted((a, b) => b.score - a.score);
}

function findInParts(finder: PoseFinder, picture: Picture, side: number): BodySquare[] {
  return starts(picture.width, side).flatMap((left) =>
    starts(picture.height, side).flatMap((top) =>
      finder
        .find(partOf(picture, left, top, side))
        .filter((square) => square.score > IN_PART.score && square.side < IN_PART.side * side)
        .map((square) => ({ ...square, x: square.x + left, y: square.y + top })),
    ),
  );
}

/** Where parts of `side` begin so that they cover `length`, at least half overlapping. */
function starts(length: number, side: number): number[] {
  const parts = Math.max(1, Math.ceil((length - side) / (side * 0.7)) + 1);
  if (parts === 1) return [0];
  return Array.from({ length: parts }, (_, at) => Math.round((at * (length - side)) / (parts - 1)));
}

function partOf({ width, rgb }: Picture, left: number, top: number, side: number): Picture {
  const part = new Uint8Array(side * side * 3);
  for (let row = 0; row < side; row += 1) {
    const from = 3 * ((top + row) * width + left);
    part.set(rgb.subarray(from, from + 3 * side), 3 * row * side);
  }
  return { width: side, height: side, rgb: part };
}

/** Reads a person, and once more when the reading says that the square was not where they are, or to be careful. */
async function readSettled(
  eyes: BodyEyes,
  picture: Picture,
  square: BodySquare,
  isCareful: boolean,
): Promise<ReadBody> {
  const scale = Math.min(1, SQUARE_SIDE / square.side);
  const long = Math.max(picture.width, picture.height);
  const small = scale < 0.8 ? await shrink(picture, Math.round(long * scale)) : picture;
  const by = Math.max(small.width, small.height) / long;
  const reader = isCareful ? eyes.carefulReader() : eyes.reader;
  const first = reader.read(small, scaled(square, by));
  const isSettled = !isCareful && hasSettled(scaled(square, by), first.square);
  const body = isSettled || first.score < 0.1 ? first : reader.read(small, first.square);
  return {
    ...body,
    landmarks: body.landmarks.map((point) => ({ ...point, x: point.x / by, y: point.y / by })),
    square: scaled(body.square, 1 / by),
  };
}

function scaled(square: BodySquare, by: number): BodySquare {
  return { ...square, x: square.x * by, y: square.y * by, side: square.side * by };
}

function hasSettled(before: BodySquare, after: BodySquare): boolean {
  const turn = Math.abs(Math.sin((after.turn - before.turn) / 2)) * 2;
  return (
    Math.hypot(after.x - before.x, after.y - before.y) < SETTLED.shift * before.side &&
    Math.abs(after.side / before.side - 1) < SETTLED.size &&
    turn < SETTLED.turn
  );
}

/** Whether a square is around somebody who was read already: found once more, in a part of the picture. */
function isAround(square: BodySquare, { square: read }: ReadBody): boolean {
  const side = Math.max(square.side, read.side);
  const isAsLarge = Math.min(square.side, read.side) > AS_LARGE * side;
  return isAsLarge && Math.hypot(square.x - read.x, square.y - read.y) < SAME_BODY * side;
}

function isSame(one: ReadBody, other: ReadBody): boolean {
  const side = Math.max(one.square.side, other.square.side);
  const distances = one.landmarks.map((point, index) => {
    const twin = other.landmarks[index];
    return twin ? Math.hypot(point.x - twin.x, point.y - twin.y) : side;
  });
  return (
    distances.reduce((sum, distance) => sum + distance, 0) / distances.length < SAME_BODY * side
  );
}

function asShares({ landmarks, score, square }: ReadBody, { width, height }: Picture): SeenBody {
  const turn = Math.atan2(Math.sin(square.turn), Math.cos(square.turn));
  return {
    score,
    uprightTurn: (turn * 180) / Math.PI,
    landmarks: landmarks.map(({ x, y, world, visibility }) => ({
      x: x / width,
      y: y / height,
      world: [...world],
      visibility,
    })),
  };
}
