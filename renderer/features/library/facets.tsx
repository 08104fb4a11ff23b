// What the clips in sight can be narrowed down by: a column beside the grid, or a popover where there is no room.
import { memo, useCallback, useMemo } from 'react';
import { usePainted } from '../../app/after-paint.ts';
import { useLibraryFacets } from '../../clip/library-data.ts';
import { type LibraryFilter, useLibraryView } from '../../clip/library-view.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { FacetGroup } from './facet-group.tsx';
import {
  createValueWords,
  type FacetLine,
  facetGroups,
  linesOf,
  toggleFacet,
} from './facet-groups.ts';
import styles from './facets.module.css';

export interface FacetsProps {
  readonly filter: LibraryFilter;
}

/** Not drawn again when the grid is scrolled. */
export const FacetsColumn = memo(function FacetsColumn({ filter }: FacetsProps) {
  const t = useTranslate();
  return (
    <aside aria-label={t('find:filters')} data-pane="facets" className={styles['column']}>
      <Facets filter={filter} />
    </aside>
  );
});

export function Facets(props: FacetsProps) {
  // Drawn after the clips: a key in the search box does not wait for fifty ticks.
  const filter = usePainted(props.filter);
  const t = useTranslate();
  const wordsOf = useMemo(() => createValueWords(t), [t]);
  const counts = useLibraryFacets(filter);
  const filterBy = useLibraryView((view) => view.filterBy);
  const groups = useMemo(
    () =>
      facetGroups
        .map(({ name, keys }) => ({ name, lines: linesOf(keys, counts ?? [], filter, wordsOf) }))
        .filter(({ lines }) => lines.length > 0),
    [counts, filter, wordsOf],
  );
  const toggle = useCallback(
    ({ key, value }: FacetLine) => {
      // as it is now: what is drawn here may be a moment older, and a second press would be lost
      filterBy(toggleFacet(useLibraryView.getState(), key, value));
    },
    [filterBy],
  );
  if (!counts) return <div aria-busy="true" />;
  if (groups.length === 0) {
    return <p className={styles['empty']}>{t('find:nothingToFilter')}</p>;
  }
  return groups.map(({ name, lines }) => (
    <FacetGroup key={name} name={name} lines={lines} onToggle={toggle} />
  ));
}
