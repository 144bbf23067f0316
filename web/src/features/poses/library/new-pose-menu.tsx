import type { PoseJoints, PoseTemplate } from '@lumiku/contract';
import { PhotoSearchDialog, type PoseSide, SketchSearchDialog } from '@lumiku/pose-finder';
import { Button, IconButton, Menu, MenuItem, PageActions, useWords } from '@lumiku/ui-kit';
import { useNavigate } from '@tanstack/react-router';
import { FileBraces, ImageUp, PersonStanding, Plus, ScanSearch, Spline } from 'lucide-react';
import { useState } from 'react';
import { openInEditor } from '../opened-pose.ts';
import { OpenposeDialog } from './openpose-dialog.tsx';

type Opened = 'photo' | 'sketch' | 'file' | 'fromPhoto' | 'fromSketch';

/** Ways to search by shape, and to begin a pose of one's own. */
export function NewPoseMenu({
  onFound,
}: {
  onFound: (pose: PoseTemplate, side: PoseSide) => void;
}) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [open, setOpen] = useState<Opened | null>(null);
  const close = () => setOpen(null);
  const edit = (pose: PoseTemplate) => {
    close();
    void navigate({ href: `/poses/${encodeURIComponent(pose.id)}/edit` });
  };
  const found = (pose: PoseTemplate, side: PoseSide) => {
    close();
    onFound(pose, side);
  };
  const begin = (joints: PoseJoints | null) => {
    close();
    if (joints) openInEditor({ joints, name: t({ en: 'From my photo', id: 'Dari fotoku' }) });
    void navigate({ to: '/poses/new', search: joints ? { opened: true } : {} });
  };
  const byShape = (
    <>
      <MenuItem icon={ImageUp} onSelect={() => setOpen('photo')}>
        {t({ en: 'Search by photo', id: 'Cari dengan foto' })}
      </MenuItem>
      <MenuItem icon={Spline} onSelect={() => setOpen('sketch')}>
        {t({ en: 'Search by sketch', id: 'Cari dengan sketsa' })}
      </MenuItem>
    </>
  );
  return (
    <>
      <PageActions>
        <span className="phone:hidden">
          <Menu
            trigger={
              <Button icon={ScanSearch}>{t({ en: 'Search by shape', id: 'Cari bentuk' })}</Button>
            }
          >
            {byShape}
          </Menu>
        </span>
        <span className="wide:hidden">
          <Menu
            trigger={
              <IconButton
                kind="quiet"
                icon={ScanSearch}
                label={t({ en: 'Search by shape', id: 'Cari bentuk' })}
              />
            }
          >
            {byShape}
          </Menu>
        </span>
        <Menu
          trigger={
            <Button kind="primary" icon={Plus}>
              {t({ en: 'New', id: 'Baru' })}
            </Button>
          }
        >
          <MenuItem icon={PersonStanding} onSelect={() => begin(null)}>
            {t({ en: 'From scratch', id: 'Dari awal' })}
          </MenuItem>
          <MenuItem icon={ImageUp} onSelect={() => setOpen('fromPhoto')}>
            {t({ en: 'From a photo', id: 'Dari foto' })}
          </MenuItem>
          <MenuItem icon={Spline} onSelect={() => setOpen('fromSketch')}>
            {t({ en: 'From a sketch', id: 'Dari sketsa' })}
          </MenuItem>
          <MenuItem icon={FileBraces} aside="JSON" onSelect={() => setOpen('file')}>
            {t({ en: 'From an OpenPose file', id: 'Dari berkas OpenPose' })}
          </MenuItem>
        </Menu>
      </PageActions>
      {(open === 'photo' || open === 'fromPhoto') && (
        <PhotoSearchDialog
          {...(open === 'fromPhoto' && {
            title: t({ en: 'A pose from a photo', id: 'Pose dari foto' }),
          })}
          onClose={close}
          onChoose={found}
          onKept={edit}
          onOpen={begin}
        />
      )}
      {(open === 'sketch' || open === 'fromSketch') && (
        <SketchSearchDialog
          {...(open === 'fromSketch' && {
            title: t({ en: 'A pose from a sketch', id: 'Pose dari sketsa' }),
          })}
          onClose={close}
          onChoose={found}
          onKept={edit}
        />
      )}
      {open === 'file' && <OpenposeDialog onClose={close} onKept={edit} />}
    </>
  );
}
