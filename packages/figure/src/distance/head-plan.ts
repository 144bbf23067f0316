/**
 * Where things sit on the head, in head units: +x the subject's left, +y up, +z out of the face, origin between the
 * ears at eye height. One list for the shapes, the paint and the hair, so that they agree.
 */
export const eyeY = 0.015;
export const eyeZ = 0.525;
export const eyeRadius = 0.17;
export const lidRadius = 0.19;
export const irisRadius = 0.106;
export const mouthY = -0.5;
export const skullY = 0.24;
export const skullZ = -0.06;
export const skull = [0.69, 0.77, 0.81] as const;

/** What differs from face to face and from mood to mood; 1 or 0 is plain. Head units unless a factor. */
export interface FacePlan {
  /** Factors: width of jaw and chin, fullness of cheeks, width of the nose. */
  readonly jaw: number;
  readonly chin: number;
  readonly cheeks: number;
  readonly nose: number;
  /** Tip of the nose and chin lower by this. */
  readonly noseDrop: number;
  readonly chinDrop: number;
  readonly eyeX: number;
  /** Factors: opening of the eye above and below its middle. */
  readonly eyeOpen: number;
  readonly eyeOpenBelow: number;
  /** Outer corner higher. */
  readonly eyeTilt: number;
  /** Brows: lifted by, factor of arch and thickness, inner end higher. */
  readonly browLift: number;
  readonly browArch: number;
  readonly browThickness: number;
  readonly browWorry: number;
  /** Factor: fullness of the lips. */
  readonly lips: number;
  readonly mouthHalfWidth: number;
  /** Corners of the mouth up, −1..1. */
  readonly smile: number;
  /** How far the mouth is open. */
  readonly gape: number;
}

export const PLAIN_FACE: FacePlan = {
  jaw: 1,
  chin: 1,
  cheeks: 1,
  nose: 1,
  noseDrop: 0,
  chinDrop: 0,
  eyeX: 0.262,
  eyeOpen: 1,
  eyeOpenBelow: 1,
  eyeTilt: 0,
  browLift: 0,
  browArch: 1,
  browThickness: 1,
  browWorry: 0,
  lips: 1,
  mouthHalfWidth: 0.2,
  smile: 0.5,
  gape: 0,
};

/** The face being drawn, and where its eyes look: the way the iris is moved. Set once per picture. */
export const face = { ...PLAIN_FACE, gazeX: 0, gazeY: 0 };

/** Upper and lower edge of the eye's opening at `x` from its middle, positive away from the nose. */
export const upperLid = (x: number): number =>
  0.084 * face.eyeOpen - x * x * 1.75 + x * (0.09 + face.eyeTilt);
export const lowerLid = (x: number): number =>
  -0.076 * face.eyeOpenBelow + x * x * 1.5 + x * (0.07 + face.eyeTilt);
