import { Fault } from '@lumiku/contract';

/** What the price is measured against, as the person sees it. */
export interface CreditFigures {
  balance: number;
  held: number;
}

/** 402: says what it costs and what there is; nothing was changed. */
export function insufficientCredits(price: number, account: CreditFigures): Fault {
  const available = account.balance - account.held;
  const held = account.held > 0 ? ` (${account.held} more are set aside for work in progress)` : '';
  return new Fault({
    code: 'INSUFFICIENT_CREDITS',
    status: 402,
    message: `This costs ${price} credits and you have ${available}${held}.`,
    fix:
      account.held > 0 && account.balance >= price
        ? 'Wait until the work in progress has ended, or ask an admin of this studio for more credits.'
        : 'Ask an admin of this studio for more credits.',
    details: { price, balance: account.balance, available },
  });
}

/** 409: a hold ends once. Seen only when two endings of the same work disagree, which is a fault of the caller. */
export function holdEndedOtherwise(holdId: string, state: string, wanted: string): Fault {
  return new Fault({
    code: 'CREDITS_HOLD_ENDED',
    status: 409,
    message: 'The credits for this work were settled already.',
    internal: `hold ${holdId} is ${state}, asked to become ${wanted}`,
  });
}

/** 400: amounts are whole credits above zero. */
export function wrongAmount(amount: number, most: number): Fault {
  return new Fault({
    code: 'CREDITS_AMOUNT_INVALID',
    status: 400,
    message: `An amount is a whole number of credits from 1 to ${most}.`,
    fix: 'Give a whole number in that range.',
    internal: `amount ${amount}`,
  });
}
