import { type DragEvent, useEffect, useRef, useState } from 'react';
import { isTyping } from '../controls/search-field.tsx';

export interface FileIntake {
  /** Something is being held over the page and may be let go here. */
  isOver: boolean;
  /** Opens the file picker. */
  openPicker: () => void;
  /** Spread on the element that takes drops. */
  dropProps: {
    onDragEnter: (event: DragEvent) => void;
    onDragOver: (event: DragEvent) => void;
    onDragLeave: (event: DragEvent) => void;
    onDrop: (event: DragEvent) => void;
  };
}

/**
 * Takes one file by drop, paste or picker. What is not allowed is for `onFile` to say: content is judged later.
 * @param options.takesPaste listens for Ctrl-V on the whole page while mounted
 */
export function useFileIntake(options: {
  accept: string;
  takesPaste?: boolean;
  isDisabled?: boolean;
  onFile: (file: File) => void;
}): FileIntake {
  const { accept, takesPaste = false, isDisabled = false, onFile } = options;
  const [depth, setDepth] = useState(0);
  const latest = useRef(onFile);
  useEffect(() => {
    latest.current = onFile;
  });

  useEffect(() => {
    if (!takesPaste || isDisabled) return;
    const onPaste = (event: ClipboardEvent) => {
      const file = event.clipboardData?.files[0];
      if (!file || isTyping(event.target)) return;
      event.preventDefault();
      latest.current(file);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [takesPaste, isDisabled]);

  const openPicker = () => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.onchange = () => {
      const [file] = input.files ?? [];
      if (file) latest.current(file);
    };
    input.click();
  };

  const holdsFile = (event: DragEvent) => !isDisabled && event.dataTransfer.types.includes('Files');
  return {
    isOver: depth > 0,
    openPicker,
    dropProps: {
      onDragEnter(event) {
        if (!holdsFile(event)) return;
        event.preventDefault();
        setDepth((level) => level + 1);
      },
      onDragOver(event) {
        if (!holdsFile(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      },
      onDragLeave(event) {
        if (holdsFile(event)) setDepth((level) => Math.max(0, level - 1));
      },
      onDrop(event) {
        if (!holdsFile(event)) return;
        event.preventDefault();
        setDepth(0);
        const [file] = event.dataTransfer.files;
        if (file) latest.current(file);
      },
    },
  };
}
