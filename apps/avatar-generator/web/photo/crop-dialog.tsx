import {
  Button,
  cutOut,
  Dialog,
  SegmentedControl,
  Slider,
  useWords,
  Verdict,
} from '@lumiku/ui-kit';
import { useState } from 'react';
import Cropper, { type Area } from 'react-easy-crop';
import 'react-easy-crop/react-easy-crop.css';
import type { ChosenPhoto } from '../studio/chosen-photo.ts';

const SHAPES = { portrait: 4 / 5, square: 1, tall: 3 / 4 } as const;
type Shape = keyof typeof SHAPES;

/** Cuts and turns the photo: drag, pinch or scroll in the frame, arrow keys and sliders for the rest. */
export function CropDialog({
  photo,
  onClose,
  onCropped,
}: {
  photo: ChosenPhoto;
  onClose: () => void;
  onCropped: (file: File) => void;
}) {
  const { t, number } = useWords();
  const [place, setPlace] = useState({ x: 0, y: 0 });
  const [zoom, setZoom] = useState(1);
  const [degrees, setDegrees] = useState(0);
  const [shape, setShape] = useState<Shape>('portrait');
  const [area, setArea] = useState<Area | null>(null);
  const [state, setState] = useState<'rest' | 'busy' | 'failed'>('rest');

  const crop = async () => {
    if (area === null) return;
    setState('busy');
    try {
      onCropped(await cutOut(photo.file, area, degrees));
      onClose();
    } catch {
      setState('failed');
    }
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t({ en: 'Crop the photo', id: 'Potong foto' })}
      footer={
        <>
          <Button onClick={onClose}>{t({ en: 'Cancel', id: 'Batal' })}</Button>
          <Button kind="primary" isBusy={state === 'busy'} onClick={() => void crop()}>
            {t({ en: 'Use this part', id: 'Pakai bagian ini' })}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <div className="relative h-[min(52dvh,420px)] overflow-hidden rounded-m bg-studio">
          <Cropper
            image={photo.url}
            crop={place}
            zoom={zoom}
            rotation={degrees}
            aspect={SHAPES[shape]}
            disableAutomaticStylesInjection
            onCropChange={setPlace}
            onZoomChange={setZoom}
            onRotationChange={setDegrees}
            onCropComplete={(_share, pixels) => setArea(pixels)}
          />
        </div>
        <SegmentedControl
          label={t({ en: 'Shape', id: 'Bentuk' })}
          isWide
          value={shape}
          segments={[
            { value: 'portrait', label: '4 : 5' },
            { value: 'tall', label: '3 : 4' },
            { value: 'square', label: '1 : 1' },
          ]}
          onChange={setShape}
        />
        <Slider
          label={t({ en: 'Closer', id: 'Dekatkan' })}
          value={zoom}
          min={1}
          max={4}
          step={0.05}
          format={(value) => `${number(Math.round(value * 100))}%`}
          onChange={setZoom}
        />
        <Slider
          label={t({ en: 'Straighten', id: 'Luruskan' })}
          value={degrees}
          min={-45}
          max={45}
          format={(value) => `${number(Math.round(value))}°`}
          onChange={setDegrees}
        />
        {state === 'failed' && (
          <Verdict
            kind="wrong"
            title={t({ en: 'The photo could not be cut', id: 'Foto tidak bisa dipotong' })}
          >
            {t({
              en: 'Save it as a JPEG and choose that one.',
              id: 'Simpan sebagai JPEG lalu pilih yang itu.',
            })}
          </Verdict>
        )}
      </div>
    </Dialog>
  );
}
