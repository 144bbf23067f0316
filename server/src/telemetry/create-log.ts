import type { Log } from '@lumiku/app-kit';
import { type DestinationStream, pino, stdTimeFunctions } from 'pino';
import { textLines } from './text-lines.ts';

export interface LogOptions {
  level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  format: 'auto' | 'text' | 'json';
}

/** Never printed, wherever in an event they stand. */
const SECRETS = [
  'password',
  'newPassword',
  'currentPassword',
  'token',
  'secret',
  'authorization',
  'cookie',
  'apiKey',
  'key',
];

/** The log of this process: one event a line, JSON for machines or text for people, on standard output. */
export function createLog(options: LogOptions, out?: DestinationStream): Log {
  const isText =
    options.format === 'text' || (options.format === 'auto' && process.stdout.isTTY === true);
  const destination = out ?? process.stdout;
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      redact: {
        paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
        censor: '[secret]',
      },
    },
    isText ? textLines(destination) : destination,
  );
}
