import type { PoseJoints } from '@lumiku/contract';
import {
  type AttachedEditor,
  createPoseEditor,
  type KeyWish,
  type PoseEditor,
  type PoseEditorState,
} from '@lumiku/pose-editor';
import { useIsPhone, useWords } from '@lumiku/ui-kit';
import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react';

/** What of the viewport lies under the camera bar and the words above. */
const INSETS = {
  phone: { top: 20, bottom: 76, side: 16 },
  desk: { top: 28, bottom: 76, side: 24 },
};

/** One editor for as long as the screen stands; it lives outside React and is only shown by it. */
export function useEditor(
  opened: PoseJoints,
  onWish: (wish: KeyWish) => void,
): {
  editor: PoseEditor;
  host: RefObject<HTMLDivElement | null>;
  focusFigure: () => void;
} {
  const [editor] = useState(() => createPoseEditor(opened));
  const host = useRef<HTMLDivElement>(null);
  const attached = useRef<AttachedEditor | null>(null);
  const wish = useRef(onWish);
  wish.current = onWish;
  const { language } = useWords();
  const isPhone = useIsPhone();
  const insetPx = isPhone ? INSETS.phone : INSETS.desk;
  const first = useRef({ language, insetPx });

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const module = editor.attach(element, {
      ...first.current,
      onWish: (what) => wish.current(what),
    });
    attached.current = module;
    return () => {
      attached.current = null;
      module.dispose();
    };
  }, [editor]);
  useEffect(() => attached.current?.speak(language), [language]);
  useEffect(() => attached.current?.setInset(insetPx), [insetPx]);

  return {
    editor,
    host,
    focusFigure() {
      attached.current?.focus(editor.document.state().selected ?? 'headTop');
    },
  };
}

/** Everything the editor shows right now. */
export function useEditorState(editor: PoseEditor): PoseEditorState {
  return useSyncExternalStore(editor.document.subscribe, editor.document.state);
}

/** From where the figure is looked at right now. */
export function useEditorView(editor: PoseEditor): PoseEditor['viewport']['view'] {
  const { viewport } = editor;
  return useSyncExternalStore(
    (listener) => viewport.subscribe(listener),
    () => viewport.view,
  );
}
