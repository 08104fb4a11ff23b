// The bar over the grid: which clips, the filters that are on, what was searched as plain text, and what all of it adds up to.
import { memo } from 'react';
import { withoutFilter, withoutFilters, filtersOf } from '#shared/domain/query/edit-query.ts';
import { parseQuery } from '#shared/domain/query/parse-query.ts';
import type { QueryProblem } from '#shared/domain/query/query-terms.ts';
import { SubBar } from '../../app/screen-body.tsx';
import { type LibraryFilter, useLibraryView } from '../../clip/library-view.ts';
import { SaveSearchButton } from '../../collections/save-search-button.tsx';
import { useStudioQuery } from '../../engine/queries.ts';
import { useStudioSetting } from '../../engine/use-studio-setting.ts';
import { askToErase } from '../../erase/erase-flow.ts';
import { formatBytes, formatDuration } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import type { Translate } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import { FilterChip } from '../../ui/chip.tsx';
import { TrashIcon } from '../../ui/icons.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import styles from './filter-bar.module.css';
import { filterWords } from './filter-words.ts';
import { keyOfPart } from './search-suggestions.ts';

export interface Sums {
  readonly durationMs: number;
  readonly bytes: number;
}

export interface FilterBarProps {
  readonly filter: LibraryFilter;
  readonly sums: Sums | null;
}

/** Not drawn again when the grid is scrolled. */
export const FilterBar = memo(function FilterBar({ filter, sums }: FilterBarProps) {
  const t = useTranslate();
  return (
    <SubBar>
      <Places place={filter.place} />
      <ActiveFilters filter={filter} />
      <SaveSearchButton filter={filter} />
      <Hint filter={filter} />
      {filter.place === 'trash' && <EmptyTrash />}
      <span className={styles['sums']}>
        {sums && sums.bytes > 0
          ? t('library:total', {
              duration: formatDuration(sums.durationMs),
              bytes: formatBytes(sums.bytes),
            })
          : ''}
      </span>
    </SubBar>
  );
});

/** Not drawn again with every search. */
const Places = memo(function Places({ place }: Pick<LibraryFilter, 'place'>) {
  const t = useTranslate();
  const filterBy = useLibraryView((view) => view.filterBy);
  return (
    <SegmentedControl
      label={t('library:show')}
      isLabelHidden
      isBare
      size="sm"
      segments={[
        { value: 'all', label: t('library:allClips') },
        { value: 'favourites', label: t('library:favourites') },
        { value: 'trash', label: t('organise:trash') },
      ]}
      value={place}
      onChange={(value) => filterBy({ place: value })}
      className={styles['places']}
    />
  );
});

/** What was chosen first, then what is typed. */
function ActiveFilters({ filter }: { readonly filter: LibraryFilter }) {
  const t = useTranslate();
  const filterBy = useLibraryView((view) => view.filterBy);
  const parts = (['filters', 'search'] as const).flatMap((part) =>
    filtersOf(filter[part]).map((term, index) => ({ part, term, index })),
  );
  if (parts.length === 0) return null;
  return (
    <div role="group" aria-label={t('find:activeFilters')} className={styles['chips']}>
      {parts.map(({ part, term, index }) => (
        <FilterChip
          key={`${part}-${index}`}
          label={filterWords(term, t)}
          onRemove={() => filterBy({ [part]: withoutFilter(filter[part], index) })}
        />
      ))}
      <Button
        variant="ghost"
        size="xs"
        onPress={() => filterBy({ filters: '', search: withoutFilters(filter.search) })}
      >
        {t('find:clearFilters')}
      </Button>
    </div>
  );
}

function EmptyTrash() {
  const t = useTranslate();
  const count = useStudioQuery('library.counts', {}).data?.trash ?? 0;
  if (count === 0) return null;
  return (
    <Button
      variant="quiet-danger"
      size="xs"
      icon={TrashIcon}
      onPress={() => askToErase({ type: 'trash' })}
    >
      {t('erase:emptyTrash')}
    </Button>
  );
}

/** A part that looks like a filter and is none; or what the trash is. */
function Hint({ filter }: { readonly filter: LibraryFilter }) {
  const t = useTranslate();
  const { value: trashDays } = useStudioSetting('trashDays');
  const problem = parseQuery(filter.search).problems.find(({ reason }) => reason !== 'no-value');
  const ofTrash = () =>
    trashDays === null
      ? t('organise:trashKept')
      : t('organise:trashKeptDays', { count: trashDays });
  const words = problem ? problemWords(problem, t) : filter.place === 'trash' ? ofTrash() : '';
  return (
    <span role="status" className={styles['hint']} title={words}>
      {words}
    </span>
  );
}

function problemWords({ part, reason, key }: QueryProblem, t: Translate): string {
  const known = keyOfPart(part);
  if (reason === 'unknown-key' || known === null) return t('find:unknownKey', { part, key });
  return t('find:badValue', { part, help: t(`find:help.${known}`) });
}
