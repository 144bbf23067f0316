import { asApiFault } from '@lumiku/app-kit/web';
import { Button, PasswordField, useToasts, useWords, Verdict } from '@lumiku/ui-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { advisePassword } from '../welcome/password-advice.ts';
import { account, placesQuery } from './account-queries.ts';

export function PasswordForm() {
  const { t } = useWords();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const advice = advisePassword(next);
  const change = useMutation({
    mutationFn: () => account.changePassword({ currentPassword: current, newPassword: next }),
    onSuccess: () => {
      setCurrent('');
      setNext('');
      toasts.say({
        words: t({
          en: 'Password changed. Everywhere else you are signed out.',
          id: 'Kata sandi diganti. Di tempat lain kamu sudah keluar.',
        }),
      });
      void queryClient.invalidateQueries(placesQuery);
    },
  });
  const fault = change.error ? asApiFault(change.error) : null;
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (current !== '' && advice?.isEnough && !change.isPending) change.mutate();
      }}
    >
      <div className="grid grid-cols-2 gap-3 phone:grid-cols-1">
        <PasswordField
          label={t({ en: 'Now', id: 'Sekarang' })}
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
          error={fault?.code === 'PASSWORD_WRONG' ? fault.message : undefined}
        />
        <PasswordField
          label={t({ en: 'New', id: 'Baru' })}
          autoComplete="new-password"
          value={next}
          onChange={(event) => setNext(event.target.value)}
          good={advice?.isEnough ? t(advice.words) : undefined}
          hint={advice && !advice.isEnough ? t(advice.words) : undefined}
        />
      </div>
      {fault && fault.code !== 'PASSWORD_WRONG' && (
        <Verdict kind="wrong" title={fault.message}>
          {fault.fix}
        </Verdict>
      )}
      <Button
        type="submit"
        className="justify-self-start"
        isBusy={change.isPending}
        disabled={current === '' || !advice?.isEnough}
      >
        {t({ en: 'Change the password', id: 'Ganti kata sandi' })}
      </Button>
    </form>
  );
}
