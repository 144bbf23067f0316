import type { JointName } from '@lumiku/pose-kit';

export interface Bone {
  readonly from: JointName;
  readonly to: JointName;
  readonly side: 'left' | 'right' | 'middle';
}

function limbs(side: 'left' | 'right'): Bone[] {
  const chain = (...names: JointName[]): Bone[] =>
    names.slice(1).map((to, at) => ({ from: names[at] ?? to, to, side }));
  return [
    ...chain('neck', `${side}Shoulder`, `${side}Elbow`, `${side}Wrist`, `${side}Hand`),
    ...chain('pelvis', `${side}Hip`, `${side}Knee`, `${side}Ankle`, `${side}Toe`),
  ];
}

/** What is drawn between the joints. */
export const BONES: readonly Bone[] = [
  { from: 'pelvis', to: 'chest', side: 'middle' },
  { from: 'chest', to: 'neck', side: 'middle' },
  { from: 'neck', to: 'headBase', side: 'middle' },
  { from: 'headBase', to: 'headTop', side: 'middle' },
  ...limbs('left'),
  ...limbs('right'),
];
