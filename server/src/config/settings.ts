import { ENGINES, modelSettings } from '@lumiku/engines';
import { accountSettings } from './account-settings.ts';
import { creditSettings } from './credit-settings.ts';
import { databaseSettings } from './database-settings.ts';
import { engineSettings } from './engine-settings.ts';
import { generationSettings } from './generation-settings.ts';
import { loggingSettings } from './logging-settings.ts';
import { provenanceSettings } from './provenance-settings.ts';
import { queueSettings } from './queue-settings.ts';
import { serverSettings } from './server-settings.ts';
import type { GroupValues, Setting } from './setting.ts';
import { storageSettings } from './storage-settings.ts';
import { tierSettings } from './tier-settings.ts';
import { tracingSettings } from './tracing-settings.ts';
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
  provenance: provenanceSettings,
  engines: engineSettings,
  vision: visionSettings,
  webhooks: webhookSettings,
  logging: loggingSettings,
  tracing: tracingSettings,
};

/** A heading of the reference with what can be set under it. */
export interface SettingGroup {
  readonly title: string;
  readonly members: readonly Setting<unknown>[];
}

/** Settings of engines: those of each stand in its own folder. */
export const engineGroups: readonly SettingGroup[] = [
  { title: 'Engine: models', members: Object.values(modelSettings) },
  ...ENGINES.filter(({ settings }) => settings.length > 0).map(({ title, settings }) => ({
    title: `Engine: ${title}`,
    members: settings,
  })),
];

/** The values as the environment gives them, before anything is derived from them. */
export type SettingValues = {
  readonly [G in keyof typeof settings]: GroupValues<(typeof settings)[G]>;
};
