import type { Setting } from './setting.ts';
import { engineGroups, settings } from './settings.ts';

const TITLES: Record<keyof typeof settings, string> = {
  server: 'Server',
  database: 'Database and data folder',
  queue: 'Queue',
  storage: 'Pictures',
  accounts: 'Accounts',
  credits: 'Credits',
  tiers: 'Tiers',
  generation: 'Making pictures',
  provenance: 'Signing pictures',
  engines: 'Engines',
  vision: 'Looking at photos',
  webhooks: 'Webhooks',
  logging: 'Log',
  tracing: 'Traces',
};

function groups(): [title: string, members: readonly Setting<unknown>[]][] {
  return Object.entries(settings).flatMap(([name, group]) => {
    const title = Object.entries(TITLES).find(([key]) => key === name)?.[1] ?? name;
    const own: [string, readonly Setting<unknown>[]] = [title, Object.values(group)];
    if (name !== 'engines') return [own];
    return [own, ...engineGroups.map(({ title, members }): typeof own => [title, members])];
  });
}

function shown(setting: Setting<unknown>): string {
  return String(setting.fallback ?? setting.example ?? '');
}

/** The text of `.env.example`. */
export function envExample(): string {
  const parts = groups().map(([title, members]) => {
    const lines = members.map((setting) => {
      const unset = setting.fallbackText === undefined ? '' : ` Unset: ${setting.fallbackText}.`;
      return `# ${setting.about}${unset}\n# ${setting.env}=${shown(setting)}\n`;
    });
    return `# --- ${title} ---\n${lines.join('')}`;
  });
  const head =
    '# Every setting of Lumiku. None is needed: copy this file to .env and change what you like.\n' +
    '# Made from server/src/config by "bun tools/write-generated.ts".\n';
  return `${head}\n${parts.join('\n')}`;
}

/** The text of `docs/configuration.md`. */
export function configurationPage(): string {
  const parts = groups().map(([title, members]) => {
    const rows = members.map((setting) => {
      const value = setting.fallback === undefined ? '' : `\`${String(setting.fallback)}\``;
      const fallback = setting.fallbackText ?? value;
      return `| \`${setting.env}\` | ${fallback} | ${setting.about} |`;
    });
    return `## ${title}\n\n| name | when unset | what it does |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `# Configuration

Every setting is an environment variable; a file \`.env\` beside \`package.json\` is read too. None is needed.
All of them are checked at the start, and everything wrong is reported at once with its fix.
This page is made from \`server/src/config\` by \`bun tools/write-generated.ts\`.

${parts.join('\n')}`;
}
