import type { Words } from '@lumiku/contract';
import type { Setting } from '@lumiku/contract/settings';
import type { FigurePool } from '@lumiku/figure';
import type { Engine } from '../engine.ts';

/** What makes a folder an engine of this studio: its settings, and how it is built from them. One line in `engines/list.ts`. */
export interface EngineDefinition {
  /** The id of the engine it builds. */
  readonly id: string;
  readonly title: string;
  /** Where its section in `docs/engines.md` says how to get going, in a sentence. */
  readonly about: Words;
  /** Engines are asked in this order where the operator gave none: 10–39 own servers, 40–79 services, 100 the local one. */
  readonly preference: number;
  /** In the order of the reference; every one that only this engine reads. */
  readonly settings: readonly Setting<unknown>[];
  /** Without these it is not there; others of its settings without them are half a set-up, which is refused. */
  readonly needs: readonly Setting<unknown>[];
  /** Judges its settings without reaching out. @returns null when the operator does not want it */
  configure(read: ReadSetting, report: ReportProblem): BuildEngine | null;
}

/** Something wrong with settings of which each by itself is as it should be; the studio does not start then. */
export interface SettingProblem {
  readonly setting: Setting<unknown>;
  /** Goes on after the name of the setting, without a full stop: `is set, but …`. */
  readonly message: string;
  /** Starts with a verb. */
  readonly fix: string;
}
export type ReportProblem = (problem: SettingProblem) => void;

/** The value of a setting, or its fallback where it is not set. */
export type ReadSetting = <T>(setting: Setting<T>) => T;

/** Called once per process, for configured engines only: loads the adapter when it is needed. */
export type BuildEngine = (deps: EngineDeps) => Promise<Engine>;

/** What the platform lends to engines. */
export interface EngineDeps {
  /** Draws figures on this machine. */
  readonly figures: FigurePool;
  /** Swaps faces on this machine; null where photos are not looked at. */
  readonly faces: FaceSwapper | null;
}

/** Who can put the face of one picture on the person of another. */
export interface FaceSwapper {
  /**
   * @returns the target with the other face, PNG, its size unchanged
   * @throws Fault that tells the person why this pair of pictures would not look right
   */
  swapFace(
    face: Uint8Array,
    target: Uint8Array,
    signal?: AbortSignal,
  ): Promise<{ bytes: Uint8Array; widthPx: number; heightPx: number }>;
}
