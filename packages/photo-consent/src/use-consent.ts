import { api } from '@lumiku/app-kit/web';
import { type Consent, ConsentAnswer, ConsentWithdrawnAnswer } from '@lumiku/contract';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';

const PATH = '/api/consent';
const KEY = ['photo-consent'];

const consentQuery = queryOptions({
  queryKey: KEY,
  queryFn: async ({ signal }): Promise<Consent> =>
    (await api.get(PATH, { schema: ConsentAnswer, signal })).data,
  staleTime: 5 * 60_000,
});

/** What this person agreed to; undefined until it is known. */
export function useConsent(): {
  consent: Consent | undefined;
  give: (version: number) => Promise<void>;
  withdraw: () => Promise<void>;
} {
  const client = useQueryClient();
  const consent = useQuery(consentQuery).data;
  return {
    consent,
    async give(version) {
      const { data } = await api.post(PATH, { version }, { schema: ConsentAnswer });
      client.setQueryData(KEY, data);
    },
    async withdraw() {
      const { data } = await api.delete(PATH, { schema: ConsentWithdrawnAnswer });
      client.setQueryData(KEY, data);
      // Photos of every app are gone.
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] });
    },
  };
}
