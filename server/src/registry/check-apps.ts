import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AppDefinition, AppParts } from '@lumiku/app-kit';
import { AppCard } from '@lumiku/contract';
import { appCard } from './app-card.ts';

export interface AppProblem {
  app: string;
  message: string;
  fix: string;
}

const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const PREFIX = /^\/api\/[a-z0-9-]+(\/[a-z0-9-]+)*$/;
/** Paths the platform itself answers under. */
const TAKEN_PREFIXES = [
  '/api/auth',
  '/api/me',
  '/api/credits',
  '/api/admin',
  '/api/docs',
  '/api/picture-sources',
  '/api/poses',
  '/api/setup',
];

/** Everything wrong with the manifests of all apps, before any of them is mounted. */
export function checkManifests(apps: readonly AppDefinition[]): AppProblem[] {
  const problems = apps.flatMap(checkManifest);
  const doubles = [
    { of: apps.map((app) => [app, app.manifest.id] as const), what: 'the id' },
    {
      of: apps.flatMap((app) => app.manifest.routePrefixes.map((prefix) => [app, prefix] as const)),
      what: 'the route prefix',
    },
    {
      of: apps.map((app) => [app, String(app.manifest.tile.order)] as const),
      what: 'the tile order',
    },
  ];
  return [...problems, ...doubles.flatMap(({ of, what }) => checkDoubles(of, what))];
}

function checkManifest(app: AppDefinition): AppProblem[] {
  const { manifest } = app;
  const problems: AppProblem[] = [];
  const add = (message: string, fix: string) => problems.push({ app: manifest.id, message, fix });
  if (!KEBAB.test(manifest.id)) {
    add(`The id "${manifest.id}" is not kebab-case.`, 'Use small letters, digits and dashes.');
  }
  const [first] = manifest.routePrefixes;
  if (first !== `/api/apps/${manifest.id}`) {
    add(
      `Its first route prefix is ${first}.`,
      `Make the first one /api/apps/${manifest.id}; further ones may follow.`,
    );
  }
  for (const prefix of manifest.routePrefixes) {
    if (!PREFIX.test(prefix) || TAKEN_PREFIXES.some((taken) => isUnder(prefix, taken))) {
      add(
        `The route prefix ${prefix} is not free.`,
        'Use a path under /api/ that the platform does not answer itself.',
      );
    }
  }
  const card = AppCard.safeParse(appCard(manifest));
  for (const issue of card.success ? [] : card.error.issues) {
    add(`manifest.${issue.path.join('.')}: ${issue.message}`, 'Correct it in manifest.ts.');
  }
  if (!KEBAB.test(manifest.icon)) {
    add(`The icon "${manifest.icon}" is not a lucide name.`, 'Write it in kebab-case.');
  }
  for (const [key, price] of Object.entries(manifest.prices)) {
    if (price < 0) add(`The price "${key}" is below zero.`, 'Prices are whole credits, 0 or more.');
  }
  if (app.migrationsFolder !== null && !hasMigrations(app.migrationsFolder)) {
    add(
      `It owns tables, but ${app.migrationsFolder} holds no migrations.`,
      'Run "bun tools/db-generate.ts" for the app and commit what it writes, or set migrationsFolder to null.',
    );
  }
  return problems;
}

/** Everything wrong with what the apps handed over when they were mounted. */
export function checkParts(
  mounted: readonly { app: AppDefinition; parts: AppParts }[],
): AppProblem[] {
  const problems: AppProblem[] = [];
  for (const { app, parts } of mounted) {
    const { id, prices } = app.manifest;
    const add = (message: string, fix: string) => problems.push({ app: id, message, fix });
    for (const job of parts.jobs) {
      if (!job.kind.startsWith(`${id}.`)) {
        add(`The job kind "${job.kind}" is not its own.`, `Call it "${id}.<verb-noun>".`);
      }
      for (const key of job.paidFrom) {
        if (prices[key] === undefined) {
          add(
            `"${job.kind}" is paid from the price "${key}", which the manifest does not have.`,
            `Add "${key}" to prices in manifest.ts.`,
          );
        }
      }
      if (job.attemptsMax < 1 || job.timeoutMs < 1) {
        add(`"${job.kind}" may never run.`, 'Set attemptsMax and timeoutMs to 1 or more.');
      }
    }
    for (const { id: sourceId } of parts.sources ?? []) {
      if (!KEBAB.test(sourceId)) {
        add(
          `Its picture source "${sourceId}" is not kebab-case.`,
          'Use small letters, digits, dashes.',
        );
      }
    }
    const { statsPath } = app.manifest.tile;
    if (statsPath !== undefined && !hasRoute(parts, statsPath)) {
      add(
        `Its tile asks ${statsPath}, which it does not answer.`,
        'Add the route or leave tile.statsPath out.',
      );
    }
  }
  const jobs = mounted.flatMap(({ app, parts }) => parts.jobs.map((job) => [app, job] as const));
  const sources = mounted.flatMap(({ app, parts }) =>
    (parts.sources ?? []).map(({ id }) => [app, `${app.manifest.id}:${id}`] as const),
  );
  const kinds = jobs.map(([app, job]) => [app, job.kind] as const);
  const subjects = new Map(jobs.map(([app, job]) => [`${app.manifest.id} ${job.subject}`, app]));
  const owners = [...subjects].map(([key, app]) => [app, key.split(' ')[1] ?? ''] as const);
  return [
    ...problems,
    ...checkDoubles(kinds, 'the job kind'),
    ...checkDoubles(owners, 'the event namespace'),
    ...checkDoubles(sources, 'the picture source'),
  ];
}

function checkDoubles(
  claims: readonly (readonly [AppDefinition, string])[],
  what: string,
): AppProblem[] {
  const seen = new Map<string, string>();
  const problems: AppProblem[] = [];
  for (const [app, value] of claims) {
    const owner = seen.get(value);
    if (owner !== undefined) {
      problems.push({
        app: app.manifest.id,
        message: `It claims ${what} "${value}", which ${owner} has already.`,
        fix: 'Give one of the two another.',
      });
    }
    seen.set(value, app.manifest.id);
  }
  return problems;
}

function hasRoute(parts: AppParts, path: string): boolean {
  return parts.routes.routes.some((route) => route.method === 'GET' && route.path === path);
}

function hasMigrations(folder: string): boolean {
  return existsSync(join(folder, 'meta', '_journal.json'));
}

function isUnder(prefix: string, root: string): boolean {
  return prefix === root || prefix.startsWith(`${root}/`);
}
