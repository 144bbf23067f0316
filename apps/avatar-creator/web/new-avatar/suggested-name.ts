const LENGTH_MAX = 40;

/** A name to start from: the first few words of the description, cut where a word or a thought ends. */
export function suggestedName(prompt: string): string {
  const words = prompt
    .trim()
    .replace(/^(an?|the|seorang)\s+/iu, '')
    .split(/\s+/u);
  let name = '';
  for (const word of words) {
    const next = name === '' ? word : `${name} ${word}`;
    if ([...next].length > LENGTH_MAX) break;
    name = next;
    if (/[,.;:]$/u.test(word)) break;
  }
  if (name === '') name = [...(words[0] ?? '')].slice(0, LENGTH_MAX).join('');
  const bare = name.replace(/[,.;:]+$/u, '');
  return bare.charAt(0).toLocaleUpperCase() + bare.slice(1);
}
