import { join } from 'node:path';
import { defineApp } from '@lumiku/app-kit';
import { manifest } from '../manifest.ts';
import { givenPhotos } from './given-photos.ts';
import { makeClip } from './jobs/make-clip.ts';
import { renderGeneration } from './jobs/render-generation.ts';
import { swapFace } from './jobs/swap-face.ts';
import { removeExpiredPhotos } from './remove-photos.ts';
import { resultSource } from './result-source.ts';
import { avatarGeneratorRoutes } from './routes.ts';
import { loadStyles } from './styles/load-styles.ts';
import { listStoredUrls } from './verbs/read-generations.ts';

/** My photo, that pose. */
export const avatarGenerator = defineApp({
  manifest,
  migrationsFolder: join(import.meta.dirname, 'migrations'),
  mount(context) {
    const styles = loadStyles();
    return {
      routes: avatarGeneratorRoutes(context, styles),
      jobs: [renderGeneration(context, styles), swapFace(context), makeClip(context, styles)],
      storedUrls: (userId) => listStoredUrls(context, userId),
      photos: givenPhotos(context),
      sources: [resultSource(context)],
      async upkeep() {
        const removed = await removeExpiredPhotos(context);
        if (removed > 0) context.log.info({ removed }, 'Removed photos whose time was over.');
      },
    };
  },
});
