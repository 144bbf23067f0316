import type { PoseTemplate } from '@lumiku/contract';
import { fromSide, type PoseSide } from '@lumiku/pose-finder';
import { Button, Menu, MenuItem, useWords } from '@lumiku/ui-kit';
import { Braces, Download, Image, ImageDown } from 'lucide-react';

/** The pose as files other tools read. */
export function PoseDownloads({ pose, side }: { pose: PoseTemplate; side: PoseSide }) {
  const { t, language } = useWords();
  const name = pose.names[language];
  return (
    <Menu
      align="start"
      trigger={<Button icon={Download}>{t({ en: 'Download', id: 'Unduh' })}</Button>}
    >
      <MenuItem
        icon={ImageDown}
        aside="PNG"
        href={fromSide(pose.controlUrl, side)}
        download={`${name}.png`}
      >
        {t({ en: 'Control image', id: 'Gambar kontrol' })}
      </MenuItem>
      <MenuItem
        icon={Braces}
        aside="JSON"
        href={fromSide(pose.openposeUrl, side)}
        download={`${name}.json`}
      >
        OpenPose
      </MenuItem>
      <MenuItem
        icon={Image}
        aside="WebP"
        href={fromSide(pose.thumbnailUrl, side)}
        download={`${name}.webp`}
      >
        {t({ en: 'Figure', id: 'Sosok' })}
      </MenuItem>
    </Menu>
  );
}
