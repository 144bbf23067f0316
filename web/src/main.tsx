/// <reference types="vite/client" />
import './styles.css';
import { ToastProvider, TooltipProvider, WordsProvider } from '@lumiku/ui-kit';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { composeRouter } from './compose.tsx';
import { createQueryClient } from './services/query-client.ts';
import { followSession } from './services/session.ts';
import { SlowDownBanner } from './shell/slow-down-banner.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root.');

const queryClient = createQueryClient();
const router = composeRouter(queryClient);
followSession(queryClient, router);
const askAgain = () => void router.invalidate();

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <WordsProvider>
        <TooltipProvider>
          <ToastProvider>
            {/* Beside the router: it also stands over a page that could not be shown at all. */}
            <SlowDownBanner onOver={askAgain} />
            <RouterProvider router={router} />
          </ToastProvider>
        </TooltipProvider>
      </WordsProvider>
    </QueryClientProvider>
  </StrictMode>,
);
