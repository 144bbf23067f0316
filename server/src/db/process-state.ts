import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface ProcessState {
  /** A zombie is dead but not yet reaped: its pid still looks alive to `kill(pid, 0)`. */
  readonly state: 'running' | 'zombie' | 'gone';
  /** Distinguishes this process from a later one under the same pid; opaque. */
  readonly startedAt: string;
}

const GONE: ProcessState = { state: 'gone', startedAt: '' };

/** What the system says about a process id. */
export function processState(pid: number): ProcessState {
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

function fromProc(pid: number): ProcessState {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return GONE;
  }
  // The second field is the command in brackets and may hold anything; count from its end.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const dead = fields[0] === 'Z' || fields[0] === 'X';
  return { state: dead ? 'zombie' : 'running', startedAt: fields[19] ?? '' };
}

function fromPs(pid: number): ProcessState {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
    }).trim();
    if (line === '') return GONE;
    const [stat = '', ...started] = line.split(/\s+/);
    return { state: stat.startsWith('Z') ? 'zombie' : 'running', startedAt: started.join(' ') };
  } catch {
    return GONE;
  }
}

/** Command line of a running process, empty when it cannot be read. */
export function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    }
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
