import type { z } from 'zod';
import { Fault } from './fault.ts';
import { issueWords } from './issue-words.ts';

/** The fault for a request that does not have the shape its route asks for (400), with every problem in `issues`. */
export function requestInvalid(error: z.ZodError): Fault {
  const issues = error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    ...issueParts(issue),
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

function issueParts(issue: z.core.$ZodIssue): { message: string; inIndonesian: string } {
  const { en, id } = issueWords(issue);
  return { message: en, inIndonesian: id };
}
