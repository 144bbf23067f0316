import { fromSide, poseQuery } from '@lumiku/pose-finder';
import { Button, IconButton, Menu, MenuItem, useWords } from '@lumiku/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { FlipHorizontal2, PencilLine, Rotate3d } from 'lucide-react';
import type { PoseTurn } from '../../contract.ts';
import { useStudioChoices } from '../studio/studio-choices.ts';

const TURNS = [-90, -60, -30, 30, 60, 90, 180] as const;

/** The other way round. */
export function mirrored(turn: PoseTurn): PoseTurn {
  return { ...turn, mirror: turn.mirror !== true };
}

/** The pose that is chosen, as it will be taken: mirrored or turned with one press. */
export function ChosenPoseBar({
  poseId,
  onEdit,
}: {
  poseId: string;
  onEdit: (poseId: string) => void;
}) {
  const { t, language, number } = useWords();
  const { poseTurn, choose } = useStudioChoices();
  const { data: pose } = useQuery(poseQuery(poseId));
  if (!pose) return null;
  const { mirror = false, yaw } = poseTurn;
  const { yaw: _, ...unturned } = poseTurn;
  const name = pose.names[language];
  const turn = t({ en: 'Turn', id: 'Putar' });
  const degrees = yaw === undefined ? null : `${number(yaw)}°`;
  return (
    <section
      aria-label={t({ en: 'Chosen pose', id: 'Pose terpilih' })}
      className="flex items-center gap-2 rounded-l bg-surface p-2 shadow-1"
    >
      <img
        src={fromSide(pose.thumbnailUrl, poseTurn)}
        alt=""
        className="clay aspect-3/4 h-12 rounded-s bg-sunken object-cover"
      />
      <p className="min-w-0 flex-1 truncate text-14 font-medium">{name}</p>
      <IconButton
        kind="quiet"
        icon={FlipHorizontal2}
        label={t({ en: 'Mirror', id: 'Cerminkan' })}
        isPressed={mirror}
        onClick={() => choose({ poseTurn: mirrored(poseTurn) })}
      />
      <Menu
        trigger={
          <Button
            kind="quiet"
            icon={Rotate3d}
            isPressed={degrees !== null}
            aria-label={degrees === null ? turn : `${turn}: ${degrees}`}
          >
            <span className="num">{degrees ?? turn}</span>
          </Button>
        }
      >
        <MenuItem isOn={yaw === undefined} onSelect={() => choose({ poseTurn: unturned })}>
          {t({ en: 'As is', id: 'Asli' })}
        </MenuItem>
        {TURNS.map((value) => (
          <MenuItem
            key={value}
            isOn={yaw === value}
            onSelect={() => choose({ poseTurn: { ...unturned, yaw: value } })}
          >
            {`${number(value)}°`}
          </MenuItem>
        ))}
      </Menu>
      <IconButton
        kind="quiet"
        icon={PencilLine}
        label={t({ en: 'Edit this pose', id: 'Sunting pose ini' })}
        onClick={() => onEdit(pose.id)}
      />
    </section>
  );
}
