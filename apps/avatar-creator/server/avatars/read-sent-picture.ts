import { pictureTextWrong, pictureTypeWrong } from '../creator-faults.ts';

const DATA_URL = /^data:([a-z0-9.+-]+\/[a-z0-9.+-]+)?((?:;[a-z0-9=.+-]+)*?)(;base64)?,/i;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
/** First bytes of the kinds that are taken; what else a `data:` URL may say is refused. */
const SIGNATURES: Readonly<Record<string, (bytes: Uint8Array) => boolean>> = {
  'image/png': (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]),
  'image/jpeg': (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]),
  'image/webp': (bytes) => text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP',
  'image/avif': (bytes) => text(bytes, 4, 8) === 'ftyp',
};

/**
 * A picture sent as text: base64 alone, or a data URL whose type must be what the bytes are. Only its wrapping is
 * judged here; whether it is a picture, how large it is and what hides in it is for `images`.
 * @throws Fault REQUEST_INVALID (400), UPLOAD_NOT_AN_IMAGE (415)
 */
export function readSentPicture(sent: string, field: string): File {
  const [head = '', declared, , isBase64] = DATA_URL.exec(sent) ?? [];
  const isDataUrl = head !== '';
  if (isDataUrl && isBase64 === undefined) throw pictureTextWrong(field);
  const body = sent.slice(head.length).replace(/\s+/g, '');
  if (body === '' || !BASE64.test(body)) throw pictureTextWrong(field);
  const bytes = new Uint8Array(Buffer.from(body, 'base64'));
  if (isDataUrl) {
    const kind = (declared ?? 'text/plain').toLowerCase();
    if (!SIGNATURES[kind]?.(bytes)) throw pictureTypeWrong(field, kind);
  }
  return new File([bytes], 'avatar');
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

function text(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
