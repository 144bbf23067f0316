import type { Words } from '@lumiku/contract';
import type { Tx } from './app-context.ts';

/** A collection of pictures one app lends to the others, e.g. avatars to be used instead of a photo. */
export interface PictureSource {
  /** kebab-case; the others know it as `<app>:<id>`. */
  readonly id: string;
  readonly label: Words;
  /** Newest first; `cursor` is what an earlier page answered as `nextCursor`. */
  list(
    userId: string,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<{ pictures: LentPicture[]; nextCursor?: string | undefined }>;
  /** @throws Fault NOT_FOUND (404), also for somebody else's. */
  open(userId: string, pictureId: string): Promise<OpenedPicture>;
  /** Another app took the picture for `subjectId` of its own; written in the transaction that accepts that. */
  used?(tx: Tx, use: PictureUse): Promise<void>;
  /** What it was taken for is gone, in that transaction. */
  forgotten?(tx: Tx, use: Omit<PictureUse, 'pictureId'>): Promise<void>;
}

export interface LentPicture {
  id: string;
  title: string;
  imageUrl: string;
  thumbnailUrl: string;
  createdAt: Date;
}

export interface OpenedPicture {
  bytes: Uint8Array;
  mediaType: string;
  title: string;
}

export interface PictureUse {
  userId: string;
  pictureId: string;
  /** The app that uses it. */
  appId: string;
  subjectId: string;
}

/** Pictures other apps lend, by reference: `<app>:<source>:<id>`. */
export interface PictureSources {
  /** @throws Fault NOT_FOUND (404) for a reference that leads to nothing of this person's. */
  open(ref: string, userId: string): Promise<OpenedPicture>;
  /** Tells the lender that this app uses the picture for `subjectId`; call it where the use is accepted. */
  used(tx: Tx, use: { ref: string; userId: string; subjectId: string }): Promise<void>;
  /** Tells all lenders that `subjectId` of this app is gone. */
  forget(tx: Tx, use: { userId: string; subjectId: string }): Promise<void>;
}
