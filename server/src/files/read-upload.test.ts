import { describe, expect, test } from 'bun:test';
import { crc32, deflateSync } from 'node:zlib';
import { Fault } from '@lumiku/contract';
import sharp from 'sharp';
import { createPictureQueue } from './picture-queue.ts';
import { readUpload } from './read-upload.ts';

const LIMITS = { sizeBytesMax: 10_000_000, pixelsMax: 40_000_000 };
const queue = createPictureQueue();

const photo = (width = 64, height = 48, colour = '#804020') =>
  sharp({ create: { width, height, channels: 3, background: colour } });
const read = (bytes: BlobPart, name = 'photo.jpg', limits = LIMITS) =>
  readUpload(new File([bytes], name), limits, queue);
const refusal = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Fault)) throw new Error(`expected a Fault, got ${String(error)}`);
  expect(error.fix).toBeTruthy();
  return `${error.status} ${error.code}`;
};

/** A black PNG of one bit per pixel, put together by hand: a thousandth of what it unpacks to. */
const blankPng = (width: number, height: number) => {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const pixels = deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

describe('what is taken', () => {
  test('JPEG, PNG, WebP and AVIF, whatever the name says', async () => {
    const kinds = [photo().jpeg(), photo().png(), photo().webp(), photo().avif()];
    for (const kind of kinds) {
      const clean = await read(await kind.toBuffer(), 'anything.txt');
      expect(clean).toMatchObject({ mediaType: 'image/jpeg', widthPx: 64, heightPx: 48 });
    }
  });

  test('a see-through picture stays see-through', async () => {
    const cut = await sharp({
      create: { width: 8, height: 8, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const clean = await read(cut, 'logo.png');
    expect(clean.mediaType).toBe('image/png');
    expect((await sharp(clean.bytes).stats()).isOpaque).toBe(false);
  });

  test('the picture is turned upright and its place, camera and colour profile are gone', async () => {
    const original = await photo(60, 40)
      .withExif({
        IFD0: { Make: 'SecretCamera', Software: 'SecretApp' },
        IFD3: { GPSLatitude: '6/1 12/1 0/1', GPSLatitudeRef: 'S' },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">SecretXmp</x:xmpmeta>')
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(original).metadata()).orientation).toBe(6);
    const clean = await read(original);
    expect(clean).toMatchObject({ widthPx: 40, heightPx: 60 });
    const left = await sharp(clean.bytes).metadata();
    expect([left.orientation, left.exif, left.xmp, left.iptc, left.icc]).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
    expect(Buffer.from(clean.bytes).toString('latin1')).not.toContain('Secret');
  });

  test('a picture put together bit by bit is read, so the bomb below is refused for its size', async () => {
    expect(await read(blankPng(64, 64))).toMatchObject({ widthPx: 64, heightPx: 64 });
  });

  test('CMYK and greyscale come out as sRGB', async () => {
    for (const space of ['cmyk', 'b-w'] as const) {
      const odd = await photo().toColourspace(space).jpeg().toBuffer();
      const clean = await read(odd);
      const { space: out, channels } = await sharp(clean.bytes).metadata();
      expect([out, channels]).toEqual(['srgb', 3]);
    }
  });

  test('a large photo is kept at most 2560 pixels long, halved where that leaves enough', async () => {
    const sizes = [
      [4032, 2016],
      [5000, 2500],
      [8000, 2000],
      [3000, 2560],
      [2560, 2560],
      [900, 900],
    ] as const;
    for (const [given, kept] of sizes) {
      const clean = await read(
        await photo(given, given / 4)
          .jpeg()
          .toBuffer(),
      );
      expect(clean).toMatchObject({ widthPx: kept, heightPx: kept / 4 });
    }
  });

  test('what hides behind a real picture does not survive', async () => {
    const script = Buffer.from('<script>alert(1)</script>PK\u0003\u0004');
    const polyglot = Buffer.concat([await photo().jpeg().toBuffer(), script]);
    const clean = await read(polyglot, 'photo.html');
    expect(Buffer.from(clean.bytes).toString('latin1')).not.toContain('script');
  });

  test('of an animation the first frame is kept', async () => {
    const frames = [photo(32, 32, '#ff0000'), photo(32, 32, '#0000ff')];
    const buffers = await Promise.all(frames.map((frame) => frame.png().toBuffer()));
    const animated = await sharp(buffers, { join: { animated: true } })
      .webp()
      .toBuffer();
    expect((await sharp(animated).metadata()).pages).toBe(2);
    const clean = await read(animated, 'film.webp');
    expect(clean).toMatchObject({ widthPx: 32, heightPx: 32 });
    const { dominant } = await sharp(clean.bytes).stats();
    expect(dominant.r).toBeGreaterThan(200);
  });
});

describe('what is refused', () => {
  test('nothing at all', async () => {
    expect(await refusal(read(''))).toBe('400 UPLOAD_EMPTY');
  });

  test('eleven megabytes', async () => {
    expect(await refusal(read(new Uint8Array(11_000_000)))).toBe('413 UPLOAD_TOO_LARGE');
  });

  test('text, PDF, GIF, ZIP and random bytes named .jpg', async () => {
    const gif = await photo().gif().toBuffer();
    const others = [
      'just some text',
      '%PDF-1.7\n%âãÏÓ\n',
      gif,
      Buffer.from('PK\u0003\u0004 and more of it, enough for a header'),
      Buffer.from(Array.from({ length: 400 }, (_, n) => (n * 137 + 11) % 256)),
    ];
    for (const other of others) expect(await refusal(read(other))).toBe('415 UPLOAD_NOT_AN_IMAGE');
  });

  test('SVG and HTML in disguise', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    for (const disguised of [svg, `<?xml version="1.0"?>${svg}`, '<!doctype html><p>hi']) {
      expect(await refusal(read(disguised))).toBe('415 UPLOAD_NOT_AN_IMAGE');
    }
  });

  test('HEIC, with the way to mend it', async () => {
    const box = Buffer.from(
      '\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic',
      'latin1',
    );
    const error: unknown = await read(Buffer.concat([box, Buffer.alloc(100)]), 'IMG_1.HEIC').catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ status: 415, message: expect.stringContaining('HEIC') });
  });

  test('a truncated JPEG, PNG and WebP, wherever they end', async () => {
    const noise = Buffer.alloc(200 * 200 * 3).map((_, n) => (n * 7919) % 251);
    const raw = { raw: { width: 200, height: 200, channels: 3 as const } };
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const whole = await sharp(noise, raw).toFormat(format).toBuffer();
      for (const part of [0.3, 0.6, 0.95]) {
        const cut = whole.subarray(0, Math.floor(whole.length * part));
        expect(await refusal(read(cut))).toBe('400 UPLOAD_UNREADABLE');
      }
    }
  });

  test('a picture that is only a header', async () => {
    const jpeg = await photo().jpeg().toBuffer();
    expect(await refusal(read(Buffer.concat([jpeg.subarray(0, 20), Buffer.alloc(500)])))).toBe(
      '400 UPLOAD_UNREADABLE',
    );
  });

  test('60 megapixels, by its header alone', async () => {
    const large = await photo(10_000, 6_000).jpeg({ quality: 1 }).toBuffer();
    expect(await refusal(read(large))).toBe('400 UPLOAD_TOO_MANY_PIXELS');
  });

  test('a decompression bomb: a few kilobytes that would unpack to gigabytes', async () => {
    const bomb = blankPng(20_000, 20_000);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusal(read(bomb, 'small.png'))).toBe('400 UPLOAD_TOO_MANY_PIXELS');
  });

  test('more pictures than can wait', async () => {
    const full = createPictureQueue({ atOnce: 1, waitingMax: 1 });
    const bytes = await photo().jpeg().toBuffer();
    const all = Array.from({ length: 4 }, () =>
      readUpload(new File([bytes], 'a.jpg'), LIMITS, full).then(
        () => 'taken',
        (reason: unknown) => (reason instanceof Fault ? reason.code : String(reason)),
      ),
    );
    const outcomes = await Promise.all(all);
    expect(outcomes.filter((one) => one === 'taken').length).toBeGreaterThanOrEqual(1);
    expect(outcomes).toContain('UPLOADS_BUSY');
  });
});
