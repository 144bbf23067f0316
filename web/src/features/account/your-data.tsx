import { asApiFault, useMe } from '@lumiku/app-kit/web';
import { PhotosDialog } from '@lumiku/photo-consent';
import { Button, ButtonLink, ConfirmDialog, PasswordField, useWords } from '@lumiku/ui-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Download, ShieldCheck, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { forgetPerson } from '../../services/session.ts';
import { account } from './account-queries.ts';

/** Take everything along, or leave nothing behind. */
export function YourData() {
  const { t } = useWords();
  const me = useMe();
  const [isLeaving, setLeaving] = useState(false);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <p className="text-14 text-ink-2">
        {t({
          en: 'Export gives you everything in one archive. Deleting removes every picture, photo and line; nothing of yours is left here.',
          id: 'Ekspor memberimu semuanya dalam satu arsip. Menghapus menghilangkan setiap gambar, foto, dan baris; tidak ada milikmu yang tersisa di sini.',
        })}
      </p>
      <div className="flex flex-wrap gap-2">
        <ButtonLink icon={Download} href="/api/me/export" download>
          {t({ en: 'Export my data', id: 'Ekspor data saya' })}
        </ButtonLink>
        <Button icon={ShieldCheck} onClick={() => setAsking(true)}>
          {t({ en: 'Your photos', id: 'Fotomu' })}
        </Button>
        <Button kind="danger" icon={Trash2} onClick={() => setLeaving(true)}>
          {t({ en: 'Delete my account', id: 'Hapus akun saya' })}
        </Button>
      </div>
      {isAsking && <PhotosDialog onClose={() => setAsking(false)} />}
      {me && isLeaving && <LeaveDialog onClose={() => setLeaving(false)} />}
    </>
  );
}

function LeaveDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [password, setPassword] = useState('');
  const leave = useMutation({
    mutationFn: () => account.deleteAccount(password),
    onSuccess: () => forgetPerson(queryClient, router),
  });
  const fault = leave.error ? asApiFault(leave.error) : null;
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      isBusy={leave.isPending}
      title={t({ en: 'Delete your account?', id: 'Hapus akunmu?' })}
      description={t({
        en: 'Every picture, photo, credit and key of yours is deleted now. This cannot be undone.',
        id: 'Semua gambar, foto, kredit, dan kuncimu dihapus sekarang. Ini tidak dapat dibatalkan.',
      })}
      confirm={t({ en: 'Delete everything', id: 'Hapus semuanya' })}
      onConfirm={() => password !== '' && leave.mutate()}
      onClose={onClose}
    >
      <PasswordField
        label={t({ en: 'Your password, to be sure', id: 'Kata sandimu, untuk memastikan' })}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={fault ? `${fault.message} ${fault.fix ?? ''}` : undefined}
      />
    </ConfirmDialog>
  );
}
