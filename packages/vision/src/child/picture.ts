import sharp, { type Sharp } from 'sharp';

/** Plain sRGB pixels, three bytes each, rows from the top. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

export interface Photo extends Picture {
  /** Of the file, before it was made smaller for looking. */
  readonly fullWidth: number;
  readonly fullHeight: number;
}

export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const LONG_SIDE_MAX = 2048;
const PIXELS_MAX = 120_000_000;

async function pixelsOf(image: Sharp): Promise<Picture> {
  const { data, info } = await image
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels === 3) return { width: info.width, height: info.height, rgb: data };
  const rgb = new Uint8Array(info.width * info.height * 3);
  for (let i = 0; i < info.width * info.height; i += 1) {
    rgb.fill(data[i * info.channels] ?? 0, i * 3, i * 3 + 3);
  }
  return { width: info.width, height: info.height, rgb };
}

function open(picture: Picture): Sharp {
  return sharp(picture.rgb, {
    raw: { width: picture.width, height: picture.height, channels: 3 },
  });
}

/** Decodes an encoded photo, at most 2048 pixels on its long side. */
export async function decodePhoto(file: Uint8Array): Promise<Photo> {
  const image = sharp(file, { limitInputPixels: PIXELS_MAX });
  const { width, height } = await image.metadata();
  const picture = await pixelsOf(
    image.resize(LONG_SIDE_MAX, LONG_SIDE_MAX, { fit: 'inside', withoutEnlargement: true }),
  );
  return { ...picture, fullWidth: width, fullHeight: height };
}

/** The same picture with its long side at most `longSide` pixels. */
export async function shrink(picture: Picture, longSide: number): Promise<Picture> {
  if (Math.max(picture.width, picture.height) <= longSide) return picture;
  return pixelsOf(open(picture).resize(longSide, longSide, { fit: 'inside' }));
}

/** A part of the picture at its own size. The region is cut to the picture. */
export async function crop(picture: Picture, region: Region): Promise<Picture & Region> {
  const left = Math.max(0, Math.min(picture.width - 1, Math.floor(region.left)));
  const top = Math.max(0, Math.min(picture.height - 1, Math.floor(region.top)));
  const width = Math.max(1, Math.min(picture.width - left, Math.ceil(region.width)));
  const height = Math.max(1, Math.min(picture.height - top, Math.ceil(region.height)));
  const part = await pixelsOf(open(picture).extract({ left, top, width, height }));
  return { ...part, left, top };
}

/** Turned clockwise. */
export async function turn(picture: Picture, degrees: 90 | 180 | 270): Promise<Picture> {
  return pixelsOf(open(picture).rotate(degrees));
}
