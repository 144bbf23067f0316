import { Fault } from '@lumiku/contract';

export function tooManyEndpoints(limit: number): Fault {
  return new Fault({
    code: 'WEBHOOKS_TOO_MANY',
    status: 409,
    message: `An account may have ${limit} webhooks.`,
    fix: 'Delete one you no longer need, or add events to one you have.',
  });
}

export function deliveryUnderWay(): Fault {
  return new Fault({
    code: 'WEBHOOK_UNDER_WAY',
    status: 409,
    message: 'This delivery is still being tried.',
    fix: 'Wait until it is delivered or given up, then replay it.',
  });
}

export function endpointOff(): Fault {
  return new Fault({
    code: 'WEBHOOK_OFF',
    status: 409,
    message: 'This webhook is switched off.',
    fix: 'Switch it on first.',
  });
}
