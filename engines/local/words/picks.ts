/** Shares in [0, 1) that follow from a seed: one per purpose, so that adding a purpose does not change the others. */
export interface Picks {
  share(purpose: string): number;
  /** One of a few. */
  of<T>(purpose: string, choices: readonly [T, ...T[]]): T;
}

/** @param seed 32 bits; mixed by FNV-1a with the name of the purpose and finished by MurmurHash3's mixer. */
export function picksOf(seed: number): Picks {
  const share = (purpose: string): number => {
    let hash = (0x811c9dc5 ^ seed) >>> 0;
    for (const sign of purpose) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
  };
  return {
    share,
    of: (purpose, choices) => choices[Math.floor(share(purpose) * choices.length)] ?? choices[0],
  };
}
