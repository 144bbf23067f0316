import fc from 'fast-check';
import { CONTACT_NAMES } from './contact-names.ts';
import { PoseSpec } from './pose-spec.ts';

const degrees = (span: number) =>
  fc.double({ min: -span, max: span, noNaN: true }).map((value) => value + 0);
const turn = (span: number) =>
  fc.record({ yaw: degrees(span), pitch: degrees(span), roll: degrees(span / 2) });

const leg = (x: number) =>
  fc.record({
    at: fc.tuple(
      fc.double({ min: x - 0.05, max: x + 0.05, noNaN: true }),
      fc.double({ min: -0.12, max: 0.12, noNaN: true }),
    ),
    toeOut: degrees(30),
    lift: fc.constantFrom(0, 0, 0.03, 0.06, 0.2),
  });

const freeArm = fc.record({
  free: fc.record({
    out: fc.double({ min: 0, max: 160, noNaN: true }),
    forward: degrees(60),
    inward: degrees(60),
    bend: fc.double({ min: 0, max: 140, noNaN: true }),
  }),
  turn: degrees(60),
});
// A cuff is on the other arm: only one arm may hold on to the other.
const touchArm = fc.record({
  touch: fc.constantFrom(...CONTACT_NAMES.filter((name) => name !== 'cuff')),
});

/** Random but human poses, for properties that hold for every pose. */
export const anyPoseSpec: fc.Arbitrary<PoseSpec> = fc
  .record({
    pelvis: turn(20),
    chest: turn(25),
    head: turn(40),
    weight: fc.constantFrom(0, 0.2, 0.5, 0.8, 1),
    kneeBend: fc.double({ min: 0, max: 30, noNaN: true }),
    legs: fc.record({ left: leg(0.07), right: leg(-0.07) }),
    arms: fc.record({ left: fc.oneof(freeArm, touchArm), right: fc.oneof(freeArm, touchArm) }),
    support: fc.constant('none' as const),
  })
  .map((draft) => PoseSpec.parse(draft));
