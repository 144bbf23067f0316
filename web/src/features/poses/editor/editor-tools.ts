import type { Words } from '@lumiku/contract';
import type { PoseEditor, PoseEditorState } from '@lumiku/pose-editor';
import { limbOf } from '@lumiku/pose-editor';
import {
  FlipHorizontal2,
  Ghost,
  Hand,
  Keyboard,
  type LucideIcon,
  Move3d,
  Rotate3d,
  RotateCcw,
} from 'lucide-react';

export interface EditorTool {
  id: string;
  icon: LucideIcon;
  words: Words;
  /** As `aria-keyshortcuts` has it. */
  keys: string;
  /** Undefined for tools that only do something. */
  isOn?: boolean;
  isDisabled?: boolean;
  run: () => void;
}

/** The tools of the rail, and the five of them a phone keeps under the thumb. */
export function editorTools(
  editor: PoseEditor,
  state: PoseEditorState,
  sheets: { presets: boolean; togglePresets: () => void; showKeys: () => void },
): Record<'move' | 'rotate' | 'mirror' | 'reset' | 'presets' | 'body' | 'keys', EditorTool> {
  const { document } = editor;
  const { selected, tool, showsBody } = state;
  return {
    move: {
      id: 'move',
      icon: Move3d,
      words: { en: 'Move', id: 'Geser' },
      keys: 'G',
      isOn: tool === 'move',
      run: () => document.setTool('move'),
    },
    rotate: {
      id: 'rotate',
      icon: Rotate3d,
      words: { en: 'Rotate', id: 'Putar' },
      keys: 'R',
      isOn: tool === 'rotate',
      run: () => document.setTool('rotate'),
    },
    mirror: {
      id: 'mirror',
      icon: FlipHorizontal2,
      words: { en: 'Mirror', id: 'Cermin' },
      keys: 'M',
      run: () => document.mirror(),
    },
    reset: {
      id: 'reset',
      icon: RotateCcw,
      words: { en: 'Reset limb', id: 'Kembalikan' },
      keys: 'Alt+R',
      isDisabled: selected === null,
      run: () => selected && document.resetLimb(limbOf(selected)),
    },
    presets: {
      id: 'presets',
      icon: Hand,
      words: { en: 'Presets', id: 'Bentuk' },
      keys: 'H',
      isOn: sheets.presets,
      run: sheets.togglePresets,
    },
    body: {
      id: 'body',
      icon: Ghost,
      words: { en: 'Body', id: 'Tubuh' },
      keys: 'B',
      isOn: showsBody,
      run: () => document.setOption('showsBody', !showsBody),
    },
    keys: {
      id: 'keys',
      icon: Keyboard,
      words: { en: 'Keys', id: 'Tombol' },
      keys: '?',
      run: sheets.showKeys,
    },
  };
}
