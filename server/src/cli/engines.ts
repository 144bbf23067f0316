import { writeFileSync } from 'node:fs';
import type { Log } from '@lumiku/app-kit';
import { EngineKindName, type EngineKindReport, Fault } from '@lumiku/contract';
import { ENGINES, type Engine, EngineFault, OPEN_MODELS } from '@lumiku/engines';
import { openEngines } from '../compose.ts';
import type { Config } from '../config/index.ts';
import {
  type CheckStep,
  checkEngine,
  commercialModels,
  drawnPerson,
  kindReport,
} from '../engines/index.ts';

const PROBE_MS = 15_000;

/** Commands say what is wrong themselves. */
const quiet: Log = {
  ...{ info: () => undefined, debug: () => undefined, warn: () => undefined },
  error: (about, message) => console.error(`${message ?? ''} ${wordsOf(about)}`),
};

/** Prints every engine there is: what each can do, who is asked in which order, what it costs, its licences. */
export async function printEngines(config: Config): Promise<void> {
  await withEngines(config, async (engines) => {
    for (const engine of engines) printEngine(engine, engines, config);
    const others = ENGINES.filter(({ id }) => !engines.some((engine) => engine.id === id));
    if (others.length > 0) console.log('Not configured:');
    for (const { id, needs, about } of others) {
      console.log(`  ${id.padEnd(16)} ${about.en}\n  ${' '.repeat(16)} Set ${named(needs)}.`);
    }
  });
}

const named = (settings: readonly { readonly env: string }[]): string =>
  settings.map(({ env }) => env).join(' and ');

function printEngine(engine: Engine, engines: readonly Engine[], config: Config): void {
  console.log(`${engine.title} (${engine.id})`);
  for (const can of engine.capabilities) {
    const report = kindReport({ engines, rules: config.engines }, engine, can);
    console.log(`  ${can.kind.padEnd(15)} ${abilities(report)}`);
    if (report.refusedModels.length > 0) {
      const wouldDo = commercialModels(engines, can.kind);
      console.log(
        `  ${' '.repeat(15)} REFUSED, because COMMERCIAL is set: ${report.refusedModels.join(', ')}. ` +
          (wouldDo.length > 0
            ? `These would do: ${wouldDo.join(', ')}.`
            : `This would do: ${OPEN_MODELS[can.kind]}; or LUMIKU_LICENSED_MODELS where you hold a licence.`),
      );
    }
  }
  printModels(engine);
  console.log('');
}

/** Every model once, whatever it is used for. */
function printModels({ capabilities }: Engine): void {
  const models = new Map(capabilities.flatMap(({ models }) => models.map((one) => [one.id, one])));
  if (models.size > 0) console.log('  Models and what their makers allow:');
  for (const { id, licence } of models.values()) {
    const use = { true: 'any use', false: 'NON-COMMERCIAL', null: 'look it up' };
    const allowed = use[`${licence.isCommercialUseAllowed}`];
    console.log(`    ${id}: ${allowed}, ${licence.name} (${licence.url})`);
  }
}

function abilities(report: EngineKindReport): string {
  const cost =
    report.costUsd === null
      ? 'cost not known'
      : report.costUsd === 0
        ? 'free'
        : `~$${report.costUsd}`;
  return [
    report.place === null ? 'not asked, others are' : `asked ${ordinal(report.place)}`,
    ...[`up to ${report.longestSidePx} px`, cost],
    report.lora ? `LoRA ${report.lora.model} at ${report.lora.scale}` : '',
    report.takesSeed ? 'seed' : 'no seed',
    report.reportsProgress ? 'progress' : '',
    report.sendsPreviews ? 'previews' : '',
    report.cancels ? 'cancel' : 'no cancel',
  ]
    .filter(Boolean)
    .join(', ');
}

const ordinal = (place: number): string => ['first', 'second', 'third'][place - 1] ?? `${place}th`;

/**
 * Has one engine make a real picture and prints how it went. @returns whether all is well
 * @throws Fault when there is no such engine
 */
export async function checkOneEngine(
  config: Config,
  id: string,
  options: { kind?: string; save?: string },
): Promise<boolean> {
  const kind = options.kind === undefined ? undefined : EngineKindName.safeParse(options.kind);
  if (kind && !kind.success) throw unknownKind(options.kind ?? '');
  return await withEngines(config, async (engines) => {
    const engine = engines.find((one) => one.id === id);
    if (!engine) throw noSuchEngine(id, engines);
    const local = engines.find((one) => one.id === 'local') ?? engine;
    const { signal } = new AbortController();
    let stage = '';
    const result = await checkEngine(engine, {
      ...(kind?.success ? { kind: kind.data } : {}),
      ...{ signal, figure: () => drawnPerson(local, signal) },
      onProgress: (at) => {
        if (at.stage !== stage) console.log(`      ${at.stage.replaceAll('_', ' ')} …`);
        stage = at.stage;
      },
    });
    for (const step of result.steps) printStep(step);
    const { tookMs, costUsd, output } = result;
    if (tookMs !== null)
      console.log(`      ${(tookMs / 1_000).toFixed(1)} s, ${costWords(costUsd)}, ${result.kind}`);
    if (output && options.save !== undefined) {
      writeFileSync(options.save, output.bytes);
      console.log(`      saved as ${options.save}`);
    }
    return result.isFine;
  });
}

function printStep({ isFine, name, words, fix }: CheckStep): void {
  console.log(
    `${isFine ? 'ok   ' : 'WRONG'} ${name}: ${words.en}${fix === null ? '' : `\n      ${fix.en}`}`,
  );
}

const costWords = (costUsd: number | null): string =>
  costUsd === null ? 'cost not known' : costUsd === 0 ? 'free' : `about $${costUsd.toFixed(3)}`;

/** For the doctor: whether every configured engine is there and takes its key; nothing is made. @throws Error with what is wrong */
export async function lookAtEngines(config: Config): Promise<string> {
  return await withEngines(config, async (engines) => {
    const found = await Promise.all(
      engines.map(async (engine) => {
        if (!engine.probe) return { engine, wrong: null };
        return await engine.probe(AbortSignal.timeout(PROBE_MS)).then(
          () => ({ engine, wrong: null }),
          (error: unknown) => ({ engine, wrong: wordsOf(error) }),
        );
      }),
    );
    const wrong = found.flatMap(({ engine, wrong }) => (wrong ? [`${engine.id}: ${wrong}`] : []));
    if (wrong.length > 0) {
      throw new Error(`${wrong.join('; ')}. "lumiku engines check <engine>" says more.`);
    }
    return `${engines.map(({ id }) => id).join(', ')} can be asked`;
  });
}

async function withEngines<T>(
  config: Config,
  run: (engines: readonly Engine[]) => Promise<T>,
): Promise<T> {
  const open = await openEngines(config, quiet);
  try {
    return await run(open.engines);
  } finally {
    await open.close();
  }
}

function noSuchEngine(id: string, engines: readonly Engine[]): Fault {
  const known = ENGINES.find((engine) => engine.id === id);
  const there = engines.map((engine) => engine.id).join(', ');
  return new Fault({
    code: 'ENGINE_NOT_CONFIGURED',
    status: 404,
    message: known ? `${known.title} is not configured.` : `There is no engine "${id}".`,
    fix: known
      ? `Set ${named(known.needs)}; docs/engines.md says how.`
      : `Name one of those that are configured: ${there}.`,
  });
}

function unknownKind(kind: string): Fault {
  return new Fault({
    code: 'ENGINE_KIND_UNKNOWN',
    status: 400,
    message: `There is no kind "${kind}".`,
    fix: `Name one of ${EngineKindName.options.join(', ')}.`,
  });
}

function wordsOf(error: unknown): string {
  if (error instanceof EngineFault || error instanceof Error) return error.message;
  if (typeof error !== 'object' || error === null) return String(error);
  return Object.values(error)
    .map((value) => wordsOf(value))
    .join(' ');
}
