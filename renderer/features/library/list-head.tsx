// The headings of the list. Those that the library can be sorted by are pressed for it, and once more for the other way round.
import type { LibrarySort } from '../../clip/library-view.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { MoveDownIcon, MoveUpIcon } from '../../ui/icons.ts';
import styles from './clip-line.module.css';

const columns = [
  { id: 'title', sorts: ['title'] },
  { id: 'model', sorts: [] },
  { id: 'duration', sorts: ['longest', 'shortest'], isNumber: true },
  { id: 'ratio', sorts: [], isNumber: true },
  { id: 'date', sorts: ['newest', 'oldest'], isNumber: true },
  { id: 'size', sorts: ['largest', 'smallest'], isNumber: true },
  { id: 'rating', sorts: ['rating'] },
  { id: 'tags', sorts: [] },
] as const satisfies readonly {
  readonly id: string;
  readonly sorts: readonly LibrarySort[];
  readonly isNumber?: boolean;
}[];

const rising: ReadonlySet<LibrarySort> = new Set(['title', 'shortest', 'oldest', 'smallest']);

export interface ListHeadProps {
  readonly sort: LibrarySort;
  readonly onSort: (sort: LibrarySort) => void;
}

export function ListHead({ sort, onSort }: ListHeadProps) {
  const t = useTranslate();
  return (
    <div role="group" aria-label={t('layouts:headings')} className={styles['head']}>
      <span />
      {columns.map((column) => {
        const sorts: readonly LibrarySort[] = column.sorts;
        const at = sorts.indexOf(sort);
        const next = sorts[(at + 1) % Math.max(1, sorts.length)];
        const word = t(`layouts:columns.${column.id}`);
        const isNumber = 'isNumber' in column;
        return (
          <span
            key={column.id}
            className={classNames(styles['heading'], isNumber && styles['number'])}
          >
            {next === undefined ? (
              word
            ) : (
              <Button
                variant="ghost"
                size="xs"
                aria-label={t('layouts:sortBy', {
                  column: word,
                  order: t(`library:sorts.${next}`),
                })}
                {...(at !== -1 && { trailingIcon: rising.has(sort) ? MoveUpIcon : MoveDownIcon })}
                onPress={() => onSort(next)}
              >
                {word}
              </Button>
            )}
          </span>
        );
      })}
    </div>
  );
}
