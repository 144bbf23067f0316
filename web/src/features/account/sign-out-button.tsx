import { asApiFault } from '@lumiku/app-kit/web';
import { Button, useToasts, useWords } from '@lumiku/ui-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { LogOut } from 'lucide-react';
import { forgetPerson, signOut } from '../../services/session.ts';

export function SignOutButton() {
  const { t } = useWords();
  const toasts = useToasts();
  const router = useRouter();
  const queryClient = useQueryClient();
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: () => forgetPerson(queryClient, router),
    onError: (thrown) => {
      const fault = asApiFault(thrown);
      toasts.say({ words: fault.message, detail: fault.fix, tone: 'bad' });
    },
  });
  return (
    <Button icon={LogOut} isBusy={leave.isPending} onClick={() => leave.mutate()}>
      {t({ en: 'Sign out', id: 'Keluar' })}
    </Button>
  );
}
