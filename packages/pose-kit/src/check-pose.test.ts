import { describe, expect, test } from 'bun:test';
import { checkPose } from './check-pose.ts';
import type { PoseProblem } from './pose-problem.ts';
import { PoseSpec, type PoseSpecInput } from './pose-spec.ts';
import { RIGS } from './rig.ts';

const hanging = { free: { out: 8, forward: 2, inward: 10, bend: 12 } };
const plain: PoseSpecInput = {
  pelvis: {},
  chest: {},
  head: {},
  weight: 0.5,
  kneeBend: 4,
  legs: { left: { at: [0.06, 0] }, right: { at: [-0.06, 0] } },
  arms: { left: hanging, right: hanging },
  support: 'none',
};

function problemsOf(change: Partial<PoseSpecInput>): PoseProblem[] {
  return checkPose(PoseSpec.parse({ ...plain, ...change }), RIGS.neutral);
}

function codes(change: Partial<PoseSpecInput>): string[] {
  return problemsOf(change).map(({ code, part }) => `${code}: ${part}`);
}

type Legs = NonNullable<PoseSpecInput['legs']>;
type Arm = PoseSpecInput['arms']['left'];

const freeLeg = (x: number, lift: number): Legs['left'] => ({ at: [x, 0], lift });

describe('checkPose', () => {
  test('finds nothing wrong with standing on every body', () => {
    for (const rig of [RIGS.female, RIGS.male, RIGS.neutral]) {
      expect(checkPose(PoseSpec.parse(plain), rig)).toEqual([]);
    }
  });

  test('says which joint is turned too far and by how much', () => {
    const [problem] = problemsOf({ head: { yaw: 95 } });
    expect(problem?.part).toBe('neck turn');
    expect(problem?.by).toBeCloseTo(30, 1);
    expect(problem?.message).toBe('The neck turn of 95° is 30° more than a person manages (65°).');
  });

  test('sees the joint limits of spine, knee, hip, shoulder and elbow', () => {
    expect(codes({ chest: { yaw: 50 } })).toContain('joint_limit: spine turn');
    expect(codes({ chest: { roll: 30 } })).toContain('joint_limit: spine bend sideways');
    const behind = { free: { out: 5, forward: -80, bend: 10 } };
    expect(codes({ arms: { left: behind, right: hanging } })).toContain(
      'joint_limit: left shoulder extension',
    );
    const folded = { free: { out: 40, forward: 30, bend: 165 } };
    expect(codes({ arms: { left: hanging, right: folded } })).toContain(
      'joint_limit: right elbow flexion',
    );
    const kick: Legs = {
      left: { at: [0.06, 0.7], lift: 0.9 },
      right: { at: [-0.06, 0] },
    };
    expect(codes({ legs: kick, weight: 0 })).toContain('joint_limit: left hip flexion');
  });

  test('allows more in a woman’s rig than in a man’s, as measured', () => {
    const spec = PoseSpec.parse({ ...plain, head: { yaw: 68 } });
    expect(checkPose(spec, RIGS.female)).toEqual([]);
    expect(checkPose(spec, RIGS.male)).toHaveLength(1);
  });

  test('sees a hand that cannot reach its place', () => {
    const far: Arm = {
      touch: {
        attach: 'floor',
        point: [0.2, 0.05, 0.4],
        elbow: [1, 0, 0],
      },
    };
    expect(codes({ arms: { left: far, right: hanging } })).toContain('out_of_reach: left hand');
  });

  test('sees hands and forearms in the trunk and in the head', () => {
    const inside: Arm = {
      touch: {
        attach: 'pelvis',
        point: [0.01, 0.1, 0],
        elbow: [1, 0, 0],
      },
    };
    expect(codes({ arms: { left: inside, right: hanging } })).toContain('parts_collide: left hand');
    const inHead: Arm = {
      touch: {
        attach: 'head',
        point: [0, 0, 0],
        elbow: [1, 0, 0],
      },
    };
    expect(codes({ arms: { left: hanging, right: inHead } })).toContain(
      'parts_collide: right hand',
    );
  });

  test('sees shins that go through one another', () => {
    const crossed: Legs = {
      left: { at: [-0.03, 0] },
      right: { at: [0.03, 0] },
    };
    expect(codes({ legs: crossed })).toContain('parts_collide: left shin');
  });

  test('sees parts below the floor', () => {
    expect(codes({ pelvis: { y: 0.01 }, support: 'floor' })).toContain('below_floor: pelvis');
  });

  test('sees hips that no chair holds', () => {
    expect(codes({ support: 'chair' })).toContain('support_wrong: pelvis');
  });

  test('sees a body that would fall over, but lets a jump fly and a wall hold', () => {
    const tipping: Partial<PoseSpecInput> = { pelvis: { x: 0.25 } };
    expect(codes(tipping)).toContain('off_balance: body');
    expect(codes({ ...tipping, support: 'wall' })).not.toContain('off_balance: body');
    const jump: Legs = { left: freeLeg(0.2, 0.25), right: freeLeg(0.1, 0.25) };
    expect(codes({ pelvis: { x: 0, y: 0.68 }, legs: jump })).not.toContain('off_balance: body');
  });
});
