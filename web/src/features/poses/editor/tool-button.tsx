import { classNames, useWords } from '@lumiku/ui-kit';
import type { EditorTool } from './editor-tools.ts';

/** A tool with its name under it, in the rail and in the sheet. */
export function ToolButton({ tool, isWide }: { tool: EditorTool; isWide?: boolean }) {
  const { t } = useWords();
  const { icon: Icon, isOn, isDisabled, keys, run } = tool;
  const words = t(tool.words);
  return (
    <button
      type="button"
      aria-pressed={isOn}
      aria-keyshortcuts={keys}
      disabled={isDisabled}
      title={`${words} (${keys})`}
      onClick={run}
      className={classNames(
        'flex min-h-14 flex-col items-center justify-center gap-1 rounded-m px-1 text-center text-12 leading-[14px] text-ink-2 transition-colors quick hover:bg-hover hover:text-ink on:bg-accent-soft on:font-semibold on:text-accent-ink disabled:cursor-not-allowed disabled:bg-transparent disabled:text-ink-3',
        isWide ? 'min-w-0 flex-1' : 'w-15',
      )}
    >
      <Icon aria-hidden className="size-5" strokeWidth={1.75} />
      {words}
    </button>
  );
}
