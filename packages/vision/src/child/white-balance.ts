import { type Lab, labOf, linearLight, quantile, type Rgb, rgbOf } from './colour.ts';
import type { Picture, Region } from './picture.ts';

export interface SceneLight {
  /** Factors for linear red, green and blue that take part of the colour of the light away. */
  readonly gains: readonly [number, number, number];
  /** How bright the brightest things are, L* 0..100. */
  readonly whiteLevel: number;
  /** The picture has next to no colour (black and white, sepia is not). */
  readonly isGrey: boolean;
}

const SAMPLES = 6000;
/** Shades of grey (Finlayson and Trezzi 2004): between the mean and the brightest patch. */
const NORM = 6;
/** A scene may simply be of one colour, so only a part of its cast is taken for the light's. */
const TRUST = 0.4;
const GAIN_MIN = 0.87;
const GAIN_MAX = 1.15;
const GREY_SPREAD_MAX = 6;

/** Guesses the light from everything outside the face. */
export function sceneLight(picture: Picture, face: Region): SceneLight {
  const step = Math.max(1, Math.floor((picture.width * picture.height) / SAMPLES));
  const sums = [0, 0, 0];
  const lightness: number[] = [];
  let colourful = 0;
  for (let i = 0; i < picture.width * picture.height; i += step) {
    const x = i % picture.width;
    const y = Math.floor(i / picture.width);
    const colour: Rgb = [
      picture.rgb[i * 3] ?? 0,
      picture.rgb[i * 3 + 1] ?? 0,
      picture.rgb[i * 3 + 2] ?? 0,
    ];
    if (Math.max(...colour) - Math.min(...colour) > GREY_SPREAD_MAX) colourful += 1;
    lightness.push(labOf(colour)[0]);
    const isFace =
      x >= face.left && x < face.left + face.width && y >= face.top && y < face.top + face.height;
    if (isFace || Math.max(...colour) > 250) continue;
    for (let c = 0; c < 3; c += 1) sums[c] = (sums[c] ?? 0) + linearLight(colour[c] ?? 0) ** NORM;
  }
  const light = sums.map((sum) => (sum + 1e-12) ** (1 / NORM));
  const middle = light.reduce((product, value) => product * value, 1) ** (1 / 3);
  const gain = (channel: number) =>
    Math.max(GAIN_MIN, Math.min(GAIN_MAX, (middle / (light[channel] ?? middle)) ** TRUST));
  return {
    gains: [gain(0), gain(1), gain(2)],
    whiteLevel: quantile(lightness, 0.97),
    isGrey: colourful < lightness.length * 0.02,
  };
}

/** A colour as it would look in white light. */
export function inWhiteLight(colour: Lab, { gains }: SceneLight): Lab {
  const rgb = rgbOf(colour);
  const balanced = rgb.map((byte, c) => {
    const linear = linearLight(byte) * (gains[c] ?? 1);
    return 255 * (linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055);
  });
  return labOf([balanced[0] ?? 0, balanced[1] ?? 0, balanced[2] ?? 0]);
}
