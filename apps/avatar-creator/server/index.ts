import { join } from 'node:path';
import { defineApp } from '@lumiku/app-kit';
import { manifest } from '../manifest.ts';
import { avatarSource } from './avatars/avatar-source.ts';
import { uploadedPhotos } from './avatars/uploaded-photos.ts';
import { makingJob } from './makings/making-job.ts';
import { sweepMakings } from './makings/sweep-makings.ts';
import { previewJob } from './previews/preview-job.ts';
import { sweepPreviews } from './previews/sweep-previews.ts';
import { avatarCreatorRoutes } from './routes.ts';
import { listStoredUrls } from './stored-urls.ts';

/** Words to an avatar, looked at before it is paid. */
export const avatarCreator = defineApp({
  manifest,
  migrationsFolder: join(import.meta.dirname, 'migrations'),
  mount: (context) => ({
    routes: avatarCreatorRoutes(context),
    jobs: [previewJob(context), makingJob(context)],
    photos: uploadedPhotos(context),
    sources: [avatarSource(context)],
    storedUrls: (userId) => listStoredUrls(context, userId),
    async upkeep() {
      await sweepPreviews(context);
      await sweepMakings(context);
    },
  }),
});
