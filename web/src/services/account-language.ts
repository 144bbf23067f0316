import { api, meKey, useMe } from '@lumiku/app-kit/web';
import { type Language, Me } from '@lumiku/contract';
import { useWords } from '@lumiku/ui-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { z } from 'zod';

/** Shows the page in the language the person chose, on this device too; without a choice the browser's stays. */
export function useAccountLanguage(): void {
  const chosen = useMe()?.language ?? null;
  const { setLanguage } = useWords();
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another choice may change the page.
  useEffect(() => {
    if (chosen !== null) setLanguage(chosen);
  }, [chosen]);
}

/** Keeps a choice with the account. What cannot be kept still holds on this device. */
export function useKeepLanguage(): (language: Language) => Promise<void> {
  const queryClient = useQueryClient();
  return async (language) => {
    try {
      const { data } = await api.patch('/api/me', { language }, { schema: z.object({ data: Me }) });
      queryClient.setQueryData(meKey, data);
    } catch {
      // The page has changed over already; the next choice tries again.
    }
  };
}
