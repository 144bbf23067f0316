import { accessSync, constants, mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import type { TierLimits } from '@lumiku/app-kit';
import { Fault, type Tier } from '@lumiku/contract';
import type { S3Place, SigningIdentity } from '../files/index.ts';
import { type EnginesConfig, enginesConfig } from './engines-config.ts';
import { type ConfigProblem, type Environment, readSettings } from './read-settings.ts';
import { s3Place } from './s3-place-settings.ts';
import type { SettingValues } from './settings.ts';
import { signingIdentity } from './signing-identity.ts';
import { storedSecret } from './stored-secret.ts';
import { unknownSettings } from './unknown-settings.ts';

/** The whole configuration, checked and complete. Paths are absolute. */
export interface Config {
  readonly server: SettingValues['server'];
  readonly database: SettingValues['database'];
  readonly queue: { readonly redisUrl: string | undefined; readonly concurrency: number };
  readonly storage: {
    /** Null where pictures lie in `uploadPath`. */
    readonly s3: S3Place | null;
    readonly uploadPath: string;
    readonly uploadBytesMax: number;
    readonly uploadPixelsMax: number;
  };
  readonly accounts: { readonly secret: string; readonly signUp: 'open' | 'closed' };
  readonly credits: SettingValues['credits'];
  readonly tiers: Readonly<Record<Tier, TierLimits>>;
  readonly generation: SettingValues['generation'];
  /** Null where made pictures carry the IPTC mark alone. */
  readonly signing: SigningIdentity | null;
  readonly engines: EnginesConfig;
  readonly vision: SettingValues['vision'];
  readonly webhooks: SettingValues['webhooks'];
  readonly logging: SettingValues['logging'];
  readonly tracing: SettingValues['tracing'];
  /** Worth telling the operator, but no reason to stay down. */
  readonly warnings: readonly string[];
}

/**
 * Makes the configuration from environment variables, and the data folder with its secret when missing.
 * @throws Fault CONFIG_INVALID with every problem in `issues`, each with its fix.
 */
export function readConfig(environment: Environment): Config {
  const { values, read, problems } = readSettings(environment);
  const engines = enginesConfig(
    values.engines,
    read,
    (env) => (environment[env]?.trim() ?? '') !== '',
  );
  problems.push(...engines.problems);
  const dataDir = resolve(values.database.dataDir);
  const uploadPath = resolve(values.storage.uploadPath ?? join(dataDir, 'uploads'));
  const s3 = s3Place(values.storage);
  const signing = signingIdentity(values.provenance);
  problems.push(...s3.problems, ...signing.problems);
  problems.push(...roleProblems(values), ...folderProblems('LUMIKU_DATA_DIR', dataDir));
  if (problems.length === 0 && !s3.place)
    problems.push(...folderProblems('UPLOAD_PATH', uploadPath));
  if (problems.length > 0) throw invalid(problems);
  return {
    server: values.server,
    database: { ...values.database, dataDir },
    queue: { redisUrl: redisUrl(values.queue), concurrency: values.queue.concurrency },
    storage: {
      s3: s3.place,
      uploadPath,
      uploadBytesMax: values.storage.uploadMegabytesMax * 1024 * 1024,
      uploadPixelsMax: values.storage.uploadMegapixelsMax * 1_000_000,
    },
    accounts: {
      secret: values.accounts.secret ?? storedSecret(dataDir),
      signUp: values.accounts.signUp,
    },
    credits: values.credits,
    tiers: tierLimits(values.tiers),
    generation: {
      ...values.generation,
      renderThreads: values.generation.renderThreads || availableParallelism(),
    },
    signing: signing.identity,
    engines: engines.config,
    vision: values.vision,
    webhooks: values.webhooks,
    logging: values.logging,
    tracing: values.tracing,
    warnings: [...s3.warnings, ...signing.warnings, ...unknownSettings(environment)],
  };
}

function tierLimits(tiers: SettingValues['tiers']): Readonly<Record<Tier, TierLimits>> {
  return {
    free: {
      previewsPerHour: tiers.previewsPerHourFree,
      requestsPerMinute: tiers.requestsPerMinuteFree,
      jobsInFlight: tiers.jobsInFlightFree,
      batchPoses: tiers.batchPosesFree,
      queueWeight: tiers.queueWeightFree,
    },
    pro: {
      previewsPerHour: tiers.previewsPerHourPro,
      requestsPerMinute: tiers.requestsPerMinutePro,
      jobsInFlight: tiers.jobsInFlightPro,
      batchPoses: tiers.batchPosesPro,
      queueWeight: tiers.queueWeightPro,
    },
    enterprise: {
      previewsPerHour: tiers.previewsPerHourEnterprise,
      requestsPerMinute: tiers.requestsPerMinuteEnterprise,
      jobsInFlight: tiers.jobsInFlightEnterprise,
      batchPoses: tiers.batchPosesEnterprise,
      queueWeight: tiers.queueWeightEnterprise,
    },
  };
}

function redisUrl(queue: SettingValues['queue']): string | undefined {
  if (queue.redisUrl !== undefined || queue.redisHost === undefined) return queue.redisUrl;
  const password =
    queue.redisPassword === undefined ? '' : `:${encodeURIComponent(queue.redisPassword)}@`;
  return `redis://${password}${queue.redisHost}:${queue.redisPort}`;
}

function roleProblems(values: SettingValues): ConfigProblem[] {
  if (values.server.role === 'all' || values.database.url !== undefined) return [];
  return [
    {
      env: 'LUMIKU_ROLE',
      message: `LUMIKU_ROLE=${values.server.role} shares its database with other processes, but DATABASE_URL is not set.`,
      fix: 'Set DATABASE_URL for all of them, or LUMIKU_ROLE=all.',
    },
  ];
}

function folderProblems(env: string, folder: string): ConfigProblem[] {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
    return [];
  } catch {
    const message = `The folder ${folder} (${env}) cannot be made or written.`;
    return [{ env, message, fix: `Give this user the right to write there, or set ${env}.` }];
  }
}

function invalid(problems: ConfigProblem[]): Fault {
  const lines = problems.map((problem) => `  ${problem.message}\n    ${problem.fix}`);
  const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
  return new Fault({
    code: 'CONFIG_INVALID',
    status: 500,
    message: `The configuration has ${count}:\n${lines.join('\n')}`,
    issues: problems.map(({ env, message, fix }) => ({ path: env, message: `${message} ${fix}` })),
  });
}
