import { asApiFault } from '@lumiku/app-kit/web';
import { useState } from 'react';

export const POSE_NAME_MAX = 100;

export interface Naming {
  name: string;
  setName: (name: string) => void;
  /** Why the name was not taken; gone as soon as it is changed. */
  problem: string | undefined;
  isBusy: boolean;
  submit: () => Promise<void>;
}

/**
 * A field for a name and what becomes of it.
 * @param missing what is said of an empty one
 * @param keep throws what is wrong with the name
 */
export function useNaming(
  suggestion: string,
  missing: string,
  keep: (name: string) => Promise<unknown>,
): Naming {
  const [name, setName] = useState(suggestion.slice(0, POSE_NAME_MAX));
  const [problem, setProblem] = useState<string | undefined>();
  const [isBusy, setBusy] = useState(false);
  return {
    ...{ name, problem, isBusy },
    setName: (next) => {
      setName(next);
      setProblem(undefined);
    },
    submit: async () => {
      if (isBusy) return;
      const wanted = name.trim();
      if (wanted === '') {
        setProblem(missing);
        return;
      }
      setBusy(true);
      try {
        await keep(wanted);
      } catch (cause) {
        const fault = asApiFault(cause);
        setProblem(fault.issueOf('name') ?? [fault.message, fault.fix].filter(Boolean).join(' '));
      } finally {
        setBusy(false);
      }
    },
  };
}
