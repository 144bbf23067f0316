/** One name in all the spellings an app needs. */
export interface AppNames {
  /** `price-tags`: folder, route, tile. */
  id: string;
  /** `priceTags` */
  camel: string;
  /** `PRICE_TAGS` */
  CONSTANT: string;
  /** `price_tags` */
  snake: string;
  /** `Price Tags` */
  title: string;
}

const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** Names of tables and indexes are made of it; PostgreSQL cuts them at 63 characters. */
const LENGTH_MAX = 30;
const VAGUE = /^(utils?|helpers?|common|misc|shared)$/;
/** First parts of paths the server answers itself. */
const SERVED = ['api', 'assets', 'health', 'metrics', 'sign-in', 'uploads'];

/** What keeps this id from being an app's, as a sentence with its mending; null when nothing does. */
export function problemWithId(id: string, taken: ReadonlySet<string>): string | null {
  if (!KEBAB.test(id)) {
    return `"${id}" is no id: use small letters and digits, words joined by dashes, a letter first, e.g. price-tags.`;
  }
  if (id.length > LENGTH_MAX) {
    return `"${id}" is too long: ${LENGTH_MAX} characters are the most.`;
  }
  if (VAGUE.test(id)) return `"${id}" says nothing: name the app for what people do with it.`;
  if (SERVED.includes(id)) return `"/${id}" is a path of the studio itself: take another id.`;
  if (taken.has(id))
    return `"${id}" is taken by an app or a screen there is already: take another id.`;
  return null;
}

/** @param id one that `problemWithId` finds nothing wrong with */
export function namesOf(id: string): AppNames {
  const words = id.split('-');
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  const [first = '', ...rest] = words;
  return {
    id,
    camel: first + rest.map(capital).join(''),
    CONSTANT: words.join('_').toUpperCase(),
    snake: words.join('_'),
    title: words.map(capital).join(' '),
  };
}
