import { afterAll, beforeAll, expect, test } from 'bun:test';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WasmReader } from '@contentauth/c2pa-wasm';
import { outlineOnThread } from '@lumiku/figure/outline';
import { $ } from 'bun';
import sharp from 'sharp';
import { z } from 'zod';
import { signingIdentity } from '../config/signing-identity.ts';
import { createC2paCredentials } from './c2pa-credentials.ts';
import { convertPicture } from './convert-picture.ts';
import { createDiskStorage } from './disk-storage.ts';
import { createFiles, type Files } from './index.ts';
import { xmpOfMp4 } from './mark-clip.ts';
import { digitalSourceOf } from './provenance.ts';

const MADE = { source: 'algorithmicMedia', engine: 'local' } as const;
const FORMATS = ['png', 'jpeg', 'webp'] as const;
const Manifests = z.object({
  validation_state: z.string(),
  validation_status: z.array(z.object({ code: z.string() })).default([]),
  active_manifest: z.string(),
  manifests: z.record(
    z.string(),
    z.looseObject({ assertions: z.array(z.looseObject({ label: z.string(), data: z.unknown() })) }),
  ),
});

let folder: string;
let files: Files;
const lines: string[] = [];
const log = { info() {}, warn() {}, error: (_: object, line: string) => void lines.push(line) };
const fileOf = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lumiku-c2pa-'));
  await makeKeys();
  const { identity } = signingIdentity(settings('chain.pem', 'key.pem'));
  if (!identity) throw new Error('the keys were not taken');
  const credentials = await createC2paCredentials(identity, { version: '1.2.3', log });
  files = createFiles({
    ...{ storage: createDiskStorage(fileOf('uploads')), credentials },
    ...{ limits: { sizeBytesMax: 1e7, pixelsMax: 4e7 }, clock: { now: () => new Date() } },
    outline: outlineOnThread,
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const settings = (certificate: string, key: string) => ({
  certificateFile: fileOf(certificate),
  privateKeyFile: fileOf(key),
});

/** A root of our own, and a certificate for signing below it; made anew each time. */
async function makeKeys(): Promise<void> {
  const usage =
    'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=emailProtection\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n';
  await Bun.write(fileOf('usage'), usage);
  const shell = $.cwd(folder);
  await shell`openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout root.key -out root.pem -subj /O=Test/CN=Root -days 30`.quiet();
  await shell`openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout key.pem -out own.csr -subj /O=Test/CN=Studio`.quiet();
  await shell`openssl x509 -req -in own.csr -CA root.pem -CAkey root.key -CAcreateserial -days 20 -extfile usage -out own.pem`.quiet();
  await shell`cat own.pem root.pem > chain.pem`.quiet();
}

const drawn = (format: (typeof FORMATS)[number]) =>
  sharp({ create: { width: 300, height: 400, channels: 3, background: '#996633' } })
    [format]()
    .toBuffer();

async function manifestOf(bytes: Uint8Array, mediaType: string) {
  const reader = await WasmReader.fromBytes(mediaType, bytes);
  const read = Manifests.parse(JSON.parse(reader.json()));
  return { ...read, own: read.manifests[read.active_manifest] };
}

test.each(FORMATS)('a made %s carries a manifest that says how, and holds', async (format) => {
  const images = files.forApp('my-app');
  const made = await images.store({
    ...{ userId: 'u', name: 'result', bytes: await drawn(format) },
    ...{ mediaType: `image/${format}`, ...MADE },
  });
  const stored = new Uint8Array(await images.read(made.url));
  const { own, validation_state, validation_status } = await manifestOf(stored, made.mediaType);
  expect(validation_state).toBe('Valid');
  // A root of one's own is trusted by nobody else; that is all there is to say.
  expect(validation_status.map(({ code }) => code)).toEqual(['signingCredential.untrusted']);
  expect(JSON.stringify(own?.assertions)).toContain('digitalsourcetype/algorithmicMedia');
  expect(JSON.stringify(own)).toContain('Lumiku');
  const { xmp } = await sharp(stored).metadata();
  expect(xmp?.toString()).toContain('algorithmicMedia');

  const changed = stored.slice();
  changed[changed.length - 40] = (changed[changed.length - 40] ?? 0) ^ 0xff;
  const broken = await manifestOf(changed, made.mediaType).catch(() => null);
  expect(broken?.validation_state).not.toBe('Valid');
  expect(lines).toEqual([]);
});

test.each([
  ['video/mp4', ['-pix_fmt', 'yuv420p', '-f', 'mp4', '-movflags', '+faststart']],
  ['image/webp', ['-f', 'webp', '-loop', '0']],
] as const)('a made clip (%s) is marked and signed, and still plays', async (mediaType, how) => {
  const images = files.forApp('my-app');
  const name = mediaType.replace('/', '.');
  const shell = $.cwd(folder);
  await shell`ffmpeg -v error -f lavfi -i testsrc=duration=1:size=64x96:rate=8 ${how} ${name}`.quiet();
  const made = await images.storeClip({
    ...{ userId: 'u', name: 'wave', bytes: await readFile(fileOf(name)), mediaType, ...MADE },
    ...{ widthPx: 64, heightPx: 96 },
  });
  const stored = new Uint8Array(await images.read(made.url));
  const { own, validation_state } = await manifestOf(stored, mediaType);
  expect(validation_state).toBe('Valid');
  expect(JSON.stringify(own?.assertions)).toContain('digitalsourcetype/algorithmicMedia');
  const isMp4 = mediaType === 'video/mp4';
  const xmp = isMp4 ? xmpOfMp4(stored) : (await sharp(stored).metadata()).xmp;
  expect(digitalSourceOf(xmp ?? undefined)).toEndWith('/algorithmicMedia');
  await Bun.write(fileOf('stored'), stored);
  if (isMp4) {
    const frames =
      await shell`ffprobe -v error -count_frames -show_entries stream=nb_read_frames -of csv=p=0 stored`.text();
    expect(frames.trim()).toBe('8');
  } else expect((await sharp(stored, { animated: true }).metadata()).pages).toBe(8);
  expect(lines).toEqual([]);
});

test('downloads in another format, in another size and behind a link are signed too', async () => {
  const images = files.forApp('my-app');
  const made = await images.store({
    ...{ userId: 'u', name: 'result', bytes: await drawn('png'), mediaType: 'image/png', ...MADE },
  });
  const other = await convertPicture(await images.read(made.url), 'webp');
  const sized = await images.fitted(made.url, {
    ...{ widthPx: 100, heightPx: 100, format: 'jpeg' as const, crop: async () => null },
  });
  const shared = await files.pictureForLink(made.url);
  for (const [bytes, type] of [
    [await files.credentials.sign(other), other.mediaType],
    [sized.bytes, sized.mediaType],
    [shared ?? new Uint8Array(), 'image/jpeg'],
  ] as const) {
    expect((await manifestOf(bytes, type)).validation_state).toBe('Valid');
  }
});

test('a person’s own photo is not signed: nobody here made it', async () => {
  const images = files.forApp('my-app');
  const photo = new File([new Uint8Array(await drawn('jpeg'))], 'me.jpg');
  const { url, mediaType } = await images.accept({ userId: 'u', file: photo });
  await expect(manifestOf(new Uint8Array(await images.read(url)), mediaType)).rejects.toBeDefined();
});

test('a key that is not the certificate’s, half a setting and no PEM at all are refused in plain words', async () => {
  const wordsOf = (values: Parameters<typeof signingIdentity>[0]) =>
    signingIdentity(values).problems.map(({ message }) => message);
  expect(wordsOf(settings('own.pem', 'root.key'))).toEqual([
    'LUMIKU_C2PA_PRIVATE_KEY is not the key of LUMIKU_C2PA_CERTIFICATE.',
  ]);
  expect(wordsOf({ certificateFile: fileOf('own.pem'), privateKeyFile: undefined })).toHaveLength(
    1,
  );
  expect(wordsOf(settings('usage', 'key.pem'))).toHaveLength(1);
  expect(wordsOf(settings('own.pem', 'missing'))).toHaveLength(1);
  expect(signingIdentity({ certificateFile: undefined, privateKeyFile: undefined })).toMatchObject({
    ...{ identity: null, problems: [] },
  });
  expect(
    new X509Certificate(await readFile(fileOf('own.pem'))).checkPrivateKey(
      createPrivateKey(await readFile(fileOf('key.pem'))),
    ),
  ).toBe(true);
});
