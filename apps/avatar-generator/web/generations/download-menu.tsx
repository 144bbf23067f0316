import { PICTURE_SIZES } from '@lumiku/contract';
import {
  Button,
  type ButtonSize,
  Menu,
  MenuItem,
  MenuLabel,
  MenuSeparator,
  useWords,
} from '@lumiku/ui-kit';
import { ChevronDown, Download } from 'lucide-react';
import { type Generation, pictureSize } from '../../contract.ts';
import { useStyles } from '../result/use-styles.ts';
import { type DownloadFormat, downloadHref, drawingHref, sizedHref } from './download-links.ts';

const FORMATS: readonly {
  format: DownloadFormat;
  name: string;
  hint: { en: string; id: string };
}[] = [
  { format: 'png', name: 'PNG', hint: { en: 'as made', id: 'apa adanya' } },
  { format: 'jpeg', name: 'JPEG', hint: { en: 'for everything', id: 'untuk semua' } },
  { format: 'webp', name: 'WebP', hint: { en: 'smallest', id: 'terkecil' } },
];

/** The one thing to do with a finished picture; the file keeps its provenance mark. */
export function DownloadMenu({
  generation,
  size = 'm',
  className,
}: {
  generation: Generation;
  size?: ButtonSize;
  className?: string;
}) {
  const { t } = useWords();
  const { widthPx, heightPx } =
    generation.output ?? pictureSize(generation.quality, generation.scene);
  const drawing = drawingHref(generation, useStyles());
  const original = `${widthPx} × ${heightPx}`;
  return (
    <Menu
      align="start"
      trigger={
        <Button
          kind="primary"
          size={size}
          icon={Download}
          iconAfter={ChevronDown}
          className={className}
        >
          {t({ en: 'Download', id: 'Unduh' })}
        </Button>
      }
    >
      {generation.kind === 'clip' ? (
        <MenuItem href={`${generation.outputImageUrl}?download`} download aside={original}>
          {t({ en: 'The clip', id: 'Klipnya' })}
        </MenuItem>
      ) : (
        <>
          <MenuLabel>
            {t({ en: 'As made', id: 'Apa adanya' })} <span className="num">{original}</span>
          </MenuLabel>
          {FORMATS.map(({ format, name, hint }) => {
            const href = downloadHref(generation, format);
            return href === null ? null : (
              <MenuItem key={format} href={href} download aside={t(hint)}>
                {name}
              </MenuItem>
            );
          })}
          {drawing !== null && (
            <MenuItem
              href={drawing}
              download
              aside={t({ en: 'lines, any size', id: 'garis, segala ukuran' })}
            >
              SVG
            </MenuItem>
          )}
          <MenuSeparator />
          <MenuLabel>
            {t({ en: 'For shops and networks', id: 'Untuk toko dan media sosial' })}
          </MenuLabel>
          {PICTURE_SIZES.map(({ id, names, uses }) => {
            const href = sizedHref(generation, id);
            return href === null ? null : (
              <MenuItem key={id} href={href} download aside={uses}>
                {t(names)}
              </MenuItem>
            );
          })}
        </>
      )}
    </Menu>
  );
}
