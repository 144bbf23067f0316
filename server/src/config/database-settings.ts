import { setting } from './setting.ts';
import { address, optional, text, wholeNumber } from './setting-kinds.ts';

/** Where everything is kept. */
export const databaseSettings = {
  dataDir: setting({
    env: 'LUMIKU_DATA_DIR',
    schema: text,
    fallback: './data',
    about: 'Folder of everything Lumiku keeps: database, pictures and keys.',
    fix: 'Set a folder this user may write, e.g. LUMIKU_DATA_DIR=./data.',
  }),
  url: setting({
    env: 'DATABASE_URL',
    schema: optional(address(['postgresql:', 'postgres:'])),
    fallback: undefined,
    fallbackText: 'the built-in PostgreSQL in the data folder',
    about: 'A PostgreSQL 15 or newer of your own.',
    fix: 'Set postgresql://user:password@host:5432/database, or remove it to use the built-in one.',
    example: 'postgresql://lumiku:password@localhost:5432/lumiku',
    isSecret: true,
  }),
  poolSize: setting({
    env: 'LUMIKU_DATABASE_CONNECTIONS',
    schema: wholeNumber(4, 200),
    fallback: 20,
    about: 'Database connections each process may hold.',
    fix: 'Set a number between 4 and 200.',
  }),
};
