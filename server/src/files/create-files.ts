import type { Clock, Images } from '@lumiku/app-kit';
import { createCleanPictures } from './clean-pictures.ts';
import { type ContentCredentials, noCredentials } from './content-credentials.ts';
import { createImages } from './create-images.ts';
import { measureUploads, type StoredSum } from './measure-uploads.ts';
import type { OutlineInk } from './outline-picture.ts';
import { clipForLink, pictureForLink } from './picture-for-link.ts';
import { createPictureQueue } from './picture-queue.ts';
import type { UploadLimits } from './read-upload.ts';
import type { Storage, StoredFile } from './storage.ts';
import { type StoredUrls, type SweepReport, sweepOrphans } from './sweep-orphans.ts';

export interface FilesOptions {
  storage: Storage;
  limits: UploadLimits;
  clock: Clock;
  /** Off the event loop. */
  outline: OutlineInk;
  credentials?: ContentCredentials;
}

/** A stored file, as an export names it. */
export interface PersonFile {
  /** `<app>/<name>` */
  name: string;
  modifiedAt: Date;
  /** Null when it vanished since it was listed. */
  read(): Promise<Uint8Array<ArrayBuffer> | null>;
}

/** All stored pictures: whose they are stands in their path, so no table is needed to know it. */
export interface Files {
  readonly storage: Storage;
  readonly credentials: ContentCredentials;
  forApp(appId: string): Images;
  /** A stored picture as a public page shows it; null when its file is gone. */
  pictureForLink(url: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** A stored clip as it is; null when its file is gone. */
  clipForLink(url: string): Promise<StoredFile | null>;
  /** Everything one person has stored, in every app. */
  listPerson(userId: string): AsyncGenerator<PersonFile>;
  /** Removes everything one person has stored; call after their rows are gone. */
  removePerson(userId: string): Promise<void>;
  /** How much everybody has stored, in every app. */
  measure(): Promise<StoredSum[]>;
  /** Removes files older than the grace period that no row names; says which rows have lost their file. */
  sweep(sweep: {
    apps: ReadonlyMap<string, StoredUrls>;
    userIds: readonly string[];
    graceMs?: number;
  }): Promise<SweepReport>;
}

const GRACE_MS = 60 * 60 * 1000;
const USER_ID = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;

export function createFiles({
  storage,
  limits,
  clock,
  outline,
  credentials = noCredentials,
}: FilesOptions): Files {
  const queue = createPictureQueue();
  // Strangers must not keep people of the studio waiting.
  const linkQueue = createPictureQueue({ waitingMax: 20 });
  const cleanPictures = createCleanPictures(limits, queue);
  return {
    storage,
    credentials,
    forApp: (appId) =>
      createImages({ storage, cleanPictures, queue, clock, outline, credentials }, appId),
    pictureForLink: (url) => pictureForLink({ storage, credentials }, linkQueue, url),
    clipForLink: (url) => clipForLink(storage, url),
    async *listPerson(userId) {
      for (const appId of await storage.apps()) {
        for (const { path, modifiedAt } of await storage.filesOf(appId, userId)) {
          if (path.name.startsWith('.')) continue;
          yield { name: `${appId}/${path.name}`, modifiedAt, read: () => storage.read(path) };
        }
      }
    },
    removePerson: async (userId) => {
      if (!USER_ID.test(userId)) throw new Error(`not a user id: ${userId}`);
      for (const appId of await storage.apps()) await storage.removeFolder(appId, userId);
    },
    measure: () => measureUploads(storage),
    sweep: ({ apps, userIds, graceMs = GRACE_MS }) =>
      sweepOrphans({ storage, graceMs, now: clock.now(), apps, userIds }),
  };
}
