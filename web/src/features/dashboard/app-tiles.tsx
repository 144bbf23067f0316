import type { AppCard } from '@lumiku/contract';
import { AppTile, EmptyState, iconByName, Skeleton, useWords } from '@lumiku/ui-kit';
import { screensOf } from '../../app-list.ts';

/** One tile for each app of `GET /api/apps`, in its order. */
export function AppTiles({
  cards,
  statsById,
}: {
  cards: readonly AppCard[] | undefined;
  statsById: ReadonlyMap<string, Record<string, number>>;
}) {
  const { t } = useWords();
  const place = 'col-span-3 max-[1180px]:col-span-6';
  if (!cards) return <Skeleton className={`h-42 rounded-l ${place}`} />;
  if (cards.length === 0) {
    return (
      <EmptyState
        className="col-span-12"
        title={t({ en: 'No app is switched on', id: 'Belum ada aplikasi yang menyala' })}
      >
        {t({
          en: 'The operator of this studio can switch one on.',
          id: 'Operator studio ini dapat menyalakannya.',
        })}
      </EmptyState>
    );
  }
  return cards.map((card) => {
    const app = screensOf(card.id);
    const isSoon = card.flags.comingSoon || !card.flags.enabled;
    const stats = statsById.get(card.id);
    const line = stats ? app?.tileLine?.(stats) : null;
    return (
      <div key={card.id} className={`*:h-full ${place}`}>
        <AppTile
          href={isSoon ? undefined : app?.home}
          icon={iconByName(card.icon)}
          name={t(card.name)}
          description={t(card.description)}
          flag={isSoon ? 'soon' : card.flags.beta ? 'beta' : undefined}
          live={line ? <BoldFigures text={t(line)} /> : undefined}
        />
      </div>
    );
  });
}

/** The figures of a line stand out from its words. */
function BoldFigures({ text }: { text: string }) {
  // Odd parts are what the group caught: a figure, grouped or decimal, with a short unit if one follows.
  const parts = text.split(/(\d[\d.,]*(?: (?:s|min|dtk|mnt)\b)?)/);
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other identity and never move
  return parts.map((part, index) => (index % 2 === 1 ? <b key={index}>{part}</b> : part));
}
