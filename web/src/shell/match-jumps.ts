/** Those whose name has every word typed at the start of one of its words; the order stays. */
export function matchJumps<Jump extends { label: string }>(
  jumps: readonly Jump[],
  text: string,
): Jump[] {
  const typed = words(text);
  return jumps.filter((jump) => {
    const named = words(jump.label);
    return typed.every((start) => named.some((word) => word.startsWith(start)));
  });
}

function words(text: string): string[] {
  return text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
}
