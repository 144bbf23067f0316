import { EngineFault, type EngineOutput, type EngineTicket } from '../engine.ts';

const KEPT_MAX = 16;

/**
 * Results of services that answer a create call with the finished picture, between `submit` and `follow`: in the memory
 * of one process. What was made and is wrong is kept as its fault, since the work is done either way.
 */
export function createHeldResults(service: string, costUsd: number | undefined) {
  const kept = new Map<string, { output: EngineOutput } | { fault: EngineFault }>();
  return {
    async keep(key: string, read: () => Promise<EngineOutput>): Promise<void> {
      const result = await read().then(
        (output) => ({ output }),
        (error: unknown) => {
          if (error instanceof EngineFault) return { fault: error };
          throw error;
        },
      );
      kept.set(key, result);
      for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size - KEPT_MAX))) {
        kept.delete(old);
      }
    },
    /** @throws EngineFault what was wrong with it; `result_expired` in a process that did not make it */
    async take(ticket: EngineTicket): Promise<EngineOutput> {
      const result = kept.get(typeof ticket.key === 'string' ? ticket.key : '');
      if (!result) {
        throw new EngineFault(
          'result_expired',
          `${service} answered another process, which is gone.`,
          { costUsd },
        );
      }
      if ('fault' in result) throw result.fault;
      return result.output;
    },
    clear: () => kept.clear(),
  };
}
