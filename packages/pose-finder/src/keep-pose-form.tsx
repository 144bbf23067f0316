import type { PoseJoints, PoseTemplate } from '@lumiku/contract';
import { Button, Field, useWords } from '@lumiku/ui-kit';
import { useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { poseApi } from './pose-api.ts';
import { poseKeys } from './pose-keys.ts';
import { POSE_NAME_MAX, useNaming } from './use-naming.ts';

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
  const missing = t({ en: 'Give the pose a name.', id: 'Beri pose ini nama.' });
  const naming = useNaming(suggestion, missing, async (name) => {
    const kept = await poseApi.create({ name, ...pose() });
    await client.invalidateQueries({ queryKey: poseKeys.all });
    onKept(kept);
  });
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void naming.submit();
      }}
    >
      <Field
        className="min-w-0 flex-1"
        label={t({ en: 'Keep as a pose of your own', id: 'Simpan sebagai pose milikmu' })}
        value={naming.name}
        maxLength={POSE_NAME_MAX}
        error={naming.problem}
        onChange={(event) => naming.setName(event.target.value)}
      />
      <Button type="submit" icon={Check} isBusy={naming.isBusy} className="h-11!">
        {t({ en: 'Keep', id: 'Simpan' })}
      </Button>
    </form>
  );
}
