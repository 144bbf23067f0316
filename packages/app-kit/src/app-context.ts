import type {
  LiveEvent,
  Look,
  LookChoice,
  PhotoReport,
  PictureFormat,
  PoseDetection,
  PoseTemplate,
  SceneFraming,
  Tier,
} from '@lumiku/contract';
import type { SolvedPose } from '@lumiku/pose-kit';
import type { NodePgDatabase, NodePgTransaction } from 'drizzle-orm/node-postgres';
import type { Consents } from './consents.ts';
import type {
  EngineAbility,
  EngineClipMade,
  EngineKind,
  EnginePictureMade,
  MakeClip,
  MakePicture,
} from './engines.ts';
import type { Jobs, RunningJob } from './jobs.ts';
import type { PictureSources } from './picture-sources.ts';
import type { Shares } from './shares.ts';

export type Database = NodePgDatabase<Record<string, never>>;
// biome-ignore lint/suspicious/noExplicitAny: drizzle's own transaction type is generic over the whole schema
export type Tx = NodePgTransaction<any, any>;

/** The narrow door through which an app reaches the platform. */
export interface AppContext {
  /** Its own tables only. */
  readonly db: Database;
  readonly credits: Credits;
  readonly jobs: Jobs;
  readonly images: Images;
  readonly poses: Poses;
  readonly photos: Photos;
  readonly engines: Engines;
  readonly events: Events;
  readonly idempotency: Idempotency;
  /** Links that show one picture to whoever has them. */
  readonly shares: Shares;
  /** Whether people agree to the use of their photos. */
  readonly consents: Consents;
  /** Pictures of other apps. */
  readonly sources: PictureSources;
  /** How this studio treats photos and results. */
  readonly policy: StudioPolicy;
  /** What each tier may do. */
  readonly tiers: Readonly<Record<Tier, TierLimits>>;
  readonly log: Log;
  readonly clock: Clock;
}

export interface StudioPolicy {
  /** Days a photo is kept; null = as long as the pictures made from it. */
  readonly photoKeptDays: number | null;
  /** How often a result that measures below the bar is made again, at no cost. */
  readonly resultRetries: number;
  /** Likeness, 0 to 1, from which a result passes. */
  readonly identityBar: number;
}

export interface TierLimits {
  /** Free previews a person may make in any sixty minutes. */
  readonly previewsPerHour: number;
  /** API requests a person may send in a minute. */
  readonly requestsPerMinute: number;
  /** Work a person may have waiting or in the making at once; what they wait in front of does not count. */
  readonly jobsInFlight: number;
  /** Poses of one batch. */
  readonly batchPoses: number;
  /** Turns in the line while a person of weight 1 gets one. */
  readonly queueWeight: number;
}

export interface Credits {
  /** Takes credits at once (no job), exactly once per reference. @throws Fault INSUFFICIENT_CREDITS */
  charge(tx: Tx, charge: { userId: string; amount: number; reference: string }): Promise<void>;
  /**
   * Gives back what was taken for a reference, exactly once.
   * @returns whether this call gave it back. @throws Fault CREDITS_NOTHING_TO_REFUND (409)
   */
  refund(tx: Tx, given: { userId: string; amount: number; reference: string }): Promise<boolean>;
}

/** A stored picture. `url` is what the API shows and what rows keep: `/uploads/<app>/<userId>/<timestamp>-<name>`. */
export interface StoredImage {
  url: string;
  mediaType: string;
  widthPx: number;
  heightPx: number;
  sizeBytes: number;
}

export interface FitPicture {
  widthPx: number;
  heightPx: number;
  format: PictureFormat;
  /** The part to show, in pixels of the stored picture and in the wanted shape; null: all of it, on a blurred ground. */
  crop(picture: {
    widthPx: number;
    heightPx: number;
  }): Promise<{ left: number; top: number; width: number; height: number } | null>;
}

/** Pictures on disk, owned by a user, checked by content. Files are written before the row that names them; a sweeper removes what no row names. */
export interface Images {
  /**
   * Checks an upload by content, applies EXIF orientation, strips metadata, re-encodes, stores.
   * @throws Fault UPLOAD_EMPTY, UPLOAD_UNREADABLE, UPLOAD_TOO_MANY_PIXELS (400), UPLOAD_TOO_LARGE (413), UPLOAD_NOT_AN_IMAGE (415)
   */
  accept(upload: { userId: string; file: File; keep?: 'input' }): Promise<StoredImage>;
  /** Same checks, nothing stored. */
  inspect(
    file: File,
  ): Promise<{ bytes: Uint8Array; mediaType: string; widthPx: number; heightPx: number }>;
  /** Stores a picture this server made, with its provenance mark. */
  store(picture: {
    userId: string;
    name: string;
    bytes: Uint8Array;
    mediaType: string;
    source: 'algorithmicMedia' | 'trainedAlgorithmicMedia' | 'compositeWithTrainedAlgorithmicMedia';
    engine: string;
  }): Promise<StoredImage>;
  /** Stores a clip this server made, with its provenance mark. The bytes are checked to be of that type. */
  storeClip(clip: {
    userId: string;
    name: string;
    bytes: Uint8Array;
    mediaType: 'video/mp4' | 'video/webm' | 'image/webp';
    widthPx: number;
    heightPx: number;
    source: 'algorithmicMedia' | 'trainedAlgorithmicMedia' | 'compositeWithTrainedAlgorithmicMedia';
    engine: string;
  }): Promise<StoredImage>;
  /** WebP beside the original, `maxPx` on the long side. */
  thumbnail(image: StoredImage, userId: string, maxPx: number): Promise<StoredImage>;
  read(url: string): Promise<Uint8Array>;
  /** A stored picture in an exact size and format; nothing is stored. @throws Fault NOT_FOUND (404) */
  fitted(
    url: string,
    wish: FitPicture,
  ): Promise<{ bytes: Uint8Array<ArrayBuffer>; mediaType: string }>;
  /** A stored drawing of ink on paper as an SVG document; nothing is stored. @throws Fault NOT_FOUND (404) */
  outlined(url: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Idempotent; missing files are fine. Call after the transaction that forgot them. */
  remove(urls: readonly (string | null | undefined)[]): Promise<void>;
}

/** How a pose is wanted other than as it is written. */
export interface PoseWish {
  /** Left and right exchanged. */
  readonly mirror?: boolean | undefined;
  /** Degrees by which the subject is turned from the camera, in place of the pose's own; + faces image right. */
  readonly yaw?: number | undefined;
  /** Also an own pose that its owner has deleted: for pictures that were asked for before. */
  readonly evenDeleted?: boolean;
}

/** Poses of the library and the person's own, by the same ids. */
export interface Poses {
  /** With the pose worked out and the angles (degrees) of its own camera. @throws Fault POSE_NOT_FOUND (404) */
  get(
    id: string,
    userId: string,
    wish?: PoseWish,
  ): Promise<PoseTemplate & { solved: SolvedPose; yaw: number; pitch: number }>;
  /** Puts the pose first among those the person used last. */
  noteUse(id: string, userId: string): Promise<void>;
}

/** What a finished picture is measured against. */
export interface MeasureAgainst {
  /** The pose it was made for, with the camera it was asked for with; left out, only people are counted. */
  readonly pose?: { solved: SolvedPose; yaw: number; pitch: number; framing: SceneFraming } | null;
  /** Whose face it should show. Only with that person's consent: faces are compared, and nothing of them is kept. */
  readonly face?: Uint8Array | null;
}

/** How well a picture shows what it was made for. */
export interface PictureMeasure {
  readonly pose: {
    /** Object keypoint similarity after moving and scaling the figure onto the target, 0 to 1. */
    readonly oks: number;
    /** Of the arm or leg that is furthest off; null when none shows. */
    readonly worstLimbDegrees: number | null;
    readonly worstLimb: string | null;
    /** Body and head face where the pose does. */
    readonly facing: boolean;
    /** How much more or less shoulders and hips lean against each other; null where they do not show. */
    readonly tiltDegrees: number | null;
    readonly isMirrored: boolean;
    readonly verdict: 'pass' | 'review' | 'fail';
    readonly passes: boolean;
  } | null;
  /** 0 to 1, how surely both faces are one person's; null without a face to compare. */
  readonly identity: number | null;
  readonly people: number;
}

export interface Photos {
  look(photo: Uint8Array, signal?: AbortSignal): Promise<PhotoReport>;
  /** Everybody in a photo with their pose in three dimensions; nothing is kept. */
  detectPoses(photo: Uint8Array, signal?: AbortSignal): Promise<PoseDetection>;
  /**
   * Measures a finished picture (JPEG, PNG or WebP) on this server's own CPU.
   * @throws Fault VISION_UNAVAILABLE (503) when nothing can be measured just now: deliver without scores then.
   */
  measure(
    picture: Uint8Array,
    against: MeasureAgainst,
    signal?: AbortSignal,
  ): Promise<PictureMeasure>;
  /** Fills what neither the photo nor the person said with neutral choices. */
  completeLook(suggested: LookChoice, chosen: LookChoice): Look;
}

export interface Engines {
  /**
   * Picks an engine that can do it, resumes by the job's ticket if there is one, reports progress, returns the picture.
   * One job may make several different pictures, one after the other; run again, each is followed and none is paid twice.
   */
  make(job: RunningJob<unknown>, request: MakePicture): Promise<EnginePictureMade>;
  /** The same for a moving picture. */
  makeClip(job: RunningJob<unknown>, request: MakeClip): Promise<EngineClipMade>;
  /** Which engine would be asked now; for the screen. */
  preferred(kind: EngineKind): { id: string; title: string; isAi: boolean } | null;
  /** Every kind that can be asked for now, with what the engine that would be asked can do; for the screen. */
  abilities(): readonly EngineAbility[];
}

export interface Events {
  /** Durable, delivered after the commit, exactly once per stream position. */
  publish(
    tx: Tx,
    event: { type: string; userId: string; subject: string; data: Record<string, unknown> },
  ): Promise<void>;
  /** Transient: nobody listening, nobody told. */
  signal(event: {
    type: string;
    userId: string;
    subject: string;
    data: Record<string, unknown>;
  }): void;
  /** Removes the durable events of a subject that is gone with all that was said of it. */
  forget(tx: Tx, subject: { userId: string; subject: string }): Promise<void>;
  /** Live events of one user (or one subject); ends when `signal` aborts. Replays durable ones after `afterId`. */
  listen(
    filter: { userId: string; subject?: string; afterId?: string },
    signal: AbortSignal,
  ): AsyncIterable<LiveEvent>;
}

export interface Idempotency {
  /**
   * Remembers, in the caller's transaction, that this key of this user made `subjectId`; a second transaction with the
   * same key waits for the first and then gets its subject. `request` is hashed: another request under the same key is refused.
   * @throws Fault IDEMPOTENCY_KEY_REUSED (422)
   * @returns the subject an earlier request made, or null when this one is the first.
   */
  claim(
    tx: Tx,
    claim: { userId: string; key: string; operation: string; request: unknown; subjectId: string },
  ): Promise<string | null>;
}

export interface Log {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

export interface Clock {
  now(): Date;
}
