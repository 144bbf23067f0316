import type { z } from 'zod';
import { Fault } from './fault.ts';

/** The fault for a request that does not have the shape its route asks for (400), with every problem in `issues`. */
export function requestInvalid(error: z.ZodError): Fault {
  const issues = error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: issue.message,
  }));
  const [first] = issues;
  const detail =
    first === undefined ? '' : ` ${[first.path, first.message].filter(Boolean).join(': ')}`;
  return new Fault({
    code: 'REQUEST_INVALID',
    status: 400,
    message: `The request is not as it should be.${detail}`,
    fix: 'Correct the fields named in "issues". The shapes are described at /api/docs.',
    issues,
  });
}
