import type { PoseEditor } from '@lumiku/pose-editor';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createPoseDrafts, type PoseDraft } from './pose-drafts.ts';

/** Written this long after the last change: a drag is one write, not a hundred. */
const QUIET_MS = 400;

export interface EditorDraft {
  /** Kept from another time and not yet taken up. */
  offered: PoseDraft | null;
  takeUp: () => void;
  decline: () => void;
  /** Writes at once. @returns false where this browser keeps nothing */
  keepNow: () => boolean;
  /** The person leaves without what was changed: it shall not come back. */
  forget: () => void;
}

/**
 * Keeps what is changed on this device until it is saved, so that a reload or a crash loses nothing, and offers it
 * back the next time.
 */
export function useDraft(editor: PoseEditor, userId: string, poseId: string): EditorDraft {
  const drafts = useMemo(() => createPoseDrafts(localStorage, userId), [userId]);
  const [offered, setOffered] = useState(() => drafts.read(poseId));
  const kept = useRef(false);
  const isOver = useRef(false);

  const keep = useCallback((): boolean => {
    const { document: pose } = editor;
    if (isOver.current) return true;
    if (pose.state().isChanged) {
      kept.current = drafts.write(poseId, { savedAt: Date.now(), joints: pose.save() });
      return kept.current;
    }
    // Saved, or taken back to where it began. One that is only offered stays.
    if (kept.current) drafts.remove(poseId);
    kept.current = false;
    return true;
  }, [editor, drafts, poseId]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      keep();
    };
    const stop = editor.document.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(settle, QUIET_MS);
    });
    window.addEventListener('pagehide', settle);
    document.addEventListener('visibilitychange', settle);
    return () => {
      stop();
      window.removeEventListener('pagehide', settle);
      document.removeEventListener('visibilitychange', settle);
      settle();
    };
  }, [editor, keep]);

  return {
    offered,
    takeUp() {
      if (!offered) return;
      editor.document.load(offered.joints, {
        en: 'go on with what was not saved',
        id: 'lanjutkan yang belum disimpan',
      });
      setOffered(null);
    },
    decline() {
      if (!kept.current) drafts.remove(poseId);
      setOffered(null);
    },
    keepNow: keep,
    forget() {
      isOver.current = true;
      drafts.remove(poseId);
    },
  };
}
