import { Fault } from '@lumiku/contract';

export function consentNeeded(): Fault {
  return new Fault({
    code: 'CONSENT_NEEDED',
    status: 403,
    message: 'Agree first to how your photos are used.',
    fix: 'In the studio you are asked once. A program reads GET /api/consent and sends the version it names, to POST of the same or as "consent" beside the photo.',
  });
}

export function consentOutdated(): Fault {
  return new Fault({
    code: 'CONSENT_OUTDATED',
    status: 409,
    message: 'What is agreed to has changed since.',
    fix: 'Read it again, then agree with the version that GET /api/consent names.',
  });
}
