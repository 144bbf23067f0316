import { asApiFault, meKey } from '@lumiku/app-kit/web';
import { Button, Field, useToasts, useWords } from '@lumiku/ui-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { account } from './account-queries.ts';

export function NameForm({ name }: { name: string }) {
  const { t } = useWords();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState(name);
  const save = useMutation({
    mutationFn: () => account.rename(typed.trim()),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: meKey });
      toasts.say({ words: t({ en: 'Name saved', id: 'Nama disimpan' }) });
    },
  });
  const fault = save.error ? asApiFault(save.error) : null;
  return (
    <form
      className="flex items-end gap-2 phone:flex-wrap"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '' && !save.isPending) save.mutate();
      }}
    >
      <Field
        label={t({ en: 'Name', id: 'Nama' })}
        fieldClassName="flex-1 phone:basis-full"
        autoComplete="name"
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        error={fault ? (fault.issueOf('name') ?? fault.message) : undefined}
      />
      <Button
        type="submit"
        className="h-11 self-start mt-6.5 phone:mt-0"
        isBusy={save.isPending}
        disabled={typed.trim() === '' || typed.trim() === name}
      >
        {t({ en: 'Save', id: 'Simpan' })}
      </Button>
    </form>
  );
}
