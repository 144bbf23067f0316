import type { Setting } from './setting.ts';
import { type SettingValues, settings } from './settings.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Something wrong with the configuration, in words for the operator. */
export interface ConfigProblem {
  readonly env: string;
  readonly message: string;
  readonly fix: string;
}

/** Reads every setting and collects everything that is wrong; an empty variable counts as unset. */
export function readSettings(environment: Environment): {
  values: SettingValues;
  /** For settings that stand elsewhere, in the folders of engines; finds fault with them like with ours. */
  read: <T>(setting: Setting<T>) => T;
  problems: ConfigProblem[];
} {
  const problems: ConfigProblem[] = [];
  function value<T>(setting: Setting<T>): T {
    const given = environment[setting.env]?.trim();
    if (given === undefined || given === '') return setting.fallback;
    const parsed = setting.schema.safeParse(given);
    if (parsed.success) return parsed.data;
    const said = setting.isSecret === true ? '' : ` (${JSON.stringify(given)})`;
    const reason = parsed.error.issues[0]?.message ?? 'cannot be read';
    if (problems.some(({ env }) => env === setting.env)) return setting.fallback;
    problems.push({
      env: setting.env,
      message: `${setting.env}${said} ${reason}.`,
      fix: setting.fix,
    });
    return setting.fallback;
  }
  return { values: readGroups(value), read: value, problems };
}

function readGroups(value: <T>(setting: Setting<T>) => T): SettingValues {
  const {
    server,
    database,
    queue,
    storage,
    accounts,
    credits,
    tiers,
    generation,
    provenance,
    engines,
    vision,
    webhooks,
    logging,
    tracing,
  } = settings;
  return {
    server: { port: value(server.port), host: value(server.host), role: value(server.role) },
    database: {
      dataDir: value(database.dataDir),
      url: value(database.url),
      poolSize: value(database.poolSize),
    },
    queue: {
      redisUrl: value(queue.redisUrl),
      redisHost: value(queue.redisHost),
      redisPort: value(queue.redisPort),
      redisPassword: value(queue.redisPassword),
      concurrency: value(queue.concurrency),
    },
    storage: {
      url: value(storage.url),
      accessKeyId: value(storage.accessKeyId),
      secretAccessKey: value(storage.secretAccessKey),
      region: value(storage.region),
      isBucketInHost: value(storage.isBucketInHost),
      uploadPath: value(storage.uploadPath),
      uploadMegabytesMax: value(storage.uploadMegabytesMax),
      uploadMegapixelsMax: value(storage.uploadMegapixelsMax),
    },
    accounts: { secret: value(accounts.secret), signUp: value(accounts.signUp) },
    credits: { welcome: value(credits.welcome) },
    tiers: {
      previewsPerHourFree: value(tiers.previewsPerHourFree),
      previewsPerHourPro: value(tiers.previewsPerHourPro),
      previewsPerHourEnterprise: value(tiers.previewsPerHourEnterprise),
      requestsPerMinuteFree: value(tiers.requestsPerMinuteFree),
      requestsPerMinutePro: value(tiers.requestsPerMinutePro),
      requestsPerMinuteEnterprise: value(tiers.requestsPerMinuteEnterprise),
      jobsInFlightFree: value(tiers.jobsInFlightFree),
      jobsInFlightPro: value(tiers.jobsInFlightPro),
      jobsInFlightEnterprise: value(tiers.jobsInFlightEnterprise),
      batchPosesFree: value(tiers.batchPosesFree),
      batchPosesPro: value(tiers.batchPosesPro),
      batchPosesEnterprise: value(tiers.batchPosesEnterprise),
      queueWeightFree: value(tiers.queueWeightFree),
      queueWeightPro: value(tiers.queueWeightPro),
      queueWeightEnterprise: value(tiers.queueWeightEnterprise),
    },
    generation: {
      renderThreads: value(generation.renderThreads),
      photoKeptDays: value(generation.photoKeptDays),
      resultRetries: value(generation.resultRetries),
      identityPercent: value(generation.identityPercent),
    },
    provenance: {
      certificateFile: value(provenance.certificateFile),
      privateKeyFile: value(provenance.privateKeyFile),
    },
    engines: {
      order: value(engines.order),
      textToImage: value(engines.textToImage),
      poseTransfer: value(engines.poseTransfer),
      faceSwap: value(engines.faceSwap),
      imageToVideo: value(engines.imageToVideo),
      upscale: value(engines.upscale),
      isCommercial: value(engines.isCommercial),
      licensedModels: value(engines.licensedModels),
      concurrency: value(engines.concurrency),
      timeoutSeconds: value(engines.timeoutSeconds),
    },
    vision: { isOn: value(vision.isOn), memoryMegabytes: value(vision.memoryMegabytes) },
    webhooks: { isPrivateAllowed: value(webhooks.isPrivateAllowed) },
    logging: { level: value(logging.level), format: value(logging.format) },
    tracing: {
      endpoint: value(tracing.endpoint),
      headers: value(tracing.headers),
      serviceName: value(tracing.serviceName),
    },
  };
}
