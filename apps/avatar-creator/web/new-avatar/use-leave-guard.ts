import { useBlocker } from '@tanstack/react-router';
import { useRef } from 'react';
import { hasUnsaved } from './preview-state.ts';
import { usePreviewStore } from './use-preview-store.ts';

const isUnsaved = () => hasUnsaved(usePreviewStore.getState(), Date.now());

/**
 * Holds whoever would leave the dialog (close, back, a link, reload) while previews are neither saved nor over.
 * `question` is open while the person has to say what to do; after `letGo` nobody is asked.
 */
export function useLeaveGuard(): {
  question: { stay: () => void; leave: () => void } | null;
  letGo: () => void;
} {
  const isFree = useRef(false);
  const blocker = useBlocker({
    shouldBlockFn: () => !isFree.current && isUnsaved(),
    enableBeforeUnload: isUnsaved,
    withResolver: true,
  });
  const letGo = () => {
    isFree.current = true;
  };
  if (blocker.status !== 'blocked') return { question: null, letGo };
  return { question: { stay: blocker.reset, leave: blocker.proceed }, letGo };
}
