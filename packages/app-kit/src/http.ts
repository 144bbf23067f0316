import type { Role, Tier } from '@lumiku/contract';

/** Who asks. Only the sign-in check makes one. */
export interface Principal {
  readonly userId: string;
  readonly role: Role;
  readonly tier: Tier;
  readonly via: 'cookie' | 'bearer' | 'jwt' | 'api-key';
}

/** Hono environment of every app route: the registry has signed the person in before an app sees the request. */
export interface AppEnv {
  Variables: {
    principal: Principal;
    requestId: string;
    /** What the request was refused for, for its log line. */
    faultCode?: string;
    /** Set by the platform before any room: counts the request against the limits of who asks, once. */
    admit?: (principal: Principal) => Promise<void>;
  };
}
