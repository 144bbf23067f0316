import { indonesianFault } from '@lumiku/app-kit/fault-words';
import type { Words } from '@lumiku/contract';
import {
  capabilityOf,
  type EncodedPicture,
  type Engine,
  type EngineCapability,
  EngineFault,
  type EngineOutput,
  type EngineRequest,
  type EngineRequestKind,
} from '@lumiku/engines/engine';
import sharp from 'sharp';
import { checkOutput } from './check-output.ts';
import { checkRequest } from './check-request.ts';
import { faultOfEngine } from './engine-fault-words.ts';
import { fitRequest } from './fit-request.ts';

export interface CheckStep {
  readonly name: 'service' | 'picture' | 'lora';
  readonly isFine: boolean;
  readonly words: Words;
  readonly fix: Words | null;
}

/** What came of a check: a real picture, or why there is none. */
export interface CheckResult {
  readonly isFine: boolean;
  readonly kind: EngineRequestKind;
  readonly steps: readonly CheckStep[];
  readonly output: EngineOutput | null;
  readonly tookMs: number | null;
  readonly costUsd: number | null;
}

export interface CheckOptions {
  readonly kind?: EngineRequestKind;
  /** A person to work from, for kinds that need one. */
  readonly figure: () => Promise<EncodedPicture>;
  readonly signal: AbortSignal;
  readonly onProgress: (at: { fraction: number | null; stage: string }) => void;
  /** Before the engine is called; what it throws stops the check. */
  readonly onAttempt?: (key: string, can: EngineCapability) => Promise<void>;
  readonly onEnd?: (
    key: string,
    outcome: 'made' | EngineFault,
    costUsd: number | null,
  ) => Promise<void>;
}

/** Mean difference of two small greys, of 255, above which they are different pictures. */
const DIFFERENCE_MIN = 2;

/**
 * Asks the service, has one real picture made and looks at it; where there is a LoRA, a second one with the same seed
 * and without it, which must differ (some servers load a LoRA they do not understand and silently ignore it).
 */
export async function checkEngine(engine: Engine, options: CheckOptions): Promise<CheckResult> {
  const kind = options.kind ?? kindToCheck(engine);
  const can = capabilityOf(engine, kind);
  const steps: CheckStep[] = [];
  const done = (made: Partial<CheckResult> = {}): CheckResult => ({
    ...{ kind, output: null, tookMs: null, costUsd: null },
    ...made,
    ...{ steps, isFine: steps.every(({ isFine }) => isFine) },
  });
  if (!can) {
    steps.push(
      bad('picture', engine, new EngineFault('not_configured', `${engine.title} does no ${kind}.`)),
    );
    return done();
  }
  try {
    if (engine.probe) steps.push(fine('service', alike(await engine.probe(options.signal))));
  } catch (error) {
    steps.push(bad('service', engine, error));
    return done();
  }
  try {
    const request = fitRequest(await checkRequest(kind, options.figure), can);
    const first = await make(engine, can, request, options);
    steps.push(fine('picture', describe(first.output)));
    const made = { output: first.output, tookMs: first.tookMs, costUsd: first.costUsd };
    if (!can.lora || request.kind !== 'text-to-image') return done(made);
    const second = await make(engine, can, { ...request, loraScale: 0 }, options);
    steps.push(await loraStep(can.lora, first.output, second.output));
    return done({ ...made, costUsd: sum(first.costUsd, second.costUsd) });
  } catch (error) {
    steps.push(
      bad(steps.some(({ name }) => name === 'picture') ? 'lora' : 'picture', engine, error),
    );
    return done();
  }
}

function kindToCheck(engine: Engine): EngineRequestKind {
  return engine.capabilities.some(({ kind }) => kind === 'text-to-image')
    ? 'text-to-image'
    : (engine.capabilities[0]?.kind ?? 'text-to-image');
}

async function make(
  engine: Engine,
  can: EngineCapability,
  request: EngineRequest,
  options: CheckOptions,
): Promise<{ output: EngineOutput; tookMs: number; costUsd: number | null }> {
  const key = crypto.randomUUID();
  const { signal, onProgress } = options;
  await options.onAttempt?.(key, can);
  const began = performance.now();
  try {
    const ticket = await engine.submit(request, { signal, key, onProgress });
    const output = await checkOutput(await engine.follow(ticket, { signal, onProgress }), request);
    const costUsd = output.costUsd ?? can.costUsd;
    await options.onEnd?.(key, 'made', costUsd);
    return { output, tookMs: Math.round(performance.now() - began), costUsd };
  } catch (error) {
    const fault =
      error instanceof EngineFault ? error : new EngineFault('bad_output', String(error));
    await options.onEnd?.(key, fault, fault.costUsd ?? null);
    throw error;
  }
}

function describe(output: EngineOutput): Words {
  const size = `${output.widthPx} × ${output.heightPx}`;
  const kilobytes = Math.max(1, Math.round(output.bytes.byteLength / 1_000));
  const what = output.mediaType.replace(/^\w+\//, '').toUpperCase();
  const facts = `${size} ${what}, ${kilobytes} kB`;
  return {
    en: `${facts}, decoded to the last row.`,
    id: `${facts}, terbaca sampai baris terakhir.`,
  };
}

async function loraStep(
  lora: NonNullable<EngineCapability['lora']>,
  withIt: EngineOutput,
  withoutIt: EngineOutput,
): Promise<CheckStep> {
  const difference = await meanDifference(withIt.bytes, withoutIt.bytes);
  const apart = difference.toFixed(1);
  const words = {
    en: `The same seed with ${lora.model} at 0 and at ${lora.scale} differs by ${apart} of 255.`,
    id: `Seed yang sama dengan ${lora.model} pada 0 dan ${lora.scale} berbeda ${apart} dari 255.`,
  };
  if (difference >= DIFFERENCE_MIN) return fine('lora', words);
  return {
    ...{ name: 'lora', isFine: false },
    words: {
      en: `${words.en} The LoRA has no effect.`,
      id: `${words.id} LoRA-nya tidak berpengaruh.`,
    },
    fix: {
      en: 'Many servers skip a LoRA whose format they do not know: use one converted for this server, or set FLUX_LORA_MODEL.',
      id: 'Banyak server melewati LoRA yang formatnya tidak dikenal: pakai yang sudah dikonversi untuk server ini, atau isi FLUX_LORA_MODEL.',
    },
  };
}

async function meanDifference(a: Uint8Array, b: Uint8Array): Promise<number> {
  const grey = (bytes: Uint8Array) =>
    sharp(bytes).resize(96, 96, { fit: 'fill' }).flatten().greyscale().raw().toBuffer();
  const [one, other] = await Promise.all([grey(a), grey(b)]);
  const total = one.reduce((sum, value, index) => sum + Math.abs(value - (other[index] ?? 0)), 0);
  return total / one.length;
}

const sum = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : a + b;

/** What a service says of itself, in its own words. */
const alike = (words: string): Words => ({ en: words, id: words });

const fine = (name: CheckStep['name'], words: Words): CheckStep => ({
  ...{ name, isFine: true, words, fix: null },
});

function bad(name: CheckStep['name'], engine: Engine, error: unknown): CheckStep {
  if (!(error instanceof EngineFault)) {
    const words = {
      en: 'The engine failed in a way it should not.',
      id: 'Mesin gagal dengan cara yang tidak semestinya.',
    };
    return { name, isFine: false, words, fix: null };
  }
  const { message, code } = faultOfEngine(error, engine.id);
  const said = indonesianFault(code, {})?.message ?? message;
  return {
    name,
    isFine: false,
    words: { en: `${message} ${error.message}`, id: `${said} ${error.message}` },
    fix: FIXES[error.kind] ?? null,
  };
}

const FIXES: Readonly<Partial<Record<EngineFault['kind'], Words>>> = {
  not_configured: {
    en: 'Look at its settings and at what it says is missing; docs/engines.md names them.',
    id: 'Periksa pengaturannya dan apa yang disebut kurang; docs/engines.md menyebutkannya.',
  },
  authentication: {
    en: 'Set a key that is valid and may make pictures.',
    id: 'Isi kunci yang berlaku dan boleh membuat gambar.',
  },
  payment: {
    en: 'Put money on the account of the service.',
    id: 'Isi saldo akun di layanan itu.',
  },
  rate_limited: {
    en: 'Wait as long as it says, or lower LUMIKU_ENGINE_CONCURRENCY.',
    id: 'Tunggu selama yang dimintanya, atau turunkan LUMIKU_ENGINE_CONCURRENCY.',
  },
  model_loading: {
    en: 'Try again in a minute: the model is being loaded.',
    id: 'Coba lagi sebentar lagi: modelnya sedang dimuat.',
  },
  unavailable: {
    en: 'See whether the address is right and the service runs.',
    id: 'Periksa apakah alamatnya benar dan layanannya berjalan.',
  },
  timed_out: {
    en: 'Try again; raise LUMIKU_ENGINE_TIMEOUT_SECONDS if it is only slow.',
    id: 'Coba lagi; naikkan LUMIKU_ENGINE_TIMEOUT_SECONDS bila hanya lambat.',
  },
  bad_output: { en: 'Look into the log of the service.', id: 'Lihat log layanan itu.' },
};
