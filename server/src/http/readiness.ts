import { setTimeout as pause } from 'node:timers/promises';

/** One thing the studio needs to do its work. Resolves when it is fine, throws with a plain reason when not. */
export interface ReadinessCheck {
  readonly name: string;
  check(): Promise<void>;
}

export interface Readiness {
  readonly isReady: boolean;
  readonly checks: Record<string, { ok: boolean; ms: number; message?: string }>;
}

const PATIENCE_MS = 2_000;

/** Runs all checks at once; one that hangs counts as failed. */
export async function readReadiness(checks: readonly ReadinessCheck[]): Promise<Readiness> {
  const results = await Promise.all(
    checks.map(async ({ name, check }) => {
      const startedAt = performance.now();
      const problem = await Promise.race([
        check().then(
          () => null,
          (error: unknown) => (error instanceof Error ? error.message : String(error)),
        ),
        pause(PATIENCE_MS, `It does not answer within ${PATIENCE_MS / 1000} seconds.`, {
          ref: false,
        }),
      ]);
      const ms = Math.round(performance.now() - startedAt);
      return [
        name,
        problem === null ? { ok: true, ms } : { ok: false, ms, message: problem },
      ] as const;
    }),
  );
  return {
    isReady: results.every(([, result]) => result.ok),
    checks: Object.fromEntries(results),
  };
}
