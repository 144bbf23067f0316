import type { ServerProfile } from './profiles.ts';

/**
 * Words of a person as this server may be told them. Two servers read commands out of prompts: one takes everything
 * behind a bar as what is not wanted, the other sets any parameter from a tag.
 */
export function guardPrompt(words: string, profile: Pick<ServerProfile, 'negative'>): string {
  const untagged = withoutTags(words);
  return (profile.negative === 'bar' ? untagged.replaceAll('|', '/') : untagged).trim();
}

/** Taking a tag out may leave another one behind: `<sd_<sd_cpp_extra_args>…`. */
function withoutTags(words: string): string {
  const cleaned = words
    .replaceAll(/<\/?\s*sd_cpp_extra_args\b[^>]*>?/gi, ' ')
    .replaceAll(/<lora:[^>]*>/gi, ' ');
  return cleaned === words ? cleaned : withoutTags(cleaned);
}
