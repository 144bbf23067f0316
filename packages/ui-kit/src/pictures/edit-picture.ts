/** A part of a picture, in its own pixels after turning. */
export interface CutArea {
  x: number;
  y: number;
  width: number;
  height: number;
}

const JPEG_QUALITY = 0.92;
/** More than any engine looks at; keeps an upload from a phone small. */
const SIDE_MAX_PX = 3072;

/** What `react-easy-crop` shows, as a file: turned by `degrees` around its middle, then cut. */
export async function cutOut(file: Blob, area: CutArea, degrees: number): Promise<File> {
  const picture = await decode(file);
  const radians = (degrees * Math.PI) / 180;
  const turned = turnedSize(picture.width, picture.height, degrees);
  return draw(area.width, area.height, file, (pen, scale) => {
    pen.scale(scale, scale);
    pen.translate(turned.width / 2 - area.x, turned.height / 2 - area.y);
    pen.rotate(radians);
    pen.drawImage(picture, -picture.width / 2, -picture.height / 2);
  });
}

/** A quarter turn to the right. */
export async function quarterTurn(file: Blob): Promise<File> {
  const { width, height } = await pictureSize(file);
  return cutOut(file, { x: 0, y: 0, width: height, height: width }, 90);
}

/** Head over heels: what was upside down stands. */
export async function halfTurn(file: Blob): Promise<File> {
  const { width, height } = await pictureSize(file);
  return cutOut(file, { x: 0, y: 0, width, height }, 180);
}

/** The same picture, small enough for any limit. */
export async function madeSmaller(file: Blob): Promise<File> {
  const { width, height } = await pictureSize(file);
  return cutOut(file, { x: 0, y: 0, width, height }, 0);
}

/** Pixels, upright. @throws when this browser cannot read the file. */
export async function pictureSize(file: Blob): Promise<{ width: number; height: number }> {
  const picture = await decode(file);
  const { width, height } = picture;
  picture.close();
  return { width, height };
}

/** Size of the box around a picture turned by `degrees`. */
export function turnedSize(
  width: number,
  height: number,
  degrees: number,
): { width: number; height: number } {
  const radians = (degrees * Math.PI) / 180;
  const cos = Math.abs(Math.cos(radians));
  const sin = Math.abs(Math.sin(radians));
  return { width: cos * width + sin * height, height: sin * width + cos * height };
}

function decode(file: Blob): Promise<ImageBitmap> {
  return createImageBitmap(file, { imageOrientation: 'from-image' });
}

async function draw(
  width: number,
  height: number,
  source: Blob,
  paint: (pen: CanvasRenderingContext2D, scale: number) => void,
): Promise<File> {
  const scale = Math.min(1, SIDE_MAX_PX / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('This browser cannot edit pictures.');
  pen.imageSmoothingQuality = 'high';
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  paint(pen, scale);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY);
  });
  if (blob === null) throw new Error('This browser cannot edit this picture.');
  const name = source instanceof File ? source.name.replace(/\.[^.]*$/, '') : 'photo';
  return new File([blob], `${name}.jpg`, { type: 'image/jpeg' });
}
