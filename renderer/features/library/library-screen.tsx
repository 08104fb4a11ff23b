// The Library: find a clip, look at it, choose. Puts the toolbar, the grid, the inspector and the selection bar together.
import { useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { useMediaQuery } from '../../app/media-query.ts';
import { navigate, useRoute } from '../../app/router.ts';
import { ScreenBody } from '../../app/screen-body.tsx';
import {
  type LibraryList,
  useLibraryCount,
  useLibraryFilter,
  useLibraryList,
} from '../../clip/library-data.ts';
import { type LibraryRows, useLibraryRows } from '../../clip/library-rows.ts';
import { type LibraryFilter, searchOf, useLibraryView } from '../../clip/library-view.ts';
import { usePicked } from '../../clip/picked-clips.ts';
import { cloudPlace } from '../../clip/cloud-place.ts';
import { useClipActions } from '../../clip/use-clip-actions.ts';
import { useOrganise } from '../../clip/use-organise.ts';
import { useCollectChoices } from '../../collections/collect-button.tsx';
import { useCollection } from '../../collections/collections-data.ts';
import { useLibraryAddress } from '../../collections/use-library-address.ts';
import { OnlyThereStrip } from '../../elsewhere/only-there-strip.tsx';
import { askToErase } from '../../erase/erase-flow.ts';
import { errorWords } from '../../engine/error-words.ts';
import { mediaUrl } from '../../engine/media.ts';
import { useStudioQuery } from '../../engine/queries.ts';
import { DropArea } from '../../files/drop-area.tsx';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { useVideoAhead } from '../../player/video-ahead.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ClipGrid, type ClipGridProps } from './clip-grid.tsx';
import { ClipInspector } from './clip-inspector.tsx';
import { ClipMenu, type OpenMenu } from './clip-menu.tsx';
import { FacetsColumn } from './facets.tsx';
import { FilterBar } from './filter-bar.tsx';
import { GridSkeleton } from './grid-skeleton.tsx';
import { NoClips, NothingFound } from './library-empty.tsx';
import { ListHead } from './list-head.tsx';
import { useLayout } from './use-layout.ts';
import { LibraryToolbar, narrowLibrary } from './library-toolbar.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { type Arrange, arrangeIn } from './use-arrange.ts';
import { useLeaving } from './use-leaving.ts';

export function LibraryScreen() {
  useLibraryAddress(useRoute());
  const filter = useLibraryFilter();
  const t = useTranslate();
  const list = useLibraryList(filter);
  const count = useLibraryCount(filter);
  const counts = useStudioQuery('library.counts', {}).data;
  const cloud = useStudioQuery('cloud.state', {}).data;
  const organise = useOrganise();
  const leave = useLeaving(list.ids, organise);
  const found = useCollection(filter.collection);
  const collection = found === 'gone' ? null : found;
  const arrange = arrangeIn(filter, list.ids, organise);
  const inTrash = filter.place === 'trash';
  const erase = (ids: readonly string[]) =>
    askToErase({ type: 'clips', ids: [...ids] }, () => select({ type: 'clear' }));
  const isEmpty = counts?.clips === 0 && counts.trash === 0 && list.ids.length === 0;
  const { isInspectorOpen, setInspectorOpen, isFacetsOpen, selection, select } = useLibraryView(
    // without the scroll offset, which changes with every frame
    useShallow((view) => ({
      isInspectorOpen: view.isInspectorOpen,
      setInspectorOpen: view.setInspectorOpen,
      isFacetsOpen: view.isFacetsOpen,
      selection: view.selection,
      select: view.select,
    })),
  );
  const hasFacets = !useMediaQuery(narrowLibrary) && isFacetsOpen && !isEmpty;
  const rows = useLibraryRows(list, selection.current);
  const actions = useClipActions();
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const picked = usePicked(selection.picked, rows.clipOf);
  const collect = useCollectChoices(picked.ids, organise);
  const current = selection.current === null ? null : rows.clipOf(selection.current);
  useVideoAhead(videoOf(current));
  const open = (id: string) => {
    const clip = rows.clipOf(id);
    if (clip) navigate({ screen: 'viewer', id: clip.id });
  };
  const service = cloud?.service;

  return (
    <>
      <LibraryToolbar
        collection={collection}
        shown={count?.total ?? null}
        total={(collection ? collection.count : inTrash ? counts?.trash : counts?.clips) ?? null}
        isEmpty={isEmpty}
      />
      <ScreenBody
        leading={hasFacets ? <FacetsColumn filter={filter} /> : undefined}
        inspector={
          isInspectorOpen && !isEmpty ? (
            <ClipInspector
              clip={current}
              picked={picked}
              cloudPlace={cloudPlace(t, service?.provider.name ?? '', service?.region.name ?? '')}
              actions={actions}
              organise={organise}
              onOpen={open}
              onClose={() => setInspectorOpen(false)}
            />
          ) : undefined
        }
      >
        <DropArea>
          <OnlyThereStrip />
          {isEmpty ? (
            <NoClips isDemo={cloud?.service?.kind !== 'hosted'} />
          ) : (
            <>
              <FilterBar filter={filter} sums={count ?? null} />
              <Clips
                list={list}
                rows={rows}
                filter={filter}
                arrange={arrange}
                onOpen={open}
                onTrash={(ids) => {
                  if (inTrash) erase(ids);
                  else leave('trash', ids);
                }}
                onRate={
                  inTrash
                    ? undefined
                    : (ids, rating) => void organise.change(ids, { type: 'rate', rating })
                }
                onMenu={(id, at) => setMenu({ id, at })}
                onFavourite={actions.toggleFavourite}
              />
              {collect.dialog}
              <ClipMenu
                menu={menu}
                collect={collect.actions}
                clipOf={rows.clipOf}
                picked={picked}
                inTrash={inTrash}
                collection={collection}
                arrange={arrange}
                actions={actions}
                organise={organise}
                onOpen={open}
                onLeave={(type) => leave(type, [...selection.picked])}
                onErase={() => erase([...selection.picked])}
                onClose={() => setMenu(null)}
              />
              {picked.ids.length > 0 && (
                <SelectionBar
                  picked={picked}
                  inTrash={inTrash}
                  organise={organise}
                  onTrash={() => leave('trash', [...selection.picked])}
                  onRestore={() => leave('restore', [...selection.picked])}
                  onErase={() => erase([...selection.picked])}
                  onClear={() => select({ type: 'clear' })}
                />
              )}
            </>
          )}
        </DropArea>
      </ScreenBody>
    </>
  );
}

function videoOf(clip: GenerationSummary | null): string | null {
  const output = clip?.output ?? null;
  return output === null || output.isMissing ? null : mediaUrl('output', output.id);
}

interface ClipsProps {
  readonly list: LibraryList;
  readonly rows: LibraryRows;
  readonly filter: LibraryFilter;
  readonly arrange: Arrange | null;
  readonly onOpen: (id: string) => void;
  readonly onTrash: (ids: readonly string[]) => void;
  readonly onRate: ClipGridProps['onRate'];
  readonly onMenu: ClipGridProps['onMenu'];
  readonly onFavourite: (clip: GenerationSummary) => void;
}

function Clips({ list, rows, filter, arrange, ...on }: ClipsProps) {
  const t = useTranslate();
  const cardMin = useLibraryView((view) => view.cardMin);
  const selection = useLibraryView((view) => view.selection);
  const select = useLibraryView((view) => view.select);
  const setScrollOffset = useLibraryView((view) => view.setScrollOffset);
  const filterBy = useLibraryView((view) => view.filterBy);
  const layout = useLayout().value;
  const asked = `${searchOf(filter)}-${filter.sort}-${filter.place}-${filter.collection ?? ''}`;
  const [shown, setShown] = useState(() => ({
    asked,
    offset: useLibraryView.getState().scrollOffset,
  }));
  // Something else begins at its top once it is there; until then the grid stays as it is.
  if (!list.isStale && shown.asked !== asked) setShown({ asked, offset: 0 });
  const selectAll = () => {
    select({ type: 'all', order: list.ids });
    if (list.pending > 0) {
      void list.readAll().then((order) => select({ type: 'all', order }));
    }
  };
  if (list.isLoading) return <GridSkeleton cardMin={cardMin} />;
  if (list.error && list.ids.length === 0) {
    return (
      <EmptyState
        title={t('library:failedTitle')}
        text={errorWords(t, list.error)}
        actions={<Button onPress={list.retry}>{t('retry')}</Button>}
      />
    );
  }
  if (list.ids.length === 0) return <NothingFound filter={filter} />;
  return (
    <>
      {layout === 'list' && <ListHead sort={filter.sort} onSort={(sort) => filterBy({ sort })} />}
      <ClipGrid
        key={layout}
        place={shown.asked}
        layout={layout}
        label={t('library:clips')}
        ids={list.ids}
        days={list.days}
        clipOf={rows.clipOf}
        pending={list.pending}
        hasDays={filter.sort === 'newest' || filter.sort === 'oldest'}
        cardMin={cardMin}
        selection={selection}
        onSelect={select}
        onSelectAll={selectAll}
        {...on}
        onShow={rows.show}
        initialOffset={shown.offset}
        onOffset={setScrollOffset}
        isBusy={list.isStale}
        arrange={arrange}
      />
    </>
  );
}
