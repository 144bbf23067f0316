import type { Words } from '@lumiku/contract';
import { type ArmSpec, isAirborne, type PoseSpec, RIGS, solveAnatomy } from '@lumiku/pose-kit';
import type { LibraryPose } from './library-pose.ts';
import type { ArmNames } from './named-arm.ts';
import { type ArmsChoice, inOrder, variationNames } from './variation-names.ts';
import type { Action, ActionFile, Lean, Posture, Variation } from './variation-parts.ts';

/** Hips below this are crouching or kneeling. */
const UPRIGHT_FROM = 0.45;
/** A chest that leans back further than this, in degrees of pitch, needs a hand to hold it up. */
const RECLINED_BELOW = -25;

/** A pose of which there are variations, with the words for its body. */
export interface VariedBase {
  readonly pose: LibraryPose;
  readonly body: Words;
  readonly posture: Posture;
  readonly isMoving: boolean;
}

/** How the body of a pose holds itself up. */
export function postureOf(spec: PoseSpec): Posture {
  if (spec.support === 'stool' || spec.support === 'chair') return 'seat';
  if (spec.support === 'floor') return spec.chest.pitch < RECLINED_BELOW ? 'reclined' : 'floor';
  const anatomy = solveAnatomy(spec, RIGS.neutral);
  if (isAirborne(spec, anatomy)) return 'air';
  return anatomy.trunk.joints.pelvis[1] < UPRIGHT_FROM ? 'low' : 'upright';
}

/** The actions or the pair a variation names. Throws when there is none. */
export function armsOf(variation: Pick<Variation, 'id' | 'arms'>, parts: ActionFile): ArmsChoice {
  const [first, second] = variation.arms;
  const named = <Part>(of: Readonly<Record<string, Part>>, key: string): Part => {
    const part = of[key];
    if (part) return part;
    throw new Error(`Pose ${variation.id}: "${key}" is not in library/parts/actions.json.`);
  };
  if (second === undefined) return { together: named(parts.pairs, first) };
  return { left: named(parts.actions, first), right: named(parts.actions, second) };
}

function armOn({ arm, names }: Action, posture: Posture, arms: ArmNames): ArmSpec {
  if (typeof arm === 'string' || 'free' in arm || 'touch' in arm) return arms(arm);
  const own = arm[posture];
  if (own === undefined) throw new Error(`No arm is "${names.en}" in the posture ${posture}.`);
  return arms(own);
}

interface Turned {
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
}

function addTurn(a: Turned, b: Turned): Turned {
  return { yaw: a.yaw + b.yaw, pitch: a.pitch + b.pitch, roll: a.roll + b.roll };
}

function leant(spec: PoseSpec, lean: Lean): PoseSpec {
  const { pelvis } = spec;
  return {
    ...spec,
    chest: addTurn(spec.chest, lean.chest),
    head: addTurn(spec.head, lean.head),
    pelvis: {
      ...pelvis,
      ...addTurn(pelvis, lean.pelvis),
      ...(pelvis.z !== undefined && { z: pelvis.z + lean.pelvis.z }),
    },
  };
}

/** The base's pose with its arms and lean exchanged. */
export function variedSpec(
  { pose, posture }: VariedBase,
  choice: ArmsChoice,
  lean: Lean | undefined,
  arms: ArmNames,
): PoseSpec {
  const body = lean ? leant(pose.spec, lean) : pose.spec;
  if ('together' in choice) {
    const { left, right } = choice.together;
    return { ...body, arms: { left: arms(left), right: arms(right) } };
  }
  const { left, right } = choice;
  return {
    ...body,
    arms: { left: armOn(left, posture, arms), right: armOn(right, posture, arms) },
  };
}

function facetsOf(choice: ArmsChoice) {
  if ('together' in choice) {
    const { does, mood, tags, prop } = choice.together;
    return { does, mood, tags, props: prop === undefined ? [] : [prop] };
  }
  const [first, second] = inOrder(choice);
  const does = (first === second ? first.doesBoth : undefined) ?? first.does;
  const props = [first.prop, second.prop].filter((prop) => prop !== undefined);
  return { does, mood: first.mood, tags: [...first.tags, ...second.tags], props };
}

/** One variation as a pose of the library. Throws on names that do not exist. */
export function varyPose(
  variation: Variation,
  base: VariedBase,
  parts: ActionFile,
  arms: ArmNames,
): LibraryPose {
  const choice = armsOf(variation, parts);
  const lean = variation.lean === undefined ? undefined : parts.leans[variation.lean];
  if (variation.lean !== undefined && !lean) {
    throw new Error(`Pose ${variation.id}: no lean is called "${variation.lean}".`);
  }
  const { pose, body } = base;
  const { does, mood, tags, props } = facetsOf(choice);
  const ofBody = pose.tags.filter((tag) => !pose.spec.props.includes(tag));
  return {
    ...pose,
    id: variation.id,
    names: variationNames(body, lean?.names, choice, parts.nouns),
    gender: variation.gender,
    framing: variation.framing ?? pose.framing,
    camera: { ...pose.camera, framing: variation.framing ?? pose.framing },
    arms: does,
    difficulty: variation.difficulty,
    mood,
    tags: [...new Set([...ofBody, ...tags, ...props])],
    spec: { ...variedSpec(base, choice, lean, arms), props: [...new Set(props)] },
  };
}
