import type { Words } from '@lumiku/contract';
import { Dialog, useWords } from '@lumiku/ui-kit';

const KEYS: readonly { keys: readonly (string | Words)[]; words: Words }[] = [
  { keys: ['Tab'], words: { en: 'Next joint', id: 'Sendi berikutnya' } },
  { keys: ['←', '→', '↑', '↓'], words: { en: 'Move or turn it', id: 'Geser atau putar' } },
  { keys: ['Shift', '↑'], words: { en: 'Five times as far', id: 'Lima kali lebih jauh' } },
  { keys: ['PgUp', 'PgDn'], words: { en: 'Away and nearer', id: 'Menjauh dan mendekat' } },
  { keys: ['G'], words: { en: 'Move', id: 'Geser' } },
  { keys: ['R'], words: { en: 'Rotate', id: 'Putar' } },
  { keys: ['M'], words: { en: 'Mirror', id: 'Cermin' } },
  { keys: ['Alt', 'R'], words: { en: 'Reset limb', id: 'Kembalikan anggota' } },
  { keys: ['H'], words: { en: 'Presets', id: 'Bentuk siap' } },
  { keys: ['P'], words: { en: 'Pin wrist or ankle', id: 'Kunci pergelangan' } },
  { keys: ['X'], words: { en: 'Hide joint', id: 'Sembunyikan sendi' } },
  { keys: ['B'], words: { en: 'Clay body', id: 'Tubuh tanah liat' } },
  {
    keys: ['1', '…', '5'],
    words: { en: 'Front, ¾, side, back, top', id: 'Depan, ¾, samping, belakang, atas' },
  },
  { keys: ['+', '−', 'F'], words: { en: 'Zoom, fit', id: 'Perbesar, paskan' } },
  {
    keys: ['Alt', { en: 'drag', id: 'seret' }],
    words: { en: 'Towards you and away', id: 'Mendekat dan menjauh' },
  },
  { keys: ['Ctrl', 'Z'], words: { en: 'Undo', id: 'Urungkan' } },
  { keys: ['Ctrl', 'Y'], words: { en: 'Redo', id: 'Ulangi' } },
  { keys: ['Ctrl', 'S'], words: { en: 'Save', id: 'Simpan' } },
];

/** Every key of the editor. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog isOpen onClose={onClose} title={t({ en: 'Keys', id: 'Tombol' })}>
      <dl className="grid grid-cols-2 gap-x-8 gap-y-2 phone:grid-cols-1">
        {KEYS.map(({ keys, words }) => (
          <div key={words.en} className="flex items-center justify-between gap-3 text-14">
            <dt>{t(words)}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => {
                const name = typeof key === 'string' ? key : t(key);
                return <kbd key={name}>{name}</kbd>;
              })}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
