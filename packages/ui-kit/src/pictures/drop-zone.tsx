import { Camera, ImageUp, Upload } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { classNames } from '../class-names.ts';
import { Button } from '../controls/button.tsx';
import { useWords } from '../language/words-provider.tsx';
import { CameraDialog, canUseCamera } from './camera-dialog.tsx';
import { useFileIntake } from './use-file-intake.ts';

export const PHOTO_TYPES = 'image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif';

export interface DropZoneProps {
  onFile: (file: File) => void;
  title: string;
  hint?: ReactNode;
  accept?: string;
  hasCamera?: boolean;
  takesPaste?: boolean;
  isBusy?: boolean;
  className?: string;
  /** Further ways in, under the usual ones. */
  more?: ReactNode;
  /** Draws the inside another way; gets the actions to put on its own buttons. */
  children?: (actions: DropZoneActions) => ReactNode;
}

export interface DropZoneActions {
  openPicker: () => void;
  openCamera: () => void;
  hasCamera: boolean;
  isOver: boolean;
}

/** Takes a photo: drop, paste, camera, or the keyboard. */
export function DropZone({
  onFile,
  title,
  hint,
  accept = PHOTO_TYPES,
  hasCamera = true,
  takesPaste = true,
  isBusy = false,
  className,
  more,
  children,
}: DropZoneProps) {
  const { t } = useWords();
  const [isCameraOpen, setCameraOpen] = useState(false);
  const { isOver, openPicker, dropProps } = useFileIntake({
    accept,
    takesPaste: takesPaste && !isCameraOpen,
    isDisabled: isBusy,
    onFile,
  });
  const actions: DropZoneActions = {
    openPicker,
    isOver,
    hasCamera,
    openCamera: () => (canUseCamera() ? setCameraOpen(true) : openDeviceCamera(onFile)),
  };

  return (
    <section
      {...dropProps}
      aria-label={title}
      aria-busy={isBusy || undefined}
      data-over={isOver || undefined}
      className={classNames(
        'rounded-l border-[1.5px] border-dashed transition-colors quick',
        isOver ? 'border-accent-ink bg-accent-soft' : 'border-line-field bg-surface',
        !children && 'grid place-items-center p-6 text-center',
        className,
      )}
    >
      {children ? (
        children(actions)
      ) : (
        <div className="w-full max-w-64">
          <ImageUp aria-hidden className="mx-auto size-9 text-accent-ink" strokeWidth={1.5} />
          <p className="mt-3 mb-1 text-17 font-semibold">{title}</p>
          {hint && <p className="mb-4 text-13 text-ink-2">{hint}</p>}
          <div className="grid gap-2">
            <Button kind="primary" icon={Upload} isBusy={isBusy} onClick={openPicker}>
              {t({ en: 'Choose a file', id: 'Pilih berkas' })}
            </Button>
            {hasCamera && (
              <Button icon={Camera} disabled={isBusy} onClick={actions.openCamera}>
                {t({ en: 'Use the camera', id: 'Pakai kamera' })}
              </Button>
            )}
            {more}
          </div>
        </div>
      )}
      {isCameraOpen && (
        <CameraDialog isOpen onClose={() => setCameraOpen(false)} onPhoto={onFile} />
      )}
    </section>
  );
}

/** On plain http over a network a page may not use the camera itself; a phone's own camera app may. */
function openDeviceCamera(onFile: (file: File) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'image/*';
  input.capture = 'user';
  input.onchange = () => {
    const [file] = input.files ?? [];
    if (file) onFile(file);
  };
  input.click();
}
