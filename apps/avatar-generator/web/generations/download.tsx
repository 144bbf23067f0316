import { ButtonLink, type ButtonSize, useWords } from '@lumiku/ui-kit';
import { Download as DownloadIcon } from 'lucide-react';
import type { Generation } from '../../contract.ts';
import { DownloadMenu } from './download-menu.tsx';

/** How what was made is saved: a picture as one of several kinds, a clip as it is. */
export function Download({
  generation,
  size = 'm',
  className = '',
}: {
  generation: Generation;
  size?: ButtonSize;
  className?: string;
}) {
  const { t } = useWords();
  if (generation.kind !== 'clip') {
    return <DownloadMenu generation={generation} size={size} className={className} />;
  }
  if (generation.outputImageUrl === null) return null;
  const name = encodeURIComponent(`clip-${generation.clip?.move}-${generation.id.slice(0, 8)}`);
  return (
    <ButtonLink
      kind="primary"
      size={size}
      icon={DownloadIcon}
      href={`${generation.outputImageUrl}?download=${name}`}
      download
      className={className}
    >
      {t({ en: 'Download', id: 'Unduh' })}
    </ButtonLink>
  );
}
