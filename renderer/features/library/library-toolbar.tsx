// The top bar of the library: title and count, the search box, order, size of the cards, the details panel.
import { memo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Collection } from '#shared/contract/collections.ts';
import { libraryLayouts } from '#shared/domain/preferences.ts';
import { useMediaQuery } from '../../app/media-query.ts';
import { Toolbar, ToolbarLine } from '../../app/toolbar.tsx';
import { useLibraryFilter } from '../../clip/library-data.ts';
import { cardSizes, type LibrarySort, useLibraryView } from '../../clip/library-view.ts';
import { chooseOwnFiles } from '../../files/own-files.ts';
import { useShortcuts } from '../../commands/use-shortcut.ts';
import { formatCount } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import {
  AddFilesIcon,
  CalendarIcon,
  DownIcon,
  FilterIcon,
  GridIcon,
  ListIcon,
  PanelIcon,
} from '../../ui/icons.ts';
import { Menu } from '../../ui/menu.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Slider } from '../../ui/slider.tsx';
import { CollectionMenu } from './collection-title.tsx';
import { Facets } from './facets.tsx';
import styles from './library-toolbar.module.css';
import { useLayout } from './use-layout.ts';
import { SearchBox } from './search-box.tsx';

export interface LibraryToolbarProps {
  /** The one that is open. */
  readonly collection: Collection | null;
  /** `null` until they are counted. */
  readonly shown: number | null;
  readonly total: number | null;
  /** Without clips there is nothing to sort. */
  readonly isEmpty: boolean;
}

const sorts = [
  'manual',
  'newest',
  'oldest',
  'title',
  'rating',
  'changed',
  'longest',
  'shortest',
  'largest',
  'smallest',
  'model',
  'widest',
  'tallest',
  'tags',
] as const satisfies readonly LibrarySort[];

/** Not drawn again when the grid is scrolled. */
export const LibraryToolbar = memo(function LibraryToolbar(props: LibraryToolbarProps) {
  const { collection, shown, total, isEmpty } = props;
  const t = useTranslate();
  return (
    <Toolbar
      title={collection?.name ?? t('library:title')}
      note={isEmpty ? undefined : countWords(shown, total, t)}
      titleEnd={
        <>
          {collection && <CollectionMenu collection={collection} />}
          <SearchBox />
        </>
      }
    >
      {!isEmpty && <Tools isOfCollection={collection !== null} />}
    </Toolbar>
  );
});

/** Not drawn again with every search either. */
const Tools = memo(function Tools({ isOfCollection }: { readonly isOfCollection: boolean }) {
  const t = useTranslate();
  const { sort, cardMin, isInspectorOpen, filterBy, setCardMin, setInspectorOpen } = useLibraryView(
    useShallow((view) => ({
      sort: view.sort,
      cardMin: view.cardMin,
      isInspectorOpen: view.isInspectorOpen,
      filterBy: view.filterBy,
      setCardMin: view.setCardMin,
      setInspectorOpen: view.setInspectorOpen,
    })),
  );
  const layout = useLayout().value;
  const shortcutOf = useShortcuts();
  const sortWord = (order: LibrarySort) => t(`library:sorts.${order}`);
  return (
    <>
      <Menu
        label={t('library:sort')}
        trigger={
          <Button variant="ghost" size="sm" trailingIcon={DownIcon}>
            {sortWord(sort)}
          </Button>
        }
        actions={sorts
          .filter((order) => order !== 'manual' || isOfCollection)
          .map((order) => ({
            id: order,
            label: sortWord(order),
            isChecked: order === sort,
            onAction: () => filterBy({ sort: order }),
          }))}
      />
      <LayoutMenu />
      {layout !== 'list' && (
        <div className={styles['size']}>
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
      )}
      <ToolbarLine />
      <IconButton
        label={t('ownFiles:import')}
        {...shortcutOf('files.import')}
        glyph={AddFilesIcon}
        onPress={chooseOwnFiles}
      />
      <FilterButton />
      <IconButton
        label={t('library:detailsPanel')}
        glyph={PanelIcon}
        isOn={isInspectorOpen}
        onPress={() => setInspectorOpen(!isInspectorOpen)}
      />
    </>
  );
});

const layoutIcons = { grid: GridIcon, list: ListIcon, timeline: CalendarIcon } as const;

function LayoutMenu() {
  const t = useTranslate();
  const shortcutOf = useShortcuts();
  const layout = useLayout();
  return (
    <Menu
      label={t('layouts:layout')}
      trigger={
        <IconButton
          label={`${t('layouts:layout')}: ${t(`layouts:${layout.value}`)}`}
          glyph={layoutIcons[layout.value]}
        />
      }
      actions={libraryLayouts.map((value) => ({
        id: value,
        label: t(`layouts:${value}`),
        icon: layoutIcons[value],
        ...shortcutOf(`layout.${value}`),
        isChecked: value === layout.value,
        onAction: () => layout.set(value),
      }))}
    />
  );
}

/** Below this there is no room for a column beside the grid. */
export const narrowLibrary = '(max-width: 1099px)';

function FilterButton() {
  const t = useTranslate();
  const isNarrow = useMediaQuery(narrowLibrary);
  const isOpen = useLibraryView((view) => view.isFacetsOpen);
  const setOpen = useLibraryView((view) => view.setFacetsOpen);
  if (isNarrow) {
    return (
      <Popover
        label={t('find:filters')}
        trigger={<IconButton label={t('find:filters')} glyph={FilterIcon} />}
      >
        <div className={styles['facets']}>
          <FacetsOfView />
        </div>
      </Popover>
    );
  }
  return (
    <IconButton
      label={t('find:filtersPanel')}
      glyph={FilterIcon}
      isOn={isOpen}
      onPress={() => setOpen(!isOpen)}
    />
  );
}

function FacetsOfView() {
  return <Facets filter={useLibraryFilter()} />;
}

type Words = ReturnType<typeof useTranslate>;

function countWords(shown: number | null, total: number | null, t: Words): string {
  if (shown === null || total === null) return '';
  const facts = { shown: formatCount(shown), total: formatCount(total) };
  return shown === total ? facts.total : t('library:ofTotal', facts);
}
