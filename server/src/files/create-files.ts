import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock, Images } from '@lumiku/app-kit';
import { createCleanPictures } from './clean-pictures.ts';
import { createImages, isMissing } from './create-images.ts';
import { measureUploads, type StoredSum } from './measure-uploads.ts';
import { pictureForLink } from './picture-for-link.ts';
import { createPictureQueue } from './picture-queue.ts';
import type { UploadLimits } from './read-upload.ts';
import { type StoredUrls, type SweepReport, sweepOrphans } from './sweep-orphans.ts';
import { uploadFile } from './upload-path.ts';
import { filesOf, namesIn } from './walk-uploads.ts';
import type { OpenFile } from './write-file.ts';

export interface FilesOptions {
  /** Absolute folder; made when the first picture comes. */
  uploadsFolder: string;
  limits: UploadLimits;
  clock: Clock;
  /** How files are opened for writing; given only by tests of a full disk. */
  openFile?: OpenFile;
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
  readonly uploadsFolder: string;
  forApp(appId: string): Images;
  /** A stored picture as a public page shows it; null when its file is gone. */
  pictureForLink(url: string): Promise<Uint8Array<ArrayBuffer> | null>;
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

export function createFiles(options: FilesOptions): Files {
  const { uploadsFolder, limits, clock, openFile } = options;
  const queue = createPictureQueue();
  // Strangers must not keep people of the studio waiting.
  const linkQueue = createPictureQueue({ waitingMax: 20 });
  const cleanPictures = createCleanPictures(limits, queue);
  return {
    uploadsFolder,
    forApp: (appId) =>
      createImages({ uploadsFolder, cleanPictures, queue, clock, openFile }, appId),
    pictureForLink: (url) => pictureForLink(uploadsFolder, linkQueue, url),
    async *listPerson(userId) {
      for (const appId of await namesIn(uploadsFolder)) {
        for (const { name, modifiedAt } of await filesOf(uploadsFolder, appId, userId)) {
          if (name.startsWith('.')) continue;
          const file = uploadFile(uploadsFolder, { appId, userId, name });
          yield { name: `${appId}/${name}`, modifiedAt, read: () => readIfThere(file) };
        }
      }
    },
    removePerson: async (userId) => {
      if (!USER_ID.test(userId)) throw new Error(`not a user id: ${userId}`);
      for (const appId of await namesIn(uploadsFolder)) {
        await rm(join(uploadsFolder, appId, userId), { recursive: true, force: true });
      }
    },
    measure: () => measureUploads(uploadsFolder),
    sweep: ({ apps, userIds, graceMs = GRACE_MS }) =>
      sweepOrphans({ uploadsFolder, graceMs, now: clock.now(), apps, userIds }),
  };
}

async function readIfThere(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  return await readFile(file).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
}
