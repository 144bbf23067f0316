/** CIE L*a*b*, D65: L 0..100, a green to red, b blue to yellow. */
export type Lab = readonly [l: number, a: number, b: number];
/** sRGB, 0..255 each. */
export type Rgb = readonly [r: number, g: number, b: number];

/** Linear light 0..1 of each sRGB byte (IEC 61966-2-1). */
const LINEAR = Float32Array.from({ length: 256 }, (_, byte) => {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

export function linearLight(byte: number): number {
  return LINEAR[Math.max(0, Math.min(255, Math.round(byte)))] ?? 0;
}

function toByte(linear: number): number {
  const value = Math.max(0, Math.min(1, linear));
  const encoded = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255);
}

const DELTA = 6 / 29;
function squash(t: number): number {
  return t > DELTA ** 3 ? Math.cbrt(t) : t / (3 * DELTA ** 2) + 4 / 29;
}
function stretch(t: number): number {
  return t > DELTA ? t ** 3 : 3 * DELTA ** 2 * (t - 4 / 29);
}

export function labOf([red, green, blue]: Rgb): Lab {
  const r = linearLight(red);
  const g = linearLight(green);
  const b = linearLight(blue);
  const x = squash((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = squash(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = squash((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** Colours outside sRGB are clipped. */
export function rgbOf([l, a, b]: Lab): Rgb {
  const fy = (l + 16) / 116;
  const x = 0.95047 * stretch(fy + a / 500);
  const y = stretch(fy);
  const z = 1.08883 * stretch(fy - b / 200);
  return [
    toByte(3.2406 * x - 1.5372 * y - 0.4986 * z),
    toByte(-0.9689 * x + 1.8758 * y + 0.0415 * z),
    toByte(0.0557 * x - 0.204 * y + 1.057 * z),
  ];
}

/** `#rrggbb`, lower case. */
export function hexOf(lab: Lab): string {
  return `#${rgbOf(lab)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')}`;
}

/** Difference of two colours where light and shade on one thing count for `lightWeight` of a change of hue. */
export function colourDistance(one: Lab, other: Lab, lightWeight = 1): number {
  return Math.hypot((one[0] - other[0]) * lightWeight, one[1] - other[1], one[2] - other[2]);
}

/** Middle value; 0 for none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** @param share 0..1 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.round((sorted.length - 1) * share)] ?? 0;
}

export function medianColour(colours: readonly Lab[]): Lab {
  return [
    median(colours.map(([l]) => l)),
    median(colours.map(([, a]) => a)),
    median(colours.map(([, , b]) => b)),
  ];
}
