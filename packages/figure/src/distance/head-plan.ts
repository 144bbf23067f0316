/**
 * Where things sit on the head, in head units: +x the subject's left, +y up, +z out of the face, origin between the
 * ears at eye height. One list for the shapes, the paint and the hair, so that they agree.
 */
export const eyeX = 0.262;
export const eyeY = 0.015;
export const eyeZ = 0.525;
export const eyeRadius = 0.17;
export const lidRadius = 0.19;
export const irisRadius = 0.098;
export const mouthY = -0.5;
export const mouthHalfWidth = 0.2;
export const skullY = 0.24;
export const skullZ = -0.06;
export const skull = [0.69, 0.77, 0.81] as const;

/** Upper and lower edge of the eye's opening at `x` from its middle, positive away from the nose. */
export const upperLid = (x: number): number => 0.078 - x * x * 1.75 + x * 0.1;
export const lowerLid = (x: number): number => -0.072 + x * x * 1.5 + x * 0.08;
