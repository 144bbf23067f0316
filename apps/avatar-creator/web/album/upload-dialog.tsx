import { useConsentFirst } from '@lumiku/photo-consent';
import { Button, Dialog, Field, useToasts, useWords, Verdict } from '@lumiku/ui-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ImageOff } from 'lucide-react';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { creatorApi } from '../creator/creator-api.ts';
import { faultWords } from '../creator/fault-words.ts';
import { creatorKeys } from '../creator/query-keys.ts';
import { nameOfFile } from './name-of-file.ts';

/** Looks at a picture of one's own, names it and keeps it as an avatar; free. */
export function UploadDialog({
  projectId,
  file,
  onClose,
}: {
  projectId: string;
  file: File;
  onClose: () => void;
}) {
  const { t } = useWords();
  const formId = useId();
  const client = useQueryClient();
  const toasts = useToasts();
  const [name, setName] = useState(() => nameOfFile(file.name));
  const url = useObjectUrl(file);
  const [isUnshown, setUnshown] = useState(false);
  const consent = useConsentFirst();
  const upload = useMutation({
    mutationFn: () => creatorApi.uploadAvatar(projectId, file, name.trim()),
    onSuccess(avatar) {
      client.setQueryData(creatorKeys.avatar(avatar.id), avatar);
      void client.invalidateQueries({ queryKey: creatorKeys.all });
      toasts.say({ words: t({ en: `${avatar.name} is saved`, id: `${avatar.name} tersimpan` }) });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '' && !upload.isPending) consent.first(() => upload.mutate());
  };
  const fault = upload.error === null ? null : faultWords(upload.error, t);

  return (
    <Dialog
      isOpen
      isSmall
      onClose={onClose}
      title={t({ en: 'Keep this picture', id: 'Simpan gambar ini' })}
      footer={
        <>
          <Button onClick={onClose}>{t({ en: 'Cancel', id: 'Batal' })}</Button>
          <Button
            kind="primary"
            type="submit"
            form={formId}
            price={0}
            isBusy={upload.isPending}
            disabled={name.trim() === ''}
          >
            {t({ en: 'Save', id: 'Simpan' })}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="grid gap-4">
        <div className="grid h-72 place-items-center overflow-hidden rounded-m bg-sunken">
          {isUnshown || url === null ? (
            <ImageOff aria-hidden className="size-8 text-ink-3" strokeWidth={1.5} />
          ) : (
            <img
              src={url}
              alt={t({ en: 'Your picture', id: 'Gambarmu' })}
              onError={() => setUnshown(true)}
              className="size-full object-contain"
            />
          )}
        </div>
        <Field
          label={t({ en: 'Name', id: 'Nama' })}
          value={name}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        {fault !== null && (
          <Verdict kind="wrong" title={fault.title}>
            {fault.fix}
          </Verdict>
        )}
      </form>
      {consent.question}
    </Dialog>
  );
}

/** A URL that shows the file, given back to the browser when it is no longer shown. */
function useObjectUrl(file: File): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url;
}
