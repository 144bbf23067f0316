import { Fault } from '@lumiku/contract';
import type { AppProblem } from './check-apps.ts';

/** @throws Fault APPS_CONFLICT naming every problem with its fix; nothing when there is none. */
export function refuseApps(problems: readonly AppProblem[]): void {
  if (problems.length === 0) return;
  const lines = problems.map(({ app, message, fix }) => `  ${app}: ${message} ${fix}`);
  const count = problems.length === 1 ? 'One thing' : `${problems.length} things`;
  throw new Fault({
    code: 'APPS_CONFLICT',
    status: 500,
    message: `${count} about the apps must be put right before the studio can start:\n${lines.join('\n')}`,
    issues: problems.map(({ app, message, fix }) => ({ path: app, message: `${message} ${fix}` })),
  });
}
