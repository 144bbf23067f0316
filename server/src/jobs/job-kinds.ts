import type { JobDefinition } from '@lumiku/app-kit';

/** The kinds of work this process knows; filled once, by the registry, before anything is submitted or claimed. */
export interface JobKinds {
  define(definitions: readonly JobDefinition[]): void;
  find(kind: string): JobDefinition | undefined;
  /** @throws when no app defines it: a mistake in the app, not of a person. */
  get(kind: string): JobDefinition;
  names(): string[];
}

export function createJobKinds(): JobKinds {
  const kinds = new Map<string, JobDefinition>();
  return {
    define(definitions) {
      for (const definition of definitions) kinds.set(definition.kind, definition);
    },
    find: (kind) => kinds.get(kind),
    get(kind) {
      const definition = kinds.get(kind);
      if (!definition) throw new Error(`No app defines the job kind "${kind}".`);
      return definition;
    },
    names: () => [...kinds.keys()],
  };
}
