import { randomUUID } from 'node:crypto';
import type { Database } from '@lumiku/app-kit';
import { users } from './tables.ts';

/** For tests of other rooms: a person who exists, without the seconds a password hash takes. @returns their id. */
export async function addPerson(
  db: Database,
  person: { role?: 'user' | 'admin'; name?: string; email?: string } = {},
): Promise<string> {
  const id = randomUUID();
  const name = person.name ?? 'Test Person';
  await db
    .insert(users)
    .values({ id, name, email: person.email ?? `${id}@example.com`, role: person.role ?? 'user' });
  return id;
}
