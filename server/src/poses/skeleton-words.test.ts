import { expect, test } from 'bun:test';
import { indonesianFault } from '@lumiku/app-kit/fault-words';
import { Fault } from '@lumiku/contract';
import { parseOpenposeJson } from '@lumiku/pose-kit';
import { frameBent, jointUnderFloor, limbLengthWrong, skeletonTooSmall } from './pose-faults.ts';

const person = (points: readonly number[]) => ({ pose_keypoints_2d: points });
const few = Array.from({ length: 54 }, (_, at) => (at < 3 ? 100 : 0));
const mixed = Array.from({ length: 54 }, (_, at) => (at < 27 ? 0.5 : 300));

test('whatever is wrong with an OpenPose file is said in Indonesian too, each in words of its own', () => {
  const wrong: [unknown, number?][] = [
    ['{"people": [NaN]}'],
    [[{}, {}]],
    [{ persons: [] }],
    [{ people: [person(few), person(few)] }],
    [{ people: [person(few)] }, 4],
    [{ people: [person([])] }],
    [{ people: [{ hand_left_keypoints_2d: [1, 2, 1] }] }],
    [{ people: [person([1, 2, 3])] }],
    [{ people: [person(few)] }],
    [{ people: [person(mixed)] }],
  ];
  const faults = wrong.map(([file, wanted]) => {
    try {
      parseOpenposeJson(file, { person: wanted });
    } catch (cause) {
      if (cause instanceof Fault) return cause;
    }
    throw new Error(`${JSON.stringify(file)} was read.`);
  });
  const general = indonesianFault('POSE_OPENPOSE_INVALID', {})?.message;
  const said = [...faults, skeletonTooSmall()].map(
    ({ code, details }) => indonesianFault(code, details ?? {})?.message,
  );
  expect(new Set([general, undefined, ...said]).size).toBe(said.length + 2);
});

test('whatever is wrong with joints is said in Indonesian too, with the part and by how much', () => {
  const thigh = { en: 'left thigh', id: 'paha kiri' };
  const faults = [
    limbLengthWrong('joints.joints.leftKnee', thigh, { is: '0.400', wanted: '0.241' }),
    frameBent('joints.frames.head', { en: 'head', id: 'kepala' }),
    jointUnderFloor('joints.joints.leftToe', { en: 'left toes', id: 'jari kaki kiri' }, '0.30'),
  ];
  const said = faults.map(({ code, details }) => indonesianFault(code, details ?? {}));
  expect(said.map((words) => words?.message)).toEqual([
    'Panjang paha kiri 0.400 tinggi badan; pada tubuh ini 0.241.',
    'Sumbu kepala bukan putaran.',
    'Posisi jari kaki kiri 0.30 tinggi badan di bawah lantai.',
  ]);
  expect(new Set(said.map((words) => words?.fix)).size).toBe(3);
  expect(new Set(faults.map(({ fix }) => fix)).size).toBe(3);
});
