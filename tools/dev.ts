// For working on Lumiku: the server restarts on changes, the web app is served hot by Vite and passes calls on to it.
import { join } from 'node:path';

const root = join(import.meta.dir, '..');
const bun = process.execPath;
const port = process.env.PORT ?? '3000';
const env = {
  ...process.env,
  LUMIKU_LOG_FORMAT: process.env.LUMIKU_LOG_FORMAT ?? 'text',
  LUMIKU_API_URL: process.env.LUMIKU_API_URL ?? `http://127.0.0.1:${port}`,
};
const server = Bun.spawn([bun, '--watch', '--no-clear-screen', 'server/src/main.ts'], {
  cwd: root,
  stdio: ['inherit', 'inherit', 'inherit'],
  env,
});
const web = Bun.spawn([bun, '--bun', 'node_modules/.bin/vite'], {
  cwd: join(root, 'web'),
  stdio: ['ignore', 'inherit', 'inherit'],
  env,
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    server.kill(signal);
    web.kill(signal);
  });
}
await Promise.race([server.exited, web.exited]);
server.kill('SIGTERM');
web.kill('SIGTERM');
await Promise.all([server.exited, web.exited]);
process.exit(server.exitCode ?? 0);
