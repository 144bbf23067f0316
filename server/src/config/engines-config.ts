import {
  type BuildEngine,
  ENGINES,
  type EngineDefinition,
  type EngineRequestKind,
  type ReadSetting,
} from '@lumiku/engines';
import type { ConfigProblem } from './read-settings.ts';
import { engineGroups, type SettingValues } from './settings.ts';

/** Which engines there are and who is asked for what. */
export interface EnginesConfig {
  /** In the order of preference; the local one is always among them. */
  readonly configured: readonly ConfiguredEngine[];
  /** Ids in the order they are asked, where the operator said so. */
  readonly order: Readonly<Partial<Record<EngineRequestKind | 'all', readonly string[]>>>;
  readonly isCommercial: boolean;
  readonly licensedModels: ReadonlySet<string>;
  readonly concurrency: ReadonlyMap<string, number>;
  readonly timeoutSeconds: ReadonlyMap<string, number>;
}

export interface ConfiguredEngine {
  readonly definition: EngineDefinition;
  readonly build: BuildEngine;
}

type Values = SettingValues['engines'];

/** Asks every engine whether it is wanted, and checks the names the operator gave. */
export function enginesConfig(
  values: Values,
  read: ReadSetting,
  isSet: (env: string) => boolean,
): { config: EnginesConfig; problems: ConfigProblem[] } {
  // Also what no configured engine reads: a wrong value is a mistake wherever it stands.
  for (const { members } of engineGroups) for (const setting of members) read(setting);
  const halves: ConfigProblem[] = [];
  const configured = ENGINES.flatMap((definition) => {
    let isTold = false;
    const build = definition.configure(read, ({ setting, message, fix }) => {
      const { env } = setting;
      isTold = true;
      // A setting of several engines is told once.
      if (!halves.some((one) => one.env === env)) {
        halves.push({ env, message: `${env} ${message}.`, fix });
      }
    });
    if (!build && !isTold) halves.push(...halfSetUp(definition, isSet));
    return build ? [{ definition, build }] : [];
  });
  const orders = {
    ...{ LUMIKU_ENGINES: values.order, LUMIKU_ENGINES_TEXT_TO_IMAGE: values.textToImage },
    ...{ LUMIKU_ENGINES_POSE_TRANSFER: values.poseTransfer },
    ...{ LUMIKU_ENGINES_FACE_SWAP: values.faceSwap },
    ...{ LUMIKU_ENGINES_IMAGE_TO_VIDEO: values.imageToVideo },
    LUMIKU_ENGINES_UPSCALE: values.upscale,
  };
  const problems = [
    ...halves,
    ...Object.entries(orders).flatMap(([env, ids]) => orderProblems(env, ids ?? [], configured)),
    ...nameProblems('LUMIKU_ENGINE_CONCURRENCY', values.concurrency),
    ...nameProblems('LUMIKU_ENGINE_TIMEOUT_SECONDS', values.timeoutSeconds),
  ];
  const config: EnginesConfig = {
    configured,
    order: {
      ...(values.order && { all: values.order }),
      ...(values.textToImage && { 'text-to-image': values.textToImage }),
      ...(values.poseTransfer && { 'pose-transfer': values.poseTransfer }),
      ...(values.faceSwap && { 'face-swap': values.faceSwap }),
      ...(values.imageToVideo && { 'image-to-video': values.imageToVideo }),
      ...(values.upscale && { upscale: values.upscale }),
    },
    isCommercial: values.isCommercial,
    licensedModels: new Set(values.licensedModels),
    concurrency: values.concurrency ?? new Map(),
    timeoutSeconds: values.timeoutSeconds ?? new Map(),
  };
  return { config, problems };
}

/** Settings of an engine that is not there for want of others: they would do nothing, and nobody would know. */
function halfSetUp(
  { title, settings, needs }: EngineDefinition,
  isSet: (env: string) => boolean,
): ConfigProblem[] {
  const [first, ...others] = settings.map(({ env }) => env).filter(isSet);
  if (first === undefined) return [];
  const missing = needs.map(({ env }) => env).filter((env) => !isSet(env));
  // What it needs is there, but cannot be read: that was told already.
  if (missing.length === 0) return [];
  const given = [first, ...others].join(', ');
  return [
    {
      env: first,
      message: `${given} ${others.length > 0 ? 'are' : 'is'} set, but ${title} is not set up without ${missing.join(' and ')}.`,
      fix: `Set ${missing.join(' and ')}, too, or leave ${given} out.`,
    },
  ];
}

function orderProblems(
  env: string,
  ids: readonly string[],
  configured: readonly ConfiguredEngine[],
): ConfigProblem[] {
  return ids.flatMap((id) => {
    const definition = ENGINES.find((engine) => engine.id === id);
    if (!definition) return [unknownEngine(env, id)];
    if (configured.some((one) => one.definition.id === id)) return [];
    const names = definition.settings.map((setting) => setting.env).slice(0, 3);
    return [
      {
        env,
        message: `${env} names ${id}, which is not configured.`,
        fix: `Set ${names.join(', ')} for it, or take it out of ${env}.`,
      },
    ];
  });
}

function nameProblems(
  env: string,
  named: ReadonlyMap<string, number> | undefined,
): ConfigProblem[] {
  return [...(named?.keys() ?? [])]
    .filter((id) => !ENGINES.some((engine) => engine.id === id))
    .map((id) => unknownEngine(env, id));
}

function unknownEngine(env: string, id: string): ConfigProblem {
  const known = ENGINES.map((engine) => engine.id).join(', ');
  return {
    env,
    message: `${env} names ${id}, but there is no such engine.`,
    fix: `Name some of ${known}.`,
  };
}
