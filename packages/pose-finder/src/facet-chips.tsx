import type { PoseFacets } from '@lumiku/contract';
import { Button, Chip, ChipGroup, Popover, useWords } from '@lumiku/ui-kit';
import { SlidersHorizontal } from 'lucide-react';
import { filtersInForce, type PoseFilter, withFacet } from './pose-filter.ts';
import { facetValueWords, POSE_FACET_NAMES, POSE_FACETS, type PoseFacet } from './pose-words.ts';

const BESIDE_CATEGORY = POSE_FACET_NAMES.filter((facet) => facet !== 'category');

interface FilterProps {
  filter: PoseFilter;
  facets: PoseFacets;
  onChange: (filter: PoseFilter) => void;
}

/** Kinds of pose as chips with how many there are of each. */
export function CategoryChips({
  filter,
  facets,
  total,
  onChange,
}: FilterProps & { total: number }) {
  const { t } = useWords();
  const counts = facets.category ?? {};
  // Nothing left to narrow down.
  if (total === 0 && filter.category === undefined) return null;
  return (
    <ChipGroup
      label={t(POSE_FACETS.category.title)}
      isScrolling
      className="tablet:flex-nowrap tablet:overflow-x-auto tablet:p-0.5"
    >
      <Chip
        isOn={filter.category === undefined}
        count={filter.category === undefined ? total : undefined}
        onClick={() => onChange(withFacet(filter, 'category', null))}
      >
        {t({ en: 'All', id: 'Semua' })}
      </Chip>
      {Object.keys(POSE_FACETS.category.values)
        .filter((value) => (counts[value] ?? 0) > 0 || filter.category === value)
        .map((value) => (
          <Chip
            key={value}
            isOn={filter.category === value}
            count={counts[value] ?? 0}
            onClick={() => onChange(withFacet(filter, 'category', value))}
          >
            {t(facetValueWords('category', value))}
          </Chip>
        ))}
    </ChipGroup>
  );
}

/** Every other facet with its values and how many poses each would leave. */
export function FacetList({ filter, facets, onChange }: FilterProps) {
  const { t } = useWords();
  const inForce = filtersInForce(filter);
  return (
    <div className="grid gap-5">
      {BESIDE_CATEGORY.map((facet) => (
        <FacetValues
          key={facet}
          facet={facet}
          filter={filter}
          facets={facets}
          onChange={onChange}
        />
      ))}
      {inForce > 0 && (
        <Button
          kind="quiet"
          size="s"
          className="justify-self-start"
          onClick={() =>
            onChange(BESIDE_CATEGORY.reduce((rest, facet) => withFacet(rest, facet, null), filter))
          }
        >
          {t({ en: 'Clear the filters', id: 'Hapus saringan' })}
        </Button>
      )}
    </div>
  );
}

/** Values beyond these fold away until they are asked for. */
const SHOWN_AT_FIRST = 8;

function FacetValues({ facet, filter, facets, onChange }: FilterProps & { facet: PoseFacet }) {
  const { t, number } = useWords();
  const counts = facets[facet] ?? {};
  const chosen = filter[facet];
  const values = Object.keys({ ...POSE_FACETS[facet].values, ...counts }).filter(
    (value) => (counts[value] ?? 0) > 0 || value === chosen,
  );
  if (values.length === 0) return null;
  const byCount =
    values.length > SHOWN_AT_FIRST
      ? values.toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
      : values;
  const shown = byCount.filter((value, at) => at < SHOWN_AT_FIRST || value === chosen);
  const others = byCount.filter((value) => !shown.includes(value));
  const chip = (value: string) => (
    <Chip
      key={value}
      isOn={value === chosen}
      count={counts[value] ?? 0}
      onClick={() => onChange(withFacet(filter, facet, value))}
    >
      {t(facetValueWords(facet, value))}
    </Chip>
  );
  return (
    <div>
      <p className="mb-2 text-13 font-medium">{t(POSE_FACETS[facet].title)}</p>
      <ChipGroup label={t(POSE_FACETS[facet].title)}>{shown.map(chip)}</ChipGroup>
      {others.length > 0 && (
        <details className="mt-2">
          <summary className="w-fit cursor-pointer py-1 text-13 text-ink-2 touch:py-3">
            {t({
              en: `${number(others.length)} more`,
              id: `${number(others.length)} lagi`,
            })}
          </summary>
          <ChipGroup label={t(POSE_FACETS[facet].title)} className="mt-2">
            {others.map(chip)}
          </ChipGroup>
        </details>
      )}
    </div>
  );
}

/** The other facets behind one button; it says how many are in force. */
export function FilterButton(props: FilterProps & { className?: string }) {
  const { t, number } = useWords();
  const inForce = filtersInForce(props.filter);
  const label = t({ en: 'Filters', id: 'Saringan' });
  return (
    <Popover
      label={label}
      trigger={
        <Button
          icon={SlidersHorizontal}
          isPressed={inForce > 0}
          aria-label={inForce > 0 ? `${label}: ${number(inForce)}` : label}
          className={`phone:w-(--control) phone:px-0 ${props.className ?? ''}`}
        >
          <span className="phone:hidden">{label}</span>
          {inForce > 0 && <span className="num phone:hidden">{number(inForce)}</span>}
        </Button>
      }
    >
      <div className="w-80 max-w-full">
        <FacetList {...props} />
      </div>
    </Popover>
  );
}
