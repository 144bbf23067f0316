import { accountSettings } from './account-settings.ts';
import { creditSettings } from './credit-settings.ts';
import { databaseSettings } from './database-settings.ts';
import { generationSettings } from './generation-settings.ts';
import { loggingSettings } from './logging-settings.ts';
import { queueSettings } from './queue-settings.ts';
import { serverSettings } from './server-settings.ts';
import type { GroupValues } from './setting.ts';
import { storageSettings } from './storage-settings.ts';
import { tierSettings } from './tier-settings.ts';
import { visionSettings } from './vision-settings.ts';
import { webhookSettings } from './webhook-settings.ts';

/** Every setting there is, by concern, in the order of the reference. */
export const settings = {
  server: serverSettings,
  database: databaseSettings,
  queue: queueSettings,
  storage: storageSettings,
  accounts: accountSettings,
  credits: creditSettings,
  tiers: tierSettings,
  generation: generationSettings,
  vision: visionSettings,
  webhooks: webhookSettings,
  logging: loggingSettings,
};

/** The values as the environment gives them, before anything is derived from them. */
export type SettingValues = {
  readonly [G in keyof typeof settings]: GroupValues<(typeof settings)[G]>;
};
