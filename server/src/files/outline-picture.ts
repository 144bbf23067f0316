import sharp, { type Sharp } from 'sharp';
import { digitalSourceOf } from './provenance.ts';

/**
 * Follows the lines of a drawing: how dark each pixel is and, of a transparent sheet, how much of it is there, rows
 * from the top, to data of SVG paths. `paper` is null where the sheet is whole.
 */
export type OutlineInk = (picture: {
  widthPx: number;
  heightPx: number;
  ink: Uint8Array;
  cover: Uint8Array | null;
}) => Promise<{ paper: string | null; ink: string }>;

/** Outlines are taken from this many pixels on the long side, so that small drawings get smooth ones too. */
const TRACED_SIDE_PX = 2048;
/** Takes the steps of the pixels out of slanting lines before they are followed. */
const STEPS_BLUR_PX = 0.9;
const INK = '#121216';

/**
 * A drawing of dark ink on light paper as an SVG document of two filled paths: no script, no style, nothing from
 * elsewhere. Where the picture is transparent the sheet is too.
 */
export async function outlinePicture(
  original: Uint8Array,
  outline: OutlineInk,
): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height, hasAlpha, xmp } = await sharp(original).metadata();
  const scale = Math.max(1, TRACED_SIDE_PX / Math.max(width, height));
  const [widthPx, heightPx] = [Math.round(width * scale), Math.round(height * scale)];
  const read = async (picture: Sharp): Promise<Uint8Array> =>
    new Uint8Array(
      await picture
        .resize(widthPx, heightPx, { kernel: 'cubic', fit: 'fill' })
        .blur(STEPS_BLUR_PX)
        .toColourspace('b-w')
        .raw()
        .toBuffer(),
    );
  const paths = await outline({
    ...{ widthPx, heightPx },
    ink: await read(sharp(original).flatten({ background: '#ffffff' }).greyscale().negate()),
    cover: hasAlpha ? await read(sharp(original).extractChannel('alpha')) : null,
  });
  const paper =
    paths.paper === null
      ? `<rect width="${widthPx}" height="${heightPx}" fill="#fff"/>`
      : `<path fill="#fff" fill-rule="evenodd" d="${paths.paper}"/>`;
  // Our own mark, found again in the picture: all that is written into the document besides numbers.
  const source = digitalSourceOf(xmp);
  return new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${widthPx} ${heightPx}">` +
      (source === null ? '' : markOf(source)) +
      `${paper}<path fill="${INK}" fill-rule="evenodd" d="${paths.ink}"/></svg>`,
  );
}

const markOf = (source: string): string =>
  '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ' +
  'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">' +
  `<Iptc4xmpExt:DigitalSourceType>${source}</Iptc4xmpExt:DigitalSourceType></rdf:Description></rdf:RDF></metadata>`;
