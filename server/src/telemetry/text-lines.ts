import type { DestinationStream } from 'pino';
import { z } from 'zod';

const Line = z.looseObject({
  level: z.string(),
  time: z.string(),
  msg: z.string().default(''),
  event: z.string().optional(),
  durationMs: z.number().optional(),
  err: z.looseObject({ message: z.string(), stack: z.string().optional() }).optional(),
});

/** Turns the log's JSON into lines a person reads: time, weight where it is not ordinary, sentence. */
export function textLines(out: DestinationStream): DestinationStream {
  return {
    write: (json) => {
      const parsed = Line.safeParse(JSON.parse(json));
      out.write(parsed.success ? `${textOf(parsed.data)}\n` : json);
    },
  };
}

function textOf(line: z.infer<typeof Line>): string {
  const weight = line.level === 'info' ? '' : `${line.level.toUpperCase()} `;
  const took = line.durationMs === undefined ? '' : ` (${line.durationMs} ms)`;
  const error = line.err === undefined ? '' : `\n  ${line.err.stack ?? line.err.message}`;
  return `${line.time.slice(11, 19)} ${weight}${line.msg}${took}${error}`;
}
