import { acceptPhoto, PHOTO_TYPES, useFileIntake, useToasts, useWords } from '@lumiku/ui-kit';
import { type ReactNode, useState } from 'react';
import { UploadDialog } from './upload-dialog.tsx';

/** Takes a picture dropped, pasted or chosen anywhere on the album. */
export function UploadArea({
  projectId,
  isOff,
  children,
}: {
  projectId: string;
  isOff: boolean;
  children: (pickFile: () => void) => ReactNode;
}) {
  const { t } = useWords();
  const toasts = useToasts();
  const [file, setFile] = useState<File | null>(null);
  const take = async (chosen: File) => {
    const accepted = await acceptPhoto(chosen);
    if (accepted.ok) setFile(accepted.file);
    else toasts.say({ words: t(accepted.title), detail: t(accepted.text), tone: 'bad' });
  };
  const { isOver, openPicker, dropProps } = useFileIntake({
    accept: PHOTO_TYPES,
    takesPaste: true,
    isDisabled: isOff || file !== null,
    onFile: (chosen) => void take(chosen),
  });
  return (
    <section
      {...dropProps}
      aria-label={t({ en: 'Avatars', id: 'Avatar' })}
      className="relative min-h-[60dvh]"
    >
      {children(openPicker)}
      {isOver && (
        <div className="pointer-events-none absolute -inset-2 z-[4] grid place-items-center rounded-l border-2 border-dashed border-accent-ink bg-accent-soft/90 text-17 font-semibold text-accent-ink">
          {t({
            en: 'Let go to add it to this album',
            id: 'Lepas untuk menambahkannya ke album ini',
          })}
        </div>
      )}
      {file !== null && (
        <UploadDialog
          key={`${file.name} ${file.lastModified}`}
          projectId={projectId}
          file={file}
          onClose={() => setFile(null)}
        />
      )}
    </section>
  );
}
