import { api } from '@lumiku/app-kit/web';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  AVATAR_GENERATOR_PREFIX,
  type Consent,
  ConsentAnswer,
  ConsentWithdrawnAnswer,
} from '../../contract.ts';
import { generationKeys } from '../generations/query-keys.ts';

const path = `${AVATAR_GENERATOR_PREFIX}/consent`;

const consentQuery = queryOptions({
  queryKey: generationKeys.consent(),
  queryFn: async ({ signal }): Promise<Consent> =>
    (await api.get(path, { schema: ConsentAnswer, signal })).data,
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
      const { data } = await api.post(path, { version }, { schema: ConsentAnswer });
      client.setQueryData(generationKeys.consent(), data);
    },
    async withdraw() {
      const { data } = await api.delete(path, { schema: ConsentWithdrawnAnswer });
      client.setQueryData(generationKeys.consent(), data);
      void client.invalidateQueries({ queryKey: generationKeys.all });
    },
  };
}
