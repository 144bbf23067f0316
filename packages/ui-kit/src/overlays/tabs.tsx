import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

/** Sheets behind each other on one page. */
export function Tabs<Id extends string>({
  label,
  tabs,
  value,
  onChange,
}: {
  label: string;
  tabs: readonly { id: Id; label: string; content: ReactNode }[];
  value: Id;
  onChange: (id: Id) => void;
}) {
  return (
    <Radix.Root
      value={value}
      onValueChange={(next) => {
        const chosen = tabs.find((tab) => tab.id === next);
        if (chosen) onChange(chosen.id);
      }}
    >
      <Radix.List
        aria-label={label}
        className="scroll-none mb-6 flex gap-1 overflow-x-auto border-b border-line phone:-mx-(--gutter) phone:mb-4 phone:px-2"
      >
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.id}
            value={tab.id}
            className="min-h-11 px-3 text-14 font-medium whitespace-nowrap text-ink-2 hover:text-ink on:font-semibold on:text-ink on:shadow-[inset_0_-2px_0_var(--accent)]"
          >
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.id} value={tab.id}>
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
