import type { PoseEditor, PoseEditorState } from '@lumiku/pose-editor';
import type { EditorTool } from './editor-tools.ts';
import { JointDials } from './joint-dials.tsx';
import { JointHeading } from './joint-heading.tsx';
import { LimbPresets } from './limb-presets.tsx';
import { ToolButton } from './tool-button.tsx';

/** On a phone: the selected joint and five tools under the thumb; the figure stays whole above. */
export function JointSheet({
  editor,
  state,
  tools,
  showsPresets,
}: {
  editor: PoseEditor;
  state: PoseEditorState;
  tools: readonly EditorTool[];
  showsPresets: boolean;
}) {
  return (
    <div className="relative z-[2] -mt-5 flex h-69 flex-none flex-col rounded-t-[20px] bg-surface px-4 pt-2 shadow-[0_-8px_32px_var(--shade-b)] safe-bottom [--safe-base:8px] wide:hidden">
      {/* The other sheet begins at its top. */}
      <div
        key={showsPresets ? 'presets' : 'joint'}
        className="scroll-thin min-h-0 flex-1 overflow-y-auto overscroll-contain pb-2"
      >
        <JointHeading editor={editor} state={state} />
        <div className="pt-1">
          {showsPresets ? (
            <LimbPresets editor={editor} state={state} />
          ) : (
            <JointDials editor={editor} state={state} />
          )}
        </div>
      </div>
      <div className="-mx-2 flex border-t border-line pt-1">
        {tools.map((tool) => (
          <ToolButton key={tool.id} tool={tool} isWide />
        ))}
      </div>
    </div>
  );
}
