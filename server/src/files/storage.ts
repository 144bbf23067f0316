// The port between the files room and where files lie. Two drivers: a folder (`disk-storage.ts`) and a bucket of an
// S3-compatible server (`s3-storage.ts`); `storage.contract.test.ts` holds both to the same promises.
import type { UploadPath } from './upload-path.ts';

export interface StoredFile {
  path: UploadPath;
  modifiedAt: Date;
  sizeBytes: number;
}

/** Both ends included, as in HTTP. */
export interface ByteRange {
  start: number;
  end: number;
}

/** The files of one person in one app. */
export interface StoredFolder {
  userId: string;
  files: StoredFile[];
}

/**
 * Where stored files lie, each under its path and never changed after it was written. Everything throws a Fault
 * STORAGE_AWAY (503) when the place cannot be reached.
 */
export interface Storage {
  /** Where it is, for operators: never with a key in it. */
  readonly place: string;
  /**
   * All of the bytes or nothing, also when the process is killed.
   * @throws Fault STORAGE_FULL, STORAGE_UNWRITABLE (503); nothing is left behind.
   */
  write(path: UploadPath, bytes: Uint8Array): Promise<void>;
  /** Null when it is not there. */
  read(path: UploadPath): Promise<Uint8Array<ArrayBuffer> | null>;
  find(path: UploadPath): Promise<StoredFile | null>;
  /** Read as fast as it is taken, and no longer when nobody takes it any more. Null when it is not there. */
  stream(path: UploadPath, range: ByteRange): Promise<ReadableStream<Uint8Array> | null>;
  /** A file that is gone already is fine. */
  remove(path: UploadPath): Promise<void>;
  /** Removes everything one person has in one app. */
  removeFolder(appId: string, userId: string): Promise<void>;
  /** Removes what is left of a folder whose files are all gone. */
  tidyFolder(appId: string, userId: string): Promise<void>;
  /** Names of the apps that have something stored. */
  apps(): Promise<string[]>;
  /** Everything of one app, person by person, so that memory stays flat; unfinished writes (dot files) too. */
  folders(appId: string): AsyncIterable<StoredFolder>;
  /** The files of one person in one app. */
  filesOf(appId: string, userId: string): Promise<StoredFile[]>;
  /** Null where nobody can say. */
  freeBytes(): Promise<number | null>;
  /** Resolves when the place can be used; cheap enough to be asked all the time. */
  check(): Promise<void>;
  /** Writes, reads back and removes a file. */
  tryOut(): Promise<void>;
}
