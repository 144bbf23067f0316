import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the whole project. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * Runs a step of the preparation; its output is shown only when it fails.
 * @returns what it wrote to standard output.
 */
export function runStep(title, file, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    let answer = '';
    child.stdout.on('data', (chunk) => {
      answer += chunk;
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.once('error', (error) => reject(new Error(`${title} could not run: ${error.message}`)));
    child.once('close', (code) => {
      if (code === 0) resolve(answer.trim());
      else reject(new Error(`${title} failed:\n${output.trim()}`));
    });
  });
}

/** Runs the task itself in our place: signals go on to it, its exit code is ours. */
export function runToEnd(file, args) {
  return new Promise((resolve, reject) => {
    // The channel closes when we are killed; the server then stops by itself instead of living on unseen.
    const child = spawn(file, args, { cwd: root, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => child.kill(signal));
    }
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}
