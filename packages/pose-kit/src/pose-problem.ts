export type PoseProblemCode =
  | 'out_of_reach'
  | 'joint_limit'
  | 'parts_collide'
  | 'below_floor'
  | 'support_wrong'
  | 'off_balance';

/** Something a body could not do: what is wrong and by how much. */
export interface PoseProblem {
  readonly code: PoseProblemCode;
  /** The part, e.g. `left knee flexion`. */
  readonly part: string;
  readonly by: number;
  readonly unit: 'degrees' | 'percent of stature';
  /** One plain sentence. */
  readonly message: string;
}

export function degreesOver(part: string, value: number, limit: number): PoseProblem {
  const by = Math.round((value - limit) * 10) / 10;
  return {
    code: 'joint_limit',
    part,
    by,
    unit: 'degrees',
    message: `The ${part} of ${Math.round(value)}° is ${by}° more than a person manages (${limit}°).`,
  };
}

export function statureProblem(
  code: Exclude<PoseProblemCode, 'joint_limit'>,
  part: string,
  by: number,
  sentence: (percent: string) => string,
): PoseProblem {
  const percent = Math.round(by * 1000) / 10;
  return {
    code,
    part,
    by: percent,
    unit: 'percent of stature',
    message: sentence(`${percent} % of stature`),
  };
}
