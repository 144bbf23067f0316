import { join } from 'node:path';
import { defineApp } from '@lumiku/app-kit';
import { manifest } from '../manifest.ts';
import { renderGeneration } from './jobs/render-generation.ts';
import { avatarGeneratorRoutes } from './routes.ts';
import { listStoredUrls } from './verbs/read-generations.ts';

/** My photo, that pose. */
export const avatarGenerator = defineApp({
  manifest,
  migrationsFolder: join(import.meta.dirname, 'migrations'),
  mount: (context) => ({
    routes: avatarGeneratorRoutes(context),
    jobs: [renderGeneration(context)],
    storedUrls: (userId) => listStoredUrls(context, userId),
  }),
});
