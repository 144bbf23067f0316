import type { ShareLink, Words } from '@lumiku/contract';
import type { Tx } from './app-context.ts';

export interface SharedPicture {
  userId: string;
  /** `<app>:<kind>:<id>`; one living link each. */
  subject: string;
  /** Stored picture, `/uploads/…`; of a clip its poster. */
  pictureUrl: string;
  /** Stored clip; null for a picture. */
  clipUrl: string | null;
  title: Words;
  /** Null: until it is revoked. */
  expiresInDays: number | null;
}

/** Links that show one picture or clip to whoever has them: signed, ending, revocable, counted. */
export interface Shares {
  /** Makes the link, or gives the living one a new end; its address stays. */
  share(picture: SharedPicture): Promise<ShareLink>;
  find(userId: string, subject: string): Promise<ShareLink | null>;
  /** @returns whether there was one. */
  revoke(userId: string, subject: string): Promise<boolean>;
  /** In the transaction that deletes what it shows. */
  forget(tx: Tx, of: { userId: string; subject: string }): Promise<void>;
}
