// The top bar of the library: title and count, the search box, order, size of the cards, the details panel.
import { useEffect, useRef, useState } from 'react';
import { Toolbar, ToolbarLine } from '../../app/toolbar.tsx';
import { cardSizes, type LibrarySort, useLibraryView } from '../../clip/library-view.ts';
import { formatCount } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { DownIcon, LibraryIcon, PanelIcon } from '../../ui/icons.ts';
import { Menu } from '../../ui/menu.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Slider } from '../../ui/slider.tsx';
import styles from './library-toolbar.module.css';

export interface LibraryToolbarProps {
  /** `null` until they are counted. */
  readonly shown: number | null;
  readonly total: number | null;
  /** Without clips there is nothing to sort. */
  readonly isEmpty: boolean;
}

const sorts = [
  'newest',
  'oldest',
  'title',
  'rating',
  'changed',
  'longest',
  'shortest',
  'largest',
  'smallest',
] as const satisfies readonly LibrarySort[];

export function LibraryToolbar({ shown, total, isEmpty }: LibraryToolbarProps) {
  const t = useTranslate();
  const { sort, cardMin, isInspectorOpen } = useLibraryView();
  const { filterBy, setCardMin, setInspectorOpen } = useLibraryView();
  const sortWord = (order: LibrarySort) => t(`library:sorts.${order}`);
  return (
    <Toolbar
      title={t('library:title')}
      note={isEmpty ? undefined : countWords(shown, total, t)}
      titleEnd={<Search />}
    >
      {!isEmpty && (
        <>
          <Menu
            label={t('library:sort')}
            trigger={
              <Button variant="ghost" size="sm" trailingIcon={DownIcon}>
                {sortWord(sort)}
              </Button>
            }
            actions={sorts.map((order) => ({
              id: order,
              label: sortWord(order),
              isChecked: order === sort,
              onAction: () => filterBy({ sort: order }),
            }))}
          />
          <div className={styles['size']}>
            <Icon glyph={LibraryIcon} size={14} />
            <Slider
              label={t('library:cardSize')}
              isLabelHidden
              value={cardMin}
              onChange={setCardMin}
              minimum={cardSizes.minimum}
              maximum={cardSizes.maximum}
              step={cardSizes.step}
              className={styles['slider']}
            />
          </div>
          <ToolbarLine />
          <IconButton
            label={t('library:detailsPanel')}
            glyph={PanelIcon}
            isOn={isInspectorOpen}
            onPress={() => setInspectorOpen(!isInspectorOpen)}
          />
        </>
      )}
    </Toolbar>
  );
}

type Words = ReturnType<typeof useTranslate>;

function countWords(shown: number | null, total: number | null, t: Words): string {
  if (shown === null || total === null) return '';
  const facts = { shown: formatCount(shown), total: formatCount(total) };
  return shown === total ? facts.total : t('library:ofTotal', facts);
}

/** After a pause this short a person is still typing. */
const pauseMs = 120;

function Search() {
  const t = useTranslate();
  const search = useLibraryView((view) => view.search);
  const filterBy = useLibraryView((view) => view.filterBy);
  /** What is being typed; `null` once it is searched for. */
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (value: string) => {
    setTyped(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => {
        filterBy({ search: value });
        setTyped(null);
      },
      value === '' ? 0 : pauseMs,
    );
  };
  return (
    <SearchField
      label={t('library:search')}
      placeholder={t('library:searchPlaceholder')}
      value={typed ?? search}
      onChange={change}
      hotkey="/"
      className={styles['search']}
    />
  );
}
