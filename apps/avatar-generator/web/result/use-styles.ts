import { api } from '@lumiku/app-kit/web';
import { useWords } from '@lumiku/ui-kit';
import { queryOptions, useQuery } from '@tanstack/react-query';
import {
  AVATAR_GENERATOR_PREFIX,
  type Style,
  type StylePreset,
  StylesAnswer,
} from '../../contract.ts';

/** The styles of this studio; they change only with its version. */
const stylesQuery = queryOptions({
  queryKey: ['avatar-generator', 'styles'],
  queryFn: async ({ signal }): Promise<Style[]> =>
    (await api.get(`${AVATAR_GENERATOR_PREFIX}/styles`, { schema: StylesAnswer, signal })).data,
  staleTime: Number.POSITIVE_INFINITY,
});

export function useStyles(): readonly Style[] {
  return useQuery(stylesQuery).data ?? [];
}

/** What a style is called; its id in words while that is not known. */
export function useStyleName(id: StylePreset): string {
  const { t } = useWords();
  const style = useStyles().find((one) => one.id === id);
  if (style !== undefined) return t(style.names);
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
