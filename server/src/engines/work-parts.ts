import type { Log, RunningJob } from '@lumiku/app-kit';
import type {
  EncodedPicture,
  Engine,
  EngineCapability,
  EngineRequest,
  EngineTicket,
  PoseTransferRequest,
} from '@lumiku/engines/engine';
import type { Attempts } from './attempts.ts';
import type { RoutingRules } from './choose-engines.ts';
import type { Places } from './create-places.ts';
import type { Previews } from './previews.ts';
import type { WorkBook } from './work-book.ts';

/** What every verb of this folder works with. */
export interface WorkParts {
  readonly engines: readonly Engine[];
  readonly rules: RoutingRules;
  readonly attempts: Attempts;
  readonly previews: Previews;
  readonly placesAt: (engine: Engine) => Places;
  /** Milliseconds one piece of work may take at an engine. */
  readonly timeoutMs: (engine: Engine) => number;
  /** The figure in the pose of a request, for engines that take a pose from a picture. */
  readonly drawFigure?: (
    request: PoseTransferRequest,
    signal: AbortSignal,
  ) => Promise<EncodedPicture>;
  readonly log: Log;
}

/** One request of one job on its way. */
export interface Wanted {
  readonly job: RunningJob<unknown>;
  readonly request: EngineRequest;
  readonly book: WorkBook;
  /** Tells the person, preview frames included. */
  readonly tell: Tell;
}

export type Tell = (progress: {
  fraction: number | null;
  stage: string;
  preview?: EncodedPicture;
}) => void;

/** Work an engine has taken, with what is needed to follow it. */
export interface ObtainedWork {
  readonly engine: Engine;
  readonly can: EngineCapability;
  readonly ticket: EngineTicket;
  /** At the engine, until the work is over. */
  readonly place: Disposable;
}
