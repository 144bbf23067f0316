import { expect, test } from 'bun:test';
import type { AppEnv, Principal } from '@lumiku/app-kit';
import { Fault } from '@lumiku/contract';
import { Hono } from 'hono';
import { requirePrincipal } from './require-principal.ts';

const ADMIN: Principal = { userId: 'u', role: 'admin', tier: 'free', via: 'cookie' };

/** A room behind `/*`, which guards the path itself too, with the checks of another room around it. */
function studio(person: Principal | null) {
  const asked = { forPeople: 0, forCounting: 0 };
  const resolve = async () => {
    asked.forPeople += 1;
    return person;
  };
  const app = new Hono<AppEnv>();
  app.onError((error, c) => {
    if (error instanceof Fault) return c.json({ code: error.code }, 403);
    throw error;
  });
  app.use('/api/*', async (c, next) => {
    c.set('admit', async () => {
      asked.forCounting += 1;
    });
    await next();
  });
  app.use('/api/*', requirePrincipal(resolve));
  app.use('/api/things/*', requirePrincipal(resolve));
  app.use('/api/things/secret', requirePrincipal(resolve, 'admin'));
  app.get('/api/things', (c) => c.json(c.get('principal').userId));
  app.get('/api/things/secret', (c) => c.json(c.get('principal').role));
  return { app, asked };
}

test('a request that passes several checks is signed in and counted once', async () => {
  const { app, asked } = studio(ADMIN);
  expect(await (await app.request('/api/things')).json()).toBe('u');
  expect(asked).toEqual({ forPeople: 1, forCounting: 1 });
  expect(await (await app.request('/api/things/secret')).json()).toBe('admin');
  expect(asked).toEqual({ forPeople: 2, forCounting: 2 });
});

test('a later check still asks for the role, and nobody is let through', async () => {
  const user = studio({ ...ADMIN, role: 'user' });
  expect(await (await user.app.request('/api/things/secret')).json()).toEqual({
    code: 'NOT_ALLOWED',
  });
  const nobody = studio(null);
  expect(await (await nobody.app.request('/api/things')).json()).toEqual({ code: 'NOT_SIGNED_IN' });
  expect(nobody.asked.forCounting).toBe(0);
});
