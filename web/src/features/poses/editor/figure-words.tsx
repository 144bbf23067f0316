import { HANDLE_WORDS, type PoseEditorState, STRAIN_WORDS } from '@lumiku/pose-editor';
import { useWords } from '@lumiku/ui-kit';
import { Hand, Move3d, OctagonPause, Rotate3d } from 'lucide-react';

/** One line over the figure: what is held and what it will do, or that a joint resists. Read out as it changes. */
export function FigureWords({ state }: { state: PoseEditorState }) {
  const { t } = useWords();
  const { selected, strain, tool } = state;
  const Icon = strain
    ? OctagonPause
    : selected === null
      ? Hand
      : tool === 'move'
        ? Move3d
        : Rotate3d;
  const name = selected === null ? null : t(HANDLE_WORDS[selected]);
  const words = strain
    ? t(STRAIN_WORDS[strain.motion])
    : name === null
      ? t({ en: 'Take hold of a joint', id: 'Pegang sebuah sendi' })
      : tool === 'move'
        ? t({ en: `${name}: drag it`, id: `${name}: seret` })
        : t({ en: `${name}: turn it by a ring`, id: `${name}: putar lewat cincin` });
  return (
    <p
      role="status"
      className="pointer-events-none absolute top-4 left-4 flex max-w-[calc(100%-32px)] items-center gap-2 rounded-control bg-over px-3 py-2 text-13 font-medium text-over-ink phone:top-3 phone:right-3 phone:left-auto phone:max-w-[calc(100%-132px)]"
    >
      <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
      {words}
    </p>
  );
}
