// The headings of the list, as a row of column headers: each sorts the library when it is pressed, and the other way round when it is
// pressed once more.
import type { LibrarySort } from '../../clip/library-view.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { MoveDownIcon, MoveUpIcon } from '../../ui/icons.ts';
import styles from './clip-line.module.css';

/** The first of two orders is the one that a press brings. */
const columns = [
  { id: 'title', sorts: ['title', 'title-reverse'] },
  { id: 'model', sorts: ['model', 'model-reverse'] },
  { id: 'duration', sorts: ['longest', 'shortest'], isNumber: true },
  { id: 'ratio', sorts: ['widest', 'tallest'], isNumber: true },
  { id: 'date', sorts: ['newest', 'oldest'], isNumber: true },
  { id: 'size', sorts: ['largest', 'smallest'], isNumber: true },
  { id: 'rating', sorts: ['rating', 'rating-reverse'] },
  { id: 'tags', sorts: ['tags', 'tags-reverse'] },
] as const satisfies readonly {
  readonly id: string;
  readonly sorts: readonly [LibrarySort, LibrarySort];
  readonly isNumber?: boolean;
}[];

const rising: ReadonlySet<LibrarySort> = new Set([
  'title',
  'model',
  'shortest',
  'tallest',
  'oldest',
  'smallest',
  'rating-reverse',
  'tags',
]);

export interface ListHeadProps {
  readonly sort: LibrarySort;
  readonly onSort: (sort: LibrarySort) => void;
}

export function ListHead({ sort, onSort }: ListHeadProps) {
  const t = useTranslate();
  const direction = rising.has(sort) ? 'ascending' : 'descending';
  return (
    <div role="table" aria-label={t('layouts:headings')} className={styles['head-table']}>
      <div role="row" className={styles['head']}>
        <span role="presentation" />
        {columns.map(({ id, sorts, ...column }) => {
          const [first, second] = sorts;
          const isOn = sort === first || sort === second;
          const next = sort === first ? second : first;
          return (
            <span
              key={id}
              role="columnheader"
              aria-sort={isOn ? direction : 'none'}
              className={classNames(
                styles['heading'],
                'isNumber' in column && styles['number'],
                isOn && styles['sorted'],
              )}
            >
              <Button
                variant="ghost"
                size="xs"
                aria-label={t('layouts:sortBy', {
                  column: t(`layouts:columns.${id}`),
                  order: t(`library:sorts.${next}`),
                })}
                {...(isOn && {
                  trailingIcon: direction === 'ascending' ? MoveUpIcon : MoveDownIcon,
                })}
                onPress={() => onSort(next)}
              >
                {t(`layouts:columns.${id}`)}
              </Button>
            </span>
          );
        })}
      </div>
    </div>
  );
}
