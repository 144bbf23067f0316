import type { Look } from '@lumiku/contract';

export type Shoes = NonNullable<Look['shoes']>;
