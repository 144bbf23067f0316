/** What becomes of work whose worker was killed; `docs/engines.md` shows it, and a test kills workers to prove it. */
export interface KillRow {
  readonly engine: string;
  /** Killed between accept and answer. */
  readonly answer: KillOutcome;
  /** Killed between accept and result. */
  readonly result: KillOutcome;
}
export type KillOutcome =
  | 'found again'
  | 'followed by its ticket'
  | 'left unclear, nobody pays'
  | 'lost with the process, nobody pays';

const line = (engine: string, answer: KillOutcome, result: KillOutcome): KillRow => ({
  ...{ engine, answer, result },
});

export const KILL_TABLE: readonly KillRow[] = [
  line('comfyui', 'found again', 'followed by its ticket'),
  line('automatic1111', 'left unclear, nobody pays', 'lost with the process, nobody pays'),
  line('openai-images', 'left unclear, nobody pays', 'lost with the process, nobody pays'),
  line('fal', 'left unclear, nobody pays', 'followed by its ticket'),
  line('hugging-face', 'left unclear, nobody pays', 'followed by its ticket'),
  line('replicate', 'found again', 'followed by its ticket'),
  line('modelslab', 'left unclear, nobody pays', 'followed by its ticket'),
];
