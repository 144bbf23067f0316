import type { PoseFacets } from '@lumiku/contract';
import { Button, Chip, ChipGroup, Popover, useWords } from '@lumiku/ui-kit';
import { SlidersHorizontal } from 'lucide-react';
import { filtersInForce, type PoseFilter, withFacet } from './pose-filter.ts';
import { facetValueWords, POSE_FACETS, type PoseFacet } from './pose-words.ts';

const BEHIND_THE_BUTTON: readonly PoseFacet[] = ['view', 'framing', 'gender'];

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

/** The other facets behind one button; it says how many are in force. */
export function FilterButton({ filter, facets, onChange }: FilterProps) {
  const { t, number } = useWords();
  const inForce = filtersInForce(filter);
  const label = t({ en: 'Filters', id: 'Saringan' });
  return (
    <Popover
      label={label}
      trigger={
        <Button
          icon={SlidersHorizontal}
          isPressed={inForce > 0}
          aria-label={inForce > 0 ? `${label}: ${number(inForce)}` : label}
          className="phone:w-(--control) phone:px-0"
        >
          <span className="phone:hidden">{label}</span>
          {inForce > 0 && <span className="num phone:hidden">{number(inForce)}</span>}
        </Button>
      }
    >
      <div className="grid w-80 max-w-full gap-4">
        {BEHIND_THE_BUTTON.map((facet) => (
          <div key={facet}>
            <p className="mb-2 text-13 font-medium">{t(POSE_FACETS[facet].title)}</p>
            <ChipGroup label={t(POSE_FACETS[facet].title)}>
              {Object.keys(POSE_FACETS[facet].values).map((value) => {
                const count = facets[facet]?.[value] ?? 0;
                const isOn = filter[facet] === value;
                return (
                  <Chip
                    key={value}
                    isOn={isOn}
                    count={count}
                    disabled={count === 0 && !isOn}
                    onClick={() => onChange(withFacet(filter, facet, value))}
                  >
                    {t(facetValueWords(facet, value))}
                  </Chip>
                );
              })}
            </ChipGroup>
          </div>
        ))}
        {inForce > 0 && (
          <Button
            kind="quiet"
            size="s"
            className="justify-self-start"
            onClick={() =>
              onChange(
                BEHIND_THE_BUTTON.reduce((rest, facet) => withFacet(rest, facet, null), filter),
              )
            }
          >
            {t({ en: 'Clear the filters', id: 'Hapus saringan' })}
          </Button>
        )}
      </div>
    </Popover>
  );
}
