import { join } from 'node:path';

/** Where the web app is built to. */
export const webFolder = join(import.meta.dirname, '..', '..', '..', 'web', 'dist');
