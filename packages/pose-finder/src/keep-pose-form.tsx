import { asApiFault } from '@lumiku/app-kit/web';
import type { PoseJoints, PoseTemplate } from '@lumiku/contract';
import { Button, Field, useWords } from '@lumiku/ui-kit';
import { useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { poseApi } from './pose-api.ts';
import { poseKeys } from './pose-keys.ts';

const NAME_MAX = 100;

/** Keeps what was found or drawn as a pose of one's own, under a name. */
export function KeepPoseForm({
  suggestion,
  pose,
  onKept,
}: {
  suggestion: string;
  /** Everything but the name, when it is pressed. */
  pose: () => { joints: PoseJoints } | { openpose: unknown };
  onKept: (pose: PoseTemplate) => void;
}) {
  const { t } = useWords();
  const client = useQueryClient();
  const [name, setName] = useState(suggestion);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const keep = async () => {
    if (isBusy) return;
    const wanted = name.trim();
    if (wanted === '') {
      setProblem(t({ en: 'Give the pose a name.', id: 'Beri pose ini nama.' }));
      return;
    }
    setBusy(true);
    try {
      const kept = await poseApi.create({ name: wanted, ...pose() });
      await client.invalidateQueries({ queryKey: poseKeys.all });
      onKept(kept);
    } catch (cause) {
      const fault = asApiFault(cause);
      setProblem(fault.issueOf('name') ?? [fault.message, fault.fix].filter(Boolean).join(' '));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Field
        className="min-w-0 flex-1"
        label={t({ en: 'Keep as a pose of your own', id: 'Simpan sebagai pose milikmu' })}
        value={name}
        maxLength={NAME_MAX}
        error={problem ?? undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" icon={Check} isBusy={isBusy} className="h-11!">
        {t({ en: 'Keep', id: 'Simpan' })}
      </Button>
    </form>
  );
}
