import type {
  PoseCategory,
  PoseFraming,
  PoseGender,
  PoseMood,
  PoseSupport,
  PoseView,
  Words,
} from '@lumiku/contract';
import { PoseSpec } from '@lumiku/pose-kit';
import type { ArmNames } from './named-arm.ts';
import type { Difficulty, PoseEntry, StanceFile } from './pose-entry.ts';

/** A pose of the library, ready to solve, draw and list. */
export interface LibraryPose {
  /** Stable for ever; kebab-case. */
  readonly id: string;
  readonly names: Words;
  readonly category: PoseCategory;
  readonly view: PoseView;
  readonly framing: PoseFraming;
  readonly gender: PoseGender;
  /** What the arms do, e.g. `hand_on_hip`. */
  readonly arms: string;
  readonly support: PoseSupport;
  readonly difficulty: Difficulty;
  readonly mood: PoseMood;
  readonly tags: readonly string[];
  readonly camera: { readonly yaw: number; readonly pitch: number; readonly framing: PoseFraming };
  readonly spec: PoseSpec;
}

export interface PoseParts {
  readonly stances: StanceFile['stances'];
  readonly arms: ArmNames;
}

/** From which side the camera sees the hips. */
function viewAt(yaw: number): PoseView {
  const turned = Math.abs(yaw);
  if (turned <= 20) return 'front';
  if (turned < 60) return 'three_quarter';
  return turned <= 120 ? 'side' : 'back';
}

function merged(base: unknown, change: object | undefined): unknown {
  return { ...(typeof base === 'object' ? base : {}), ...change };
}

/** Puts an entry together with the stance and arms it names. Throws on a name that does not exist. */
export function assemblePose(
  entry: PoseEntry,
  category: PoseCategory,
  parts: PoseParts,
): LibraryPose {
  const stance = parts.stances[entry.stance];
  if (!stance) {
    throw new Error(
      `Pose ${entry.id}: no stance is called "${entry.stance}"; see library/parts/stances.json.`,
    );
  }
  const { change } = entry;
  const spec = PoseSpec.parse({
    pelvis: merged(stance.pelvis, change?.pelvis),
    chest: merged(stance.chest, change?.chest),
    head: entry.head,
    weight: change?.weight ?? stance.weight,
    kneeBend: change?.kneeBend ?? stance.kneeBend,
    legs: {
      left: merged(stance.legs.left, change?.legs?.left),
      right: merged(stance.legs.right, change?.legs?.right),
    },
    arms: {
      left: parts.arms(entry.arms.left, entry.id),
      right: parts.arms(entry.arms.right, entry.id),
    },
    support: stance.support,
    props: entry.props,
  });
  return {
    id: entry.id,
    names: entry.names,
    category,
    view: viewAt(entry.camera.yaw),
    framing: entry.camera.framing,
    gender: entry.gender,
    arms: entry.armsDo,
    support: spec.support,
    difficulty: entry.difficulty,
    mood: entry.mood,
    tags: [...entry.tags, ...entry.props.filter((prop) => !entry.tags.includes(prop))],
    camera: entry.camera,
    spec,
  };
}
