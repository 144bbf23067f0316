import { asApiFault } from '@lumiku/app-kit/web';
import type { PoseTemplate } from '@lumiku/contract';
import { poseApi, poseKeys } from '@lumiku/pose-finder';
import { Dialog, DropZone, SegmentedControl, useWords, Verdict } from '@lumiku/ui-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';

const FILE_BYTES_MAX = 2 * 1024 * 1024;
const NAME_MAX = 100;
const PEOPLE_SHOWN = 6;
const Frame = z.object({ people: z.array(z.unknown()).min(2) });

interface ReadFile {
  name: string;
  openpose: unknown;
  people: number;
}

/** How many skeletons a file shows; ComfyUI wraps one frame in a list. */
function peopleIn(openpose: unknown): number {
  const frame = Frame.safeParse(Array.isArray(openpose) ? openpose[0] : openpose);
  return frame.success ? frame.data.people.length : 1;
}

/** Reads an OpenPose file into a pose of one's own and opens it. */
export function OpenposeDialog({
  onClose,
  onKept,
}: {
  onClose: () => void;
  onKept: (pose: PoseTemplate) => void;
}) {
  const { t, number } = useWords();
  const client = useQueryClient();
  const [problem, setProblem] = useState<{ title: string; fix?: string | undefined } | null>(null);
  const [several, setSeveral] = useState<ReadFile | null>(null);
  const [isBusy, setBusy] = useState(false);

  const keep = async ({ name, openpose }: ReadFile, person?: number) => {
    setBusy(true);
    try {
      const pose = await poseApi.create({
        name,
        openpose,
        ...(person === undefined ? {} : { person }),
      });
      await client.invalidateQueries({ queryKey: poseKeys.all });
      onKept(pose);
    } catch (cause) {
      const { message, fix } = asApiFault(cause);
      setProblem({ title: message, fix });
    } finally {
      setBusy(false);
    }
  };
  const read = async (file: File) => {
    setProblem(null);
    setSeveral(null);
    if (file.size > FILE_BYTES_MAX) {
      setProblem({
        title: t({
          en: 'This file is too large for a pose',
          id: 'Berkas ini terlalu besar untuk sebuah pose',
        }),
        fix: t({ en: 'Export one frame only.', id: 'Ekspor satu frame saja.' }),
      });
      return;
    }
    try {
      const openpose: unknown = JSON.parse(await file.text());
      const name = file.name.replace(/\.json$/i, '').slice(0, NAME_MAX) || 'OpenPose';
      const found = { name, openpose, people: peopleIn(openpose) };
      if (found.people > 1) setSeveral(found);
      else await keep(found);
    } catch {
      setProblem({
        title: t({ en: 'This is not a JSON file', id: 'Ini bukan berkas JSON' }),
        fix: t({
          en: 'Export the pose as OpenPose JSON and choose that file.',
          id: 'Ekspor pose sebagai OpenPose JSON lalu pilih berkas itu.',
        }),
      });
    }
  };
  return (
    <Dialog
      isOpen
      width={520}
      onClose={onClose}
      title={t({ en: 'From an OpenPose file', id: 'Dari berkas OpenPose' })}
      description={t({
        en: 'COCO-18 or BODY_25, as ComfyUI and sd-webui write it.',
        id: 'COCO-18 atau BODY_25, seperti dari ComfyUI dan sd-webui.',
      })}
    >
      {problem && (
        <Verdict kind="wrong" title={problem.title} className="mb-4">
          {problem.fix}
        </Verdict>
      )}
      {several && (
        <div className="mb-4 grid gap-2">
          <p className="text-14">
            {t({
              en: `This file shows ${number(several.people)} people. Whose pose?`,
              id: `Berkas ini memuat ${number(several.people)} orang. Pose siapa?`,
            })}
          </p>
          <SegmentedControl
            label={t({ en: 'Whose pose', id: 'Pose siapa' })}
            segments={Array.from(
              { length: Math.min(PEOPLE_SHOWN, several.people) },
              (_, index) => ({
                value: String(index),
                label: number(index + 1),
              }),
            )}
            value=""
            onChange={(person) => void keep(several, Number(person))}
          />
        </div>
      )}
      <DropZone
        title={t({ en: 'Drop the file here', id: 'Taruh berkas di sini' })}
        accept="application/json,.json"
        hasCamera={false}
        takesPaste={false}
        isBusy={isBusy}
        onFile={(file) => void read(file)}
      />
    </Dialog>
  );
}
