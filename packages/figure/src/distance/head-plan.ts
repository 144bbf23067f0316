/**
 * Where things sit on the head, in head units: +x the subject's left, +y up, +z out of the face, origin between the
 * ears at eye height. One list for the shapes, the paint and the hair, so that they agree.
 */
export const eyeY = -0.02;
export const eyeZ = 0.478;
export const eyeRadius = 0.2;
export const lidRadius = 0.218;
export const irisRadius = 0.117;
export const mouthY = -0.505;
/** Depth of the closed lips in the middle of the face, and how much it falls off towards the corners. */
export const mouthZ = 0.648;
export const mouthBend = 0.85;
export const skullY = 0.24;
export const skullZ = -0.06;
export const skull = [0.69, 0.77, 0.81] as const;

/** What differs from face to face and from mood to mood; 1 or 0 is plain. Head units unless a factor. */
export interface FacePlan {
  /** Factors: width of jaw and chin, fullness of cheeks, width of the nose, size of the ears. */
  readonly jaw: number;
  readonly chin: number;
  readonly cheeks: number;
  readonly nose: number;
  readonly ears: number;
  /** Tip of the nose and chin lower by this. */
  readonly noseDrop: number;
  readonly chinDrop: number;
  readonly eyeX: number;
  /** Factors: opening of the eye above and below its middle; of the subject's right eye alone. */
  readonly eyeOpen: number;
  readonly eyeOpenBelow: number;
  readonly rightEyeOpen: number;
  /** Outer corner higher. */
  readonly eyeTilt: number;
  /** Brows: lifted by, factor of arch and thickness, inner end higher, the subject's left one higher than the right. */
  readonly browLift: number;
  readonly browArch: number;
  readonly browThickness: number;
  readonly browWorry: number;
  readonly browTilt: number;
  /** Factor: fullness of the lips. */
  readonly lips: number;
  readonly mouthHalfWidth: number;
  /** Corners of the mouth up, −1..1; the subject's left one on top of that. */
  readonly smile: number;
  readonly smirk: number;
  /** How far the mouth is open. */
  readonly gape: number;
}

export const PLAIN_FACE: FacePlan = {
  jaw: 1,
  chin: 1,
  cheeks: 1,
  nose: 1,
  ears: 1,
  noseDrop: 0,
  chinDrop: 0,
  eyeX: 0.288,
  eyeOpen: 1,
  eyeOpenBelow: 1,
  rightEyeOpen: 1,
  eyeTilt: 0,
  browLift: 0,
  browArch: 1,
  browThickness: 1,
  browWorry: 0,
  browTilt: 0,
  lips: 1,
  mouthHalfWidth: 0.2,
  smile: 0.5,
  smirk: 0,
  gape: 0,
};

/** The face being drawn, and where its eyes look: the way the iris is moved. Set once per picture. */
export const face = { ...PLAIN_FACE, gazeX: 0, gazeY: 0 };

/** Upper and lower edge of the eye's opening at `x` from its middle, positive away from the nose; `side` 1 left, −1 right. */
export function upperLid(x: number, side: number): number {
  const open = side < 0 ? face.eyeOpen * face.rightEyeOpen : face.eyeOpen;
  return 0.12 * open - x * x * (1.6 + 0.85 * open) + x * (0.07 + face.eyeTilt);
}
export const lowerLid = (x: number): number =>
  -0.09 * face.eyeOpenBelow + x * x * 1.8 + x * (0.045 + face.eyeTilt);

/** Height of the line between the closed lips at `x`; an open mouth opens downwards from it. */
export function mouthLine(x: number): number {
  const out = x / face.mouthHalfWidth;
  const up = face.smile * 0.125 + face.smirk * 0.05 * out;
  return mouthY - 0.02 + up * (out * out - 0.42) + 0.008 * Math.cos(out * 7) * (1 - out * out);
}
