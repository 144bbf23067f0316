import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * Bytes a process and all its descendants keep in memory (Linux). What processes of one program share (its code, a
 * database's buffers) counts once, also when other programs of this machine have it too.
 */
export function weighProcessTree(pid: number): number {
  const children = childrenByParent();
  const shared = new Map<string, number>();
  let own = 0;
  const queue = [pid];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const status = read(`/proc/${next}/status`);
    const bytes = (name: string) =>
      Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) * 1024;
    own += bytes('RssAnon');
    const program = programOf(next);
    const common = bytes('RssFile') + bytes('RssShmem');
    shared.set(program, Math.max(shared.get(program) ?? 0, common));
    queue.push(...(children.get(next) ?? []));
  }
  return own + shared.values().reduce((sum, common) => sum + common, 0);
}

function programOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/exe`);
  } catch {
    return String(pid);
  }
}

function childrenByParent(): Map<number, number[]> {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    // "pid (name) state ppid …"; the name may hold spaces and brackets.
    const parent = Number(/\) \w (\d+)/.exec(read(`/proc/${name}/stat`))?.[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  return children;
}

/** Processes come and go while one looks. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
