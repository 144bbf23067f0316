// Only read where a key is configured: nine megabytes of WebAssembly nobody else should load.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import loadC2pa, { WasmBuilder } from '@contentauth/c2pa-wasm';
import type { Log } from '@lumiku/app-kit';
import sharp from 'sharp';
import type { ContentCredentials, SigningIdentity } from './content-credentials.ts';
import { coseSignature } from './cose-signature.ts';
import { xmpOfMp4 } from './mark-clip.ts';
import { digitalSourceOf } from './provenance.ts';

/** Room for the signature with a chain of a few certificates. */
const SIGNATURE_BYTES = 12_000;
const SIGNABLE = new Set(['image/jpeg', 'image/png', 'image/webp', 'video/mp4']);

/** Signs by the C2PA's own library, with what the IPTC mark of the picture or clip says of how it was made. */
export async function createC2paCredentials(
  identity: SigningIdentity,
  deps: { version: string; log: Log },
): Promise<ContentCredentials> {
  const wasm = fileURLToPath(import.meta.resolve('@contentauth/c2pa-wasm/c2pa.wasm'));
  await loadC2pa({ module_or_path: await readFile(wasm) });
  readBlobsAtOnce();
  const signer = {
    alg: identity.algorithm,
    reserveSize: SIGNATURE_BYTES,
    sign: async (claim: Uint8Array) => coseSignature(claim, identity, SIGNATURE_BYTES),
  };
  return {
    sign: async ({ bytes, mediaType }) => {
      if (!SIGNABLE.has(mediaType)) return bytes;
      const isClip = mediaType === 'video/mp4';
      const xmp = isClip ? xmpOfMp4(bytes) : (await sharp(bytes).metadata()).xmp;
      const source = digitalSourceOf(xmp ?? undefined);
      if (source === null) return bytes;
      try {
        using builder = WasmBuilder.fromJson(manifestOf(source, deps.version));
        const signed = await builder.sign(signer, [], mediaType, new BytesBlob(bytes));
        return new Uint8Array(signed);
      } catch (error) {
        // A picture is worth more than its signature; the IPTC mark is in it.
        const line = `A ${isClip ? 'clip' : 'picture'} could not be signed; it is kept unsigned.`;
        deps.log.error({ err: error }, line);
        return bytes;
      }
    },
  };
}

function manifestOf(digitalSourceType: string, version: string): string {
  return JSON.stringify({
    claim_generator_info: [{ name: 'Lumiku', version }],
    assertions: [
      {
        label: 'c2pa.actions.v2',
        data: { actions: [{ action: 'c2pa.created', digitalSourceType }] },
      },
    ],
  });
}

/** A blob whose bytes can be had without waiting. */
class BytesBlob extends Blob {
  readonly all: Uint8Array<ArrayBuffer>;

  constructor(all: Uint8Array<ArrayBuffer>) {
    super([all]);
    this.all = all;
  }

  override slice(start = 0, end = this.all.length): BytesBlob {
    return new BytesBlob(this.all.slice(start, end));
  }
}

/** The library is made for workers of browsers and reads its source by the one synchronous reader they have. */
function readBlobsAtOnce(): void {
  Object.defineProperty(globalThis, 'FileReaderSync', {
    configurable: true,
    value: class {
      readAsArrayBuffer(blob: BytesBlob): ArrayBuffer {
        return blob.all.slice().buffer;
      }
    },
  });
}
