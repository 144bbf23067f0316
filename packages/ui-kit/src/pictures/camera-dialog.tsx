import { Camera } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../controls/button.tsx';
import { Verdict } from '../feedback/verdict.tsx';
import { useWords } from '../language/words-provider.tsx';
import { Dialog } from '../overlays/dialog.tsx';

/** Whether the page may use a camera itself; else the picker of the device must do. */
export function canUseCamera(): boolean {
  return window.isSecureContext && 'mediaDevices' in navigator;
}

/** Takes one picture with the camera of this device; nothing leaves it before "Take the photo". */
export function CameraDialog({
  isOpen,
  onClose,
  onPhoto,
}: {
  isOpen: boolean;
  onClose: () => void;
  onPhoto: (photo: File) => void;
}) {
  const { t } = useWords();
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<'starting' | 'ready' | 'refused'>('starting');

  useEffect(() => {
    if (!isOpen) return;
    let stream: MediaStream | null = null;
    let isGone = false;
    setState('starting');
    navigator.mediaDevices
      .getUserMedia({ video: { facingMode: 'user', width: { ideal: 1920 } }, audio: false })
      .then(async (live) => {
        stream = live;
        if (isGone) return stop(live);
        if (video.current) {
          video.current.srcObject = live;
          await video.current.play();
        }
        setState('ready');
      })
      .catch(() => {
        if (!isGone) setState('refused');
      });
    return () => {
      isGone = true;
      if (stream) stop(stream);
    };
  }, [isOpen]);

  const take = async () => {
    if (!video.current) return;
    onPhoto(await photoOf(video.current));
    onClose();
  };

  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t({ en: 'Camera', id: 'Kamera' })}
      footer={
        <Button
          kind="primary"
          size="l"
          icon={Camera}
          disabled={state !== 'ready'}
          onClick={() => void take()}
        >
          {t({ en: 'Take the photo', id: 'Ambil foto' })}
        </Button>
      }
    >
      {state === 'refused' ? (
        <Verdict
          kind="wrong"
          title={t({ en: 'The camera is not available', id: 'Kamera tidak tersedia' })}
        >
          {t({
            en: 'Allow it in the address bar of your browser, or choose a file instead.',
            id: 'Izinkan di bilah alamat peramban, atau pilih berkas saja.',
          })}
        </Verdict>
      ) : (
        // Mirrored like a looking glass; the photo itself is not.
        <video
          ref={video}
          muted
          playsInline
          className="aspect-[4/3] w-full -scale-x-100 rounded-m bg-studio object-cover"
        />
      )}
    </Dialog>
  );
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

async function photoOf(video: HTMLVideoElement): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.94));
  if (!blob) throw new Error('The camera gave no picture.');
  return new File([blob], 'camera.jpg', { type: 'image/jpeg' });
}
