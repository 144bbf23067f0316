import { Button, type ButtonSize, Menu, MenuItem, useWords } from '@lumiku/ui-kit';
import { ChevronDown, Download } from 'lucide-react';
import { type Generation, pictureSize } from '../../contract.ts';
import { type DownloadFormat, downloadHref } from './download-links.ts';

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
      {FORMATS.map(({ format, name, hint }) => {
        const href = downloadHref(generation, format);
        return href === null ? null : (
          <MenuItem key={format} href={href} download aside={t(hint)}>
            {name}
          </MenuItem>
        );
      })}
      <p className="num px-2.5 pt-1 pb-1.5 text-13 text-ink-3">
        {widthPx} × {heightPx} px
      </p>
    </Menu>
  );
}
