import { ApiFault } from '@lumiku/app-kit/web';
import { QueryClient } from '@tanstack/react-query';

/** Asks again only where another try can help: no connection, or a server in trouble. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, fault) => failures < 2 && isWorthAnotherTry(fault),
        // Ask even when the browser believes it is offline: the studio may stand on this very machine.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
}

function isWorthAnotherTry(fault: Error): boolean {
  return fault instanceof ApiFault && (fault.status === 0 || fault.status >= 500);
}
