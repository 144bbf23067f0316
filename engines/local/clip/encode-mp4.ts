import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const STDERR_KEPT = 2000;

/** Frames (PNG, even sides) as an MP4 every phone plays; null where there is no ffmpeg. @throws Error when it fails */
export async function encodeMp4(
  frames: readonly Uint8Array[],
  framesPerSecond: number,
  signal: AbortSignal,
): Promise<Uint8Array | null> {
  const folder = await mkdtemp(join(tmpdir(), 'lumiku-clip-'));
  const file = join(folder, 'clip.mp4');
  try {
    if (!(await runFfmpeg(optionsFor(file, framesPerSecond), frames, signal))) return null;
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const optionsFor = (file: string, framesPerSecond: number): string[] => [
  ...['-hide_banner', '-loglevel', 'error', '-y'],
  ...['-f', 'image2pipe', '-framerate', String(framesPerSecond), '-c:v', 'png', '-i', '-'],
  ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '19', '-pix_fmt', 'yuv420p'],
  // The index in front, so that it plays before it is all there.
  ...['-movflags', '+faststart', '-an', file],
];

/** False where there is no ffmpeg. */
async function runFfmpeg(
  options: readonly string[],
  frames: readonly Uint8Array[],
  signal: AbortSignal,
): Promise<boolean> {
  signal.throwIfAborted();
  const child = spawn('ffmpeg', options, { stdio: ['pipe', 'ignore', 'pipe'], signal });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaints = (complaints + chunk.toString()).slice(-STDERR_KEPT);
  });
  const ended = new Promise<number | 'missing'>((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' ? resolve('missing') : reject(error),
    );
    child.once('close', (code) => resolve(code ?? 1));
  });
  // It may end before it has read everything; why is told by how it ended.
  child.stdin.on('error', () => undefined);
  await feed(child.stdin, frames, ended);
  const code = await ended;
  if (code === 'missing') return false;
  if (code !== 0) throw new Error(`ffmpeg ended with code ${code}. ${complaints}`.trim());
  return true;
}

async function feed(
  input: NodeJS.WritableStream,
  frames: readonly Uint8Array[],
  ended: Promise<unknown>,
): Promise<void> {
  for (const frame of frames)
    if (input.writable && !input.write(frame)) await Promise.race([once(input, 'drain'), ended]);
  input.end();
}
