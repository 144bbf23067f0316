import { Link, PictureTile, useWords } from '@lumiku/ui-kit';
import type { Generation } from '../../contract.ts';
import { useDeletions } from '../deletion/use-deletions.ts';
import { poseLabel } from '../generations/pose-label.ts';
import {
  isInTheMaking,
  useGenerationList,
  useLiveGenerations,
} from '../generations/use-generations.ts';
import { useMakingWords } from '../history/history-tile.tsx';

const SHOWN_MAX = 8;

/** What was made last, as a strip of pictures; nothing while there is nothing. */
export function Recent() {
  const { t, language } = useWords();
  useLiveGenerations();
  const list = useGenerationList(['pending', 'processing', 'completed'], SHOWN_MAX);
  const { hidden } = useDeletions();
  const shown = (list.data?.pages[0]?.data ?? []).filter(({ id }) => !hidden.has(id));
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="recent-work">
      <div className="mb-4 flex items-baseline gap-3 phone:mb-3">
        <h2 id="recent-work" className="text-17 font-semibold">
          {t({ en: 'Recent work', id: 'Karya terbaru' })}
        </h2>
        <Link
          href="/history"
          className="ml-auto text-14 font-medium text-accent-ink phone:-my-3 phone:py-3"
        >
          {t({ en: 'All history', id: 'Semua riwayat' })}
        </Link>
      </div>
      <ul className="grid grid-cols-8 gap-2 scroll-none phone:-mx-(--gutter) phone:flex phone:overflow-x-auto phone:px-(--gutter)">
        {shown.map((generation) => (
          <li key={generation.id} className="aspect-3/4 min-w-0 phone:h-44 phone:shrink-0">
            {isInTheMaking(generation) ? (
              <MakingTile generation={generation} />
            ) : (
              <PictureTile
                src={generation.thumbnailUrl ?? generation.outputImageUrl}
                alt={poseLabel(generation, language)}
                href={`/generations/${generation.id}`}
                className="size-full"
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function MakingTile({ generation }: { generation: Generation }) {
  const { t, language } = useWords();
  return (
    <PictureTile
      src={generation.inputImageUrl}
      alt={`${t({ en: 'In the making', id: 'Sedang dibuat' })}: ${poseLabel(generation, language)}`}
      href={`/generations/${generation.id}`}
      making={useMakingWords(generation)}
      className="size-full"
    />
  );
}
