import { Fault } from '@lumiku/contract';
import { fileTypeFromBuffer } from 'file-type';
import { type PictureSource, provenanceXmp } from './provenance.ts';

/** ISO/IEC 14496-12 `uuid` box of XMP, as Adobe's XMP specification part 3 numbers it. */
const XMP_UUID = Uint8Array.fromHex('be7acfcb97a942e89c71999491e3afac');
/** Bit of the VP8X chunk's flags that says an XMP chunk follows. */
const WEBP_XMP_FLAG = 0x04;

interface ClipMark {
  mediaType: 'video/mp4' | 'video/webm' | 'image/webp';
  source: PictureSource;
  engine: string;
}

/**
 * Puts the "made by a computer" mark (XMP) into a clip without touching a frame: a box at the end of an MP4, a chunk at
 * the end of an animated WebP. WebM has no place for XMP that anybody reads; it is kept as it is.
 * @throws Fault PICTURE_BROKEN (502) when the bytes are not what they are said to be
 */
export async function markClip(
  bytes: Uint8Array,
  { mediaType, source, engine }: ClipMark,
): Promise<Uint8Array> {
  const found = await fileTypeFromBuffer(bytes);
  if (found?.mime !== mediaType) throw clipBroken(engine, found?.mime);
  const xmp = new TextEncoder().encode(provenanceXmp(source, engine));
  if (mediaType === 'video/mp4') return joined([bytes, mp4Box(xmp)]);
  if (mediaType === 'image/webp') return withWebpXmp(bytes, xmp) ?? bytes;
  return bytes;
}

/** The XMP that `markClip` put into an MP4; null for one without it. */
export function xmpOfMp4(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isXmp = (at: number) => XMP_UUID.every((byte, index) => bytes[at + 8 + index] === byte);
  for (let at = 0; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at);
    if (isXmp(at)) return bytes.subarray(at + 8 + XMP_UUID.length, at + size);
    // 1 = a long box, its size in the eight bytes that follow; 0 = to the end of the file.
    const step = size === 1 && at + 16 <= bytes.length ? Number(view.getBigUint64(at + 8)) : size;
    if (step < 8) return null;
    at += step;
  }
  return null;
}

function mp4Box(xmp: Uint8Array): Uint8Array {
  const head = new Uint8Array(8);
  new DataView(head.buffer).setUint32(0, 8 + XMP_UUID.length + xmp.length);
  head.set(new TextEncoder().encode('uuid'), 4);
  return joined([head, XMP_UUID, xmp]);
}

/** RIFF: `RIFF` size `WEBP`, then chunks; an animated file begins with VP8X. Null for a file that has no VP8X. */
function withWebpXmp(bytes: Uint8Array, xmp: Uint8Array): Uint8Array | null {
  const text = (at: number) => new TextDecoder('latin1').decode(bytes.subarray(at, at + 4));
  if (text(0) !== 'RIFF' || text(12) !== 'VP8X') return null;
  const head = new Uint8Array(8);
  head.set(new TextEncoder().encode('XMP '));
  new DataView(head.buffer).setUint32(4, xmp.length, true);
  const marked = joined([bytes, head, xmp, new Uint8Array(xmp.length % 2)]);
  const view = new DataView(marked.buffer);
  view.setUint32(4, marked.length - 8, true);
  view.setUint8(20, view.getUint8(20) | WEBP_XMP_FLAG);
  return marked;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function clipBroken(engine: string, found: string | undefined): Fault {
  return new Fault({
    code: 'PICTURE_BROKEN',
    status: 502,
    message: 'The clip that was made could not be read.',
    fix: 'Try again; if it happens again, choose another engine.',
    internal: `engine ${engine}: the bytes are ${found ?? 'nothing known'}`,
  });
}
