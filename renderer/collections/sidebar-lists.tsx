// The collections and the saved searches in the sidebar. Clips are dragged onto a collection; a menu has the rest.
import { type MouseEvent, useState } from 'react';
import type { Collection } from '#shared/contract/collections.ts';
import { formatRoute, navigate, useRoute } from '../app/router.ts';
import { searchOf, useLibraryView } from '../clip/library-view.ts';
import { useClipDrop } from '../clip/use-clip-drop.ts';
import { useOrganise } from '../clip/use-organise.ts';
import { mediaUrl } from '../engine/media.ts';
import { formatCount } from '../i18n/format.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { FolderIcon, PlusIcon, SearchIcon } from '../ui/icons.ts';
import { ContextMenu, type ContextMenuProps } from '../ui/menu.tsx';
import { useCollections, useSavedSearches } from './collections-data.ts';
import { NameDialog } from './name-dialog.tsx';
import styles from './sidebar-lists.module.css';
import { type CollectionActions, useCollectionActions } from './use-collections.ts';
import { useCollectionMenu, useSearchMenu } from './use-list-menus.tsx';

export function SidebarLists() {
  const actions = useCollectionActions();
  return (
    <>
      <Collections actions={actions} />
      <SavedSearches actions={actions} />
    </>
  );
}

interface ListsProps {
  readonly actions: CollectionActions;
}

function Collections({ actions }: ListsProps) {
  const t = useTranslate();
  const route = useRoute();
  const collections = useCollections();
  const [isNaming, setNaming] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const menuOf = useCollectionMenu(actions);
  const current = route.screen === 'library' ? route.collection : undefined;
  const meant = collections.find(({ id }) => id === asked?.id) ?? null;
  return (
    <nav aria-label={t('collections:title')} className={styles['list']}>
      <div className={styles['head']}>
        <h2 className={styles['heading']}>{t('collections:title')}</h2>
        <IconButton
          size="sm"
          label={t('collections:new')}
          glyph={PlusIcon}
          onPress={() => setNaming(true)}
        />
      </div>
      {collections.map((collection) => (
        <CollectionLink
          key={collection.id}
          collection={collection}
          isCurrent={collection.id === current}
          onMenu={setAsked}
        />
      ))}
      <ContextMenu
        label={t('collections:menu', { name: meant?.name ?? '' })}
        at={meant && asked ? asked.at : null}
        actions={meant ? menuOf.actions(meant) : []}
        onClose={() => setAsked(null)}
      />
      {menuOf.dialog}
      {isNaming && (
        <NameDialog
          title={t('collections:new')}
          confirmLabel={t('collections:create')}
          hint={t('collections:nameHint')}
          onName={(name) =>
            void actions.create(name).then((made) => {
              if (made) navigate({ screen: 'library', collection: made.id });
            })
          }
          onClose={() => setNaming(false)}
        />
      )}
    </nav>
  );
}

interface Asked {
  readonly id: string;
  readonly at: NonNullable<ContextMenuProps['at']>;
}

const askAt = (id: string, onMenu: (asked: Asked) => void) => (event: MouseEvent) => {
  event.preventDefault();
  onMenu({ id, at: { x: event.clientX, y: event.clientY } });
};

interface CollectionLinkProps {
  readonly collection: Collection;
  readonly isCurrent: boolean;
  readonly onMenu: (asked: Asked) => void;
}

function CollectionLink({ collection, isCurrent, onMenu }: CollectionLinkProps) {
  const { id, name, count, coverId } = collection;
  const organise = useOrganise();
  const { isOver, dropProps } = useClipDrop(
    (ids) => void organise.change(ids, { type: 'collect', collectionId: id }),
  );
  return (
    <a
      {...dropProps}
      href={formatRoute({ screen: 'library', collection: id })}
      draggable={false}
      aria-current={isCurrent ? 'page' : undefined}
      data-over={isOver || undefined}
      className={styles['link']}
      onContextMenu={askAt(id, onMenu)}
    >
      <span className={styles['cover']}>
        {coverId === null ? (
          <Icon glyph={FolderIcon} size={14} />
        ) : (
          <img src={mediaUrl('poster', coverId)} alt="" draggable={false} />
        )}
      </span>
      <bdi className={styles['name']}>{name}</bdi>
      <span aria-hidden="true" className={styles['count']}>
        {formatCount(count)}
      </span>
    </a>
  );
}

function SavedSearches({ actions }: ListsProps) {
  const t = useTranslate();
  const searches = useSavedSearches();
  const route = useRoute();
  const [asked, setAsked] = useState<Asked | null>(null);
  const menuOf = useSearchMenu(actions);
  const shown = useLibraryView((view) => (view.collection === null ? searchOf(view) : null));
  const meant = searches.find(({ id }) => id === asked?.id) ?? null;
  if (searches.length === 0) return null;
  return (
    <nav aria-label={t('collections:searches')} className={styles['list']}>
      <h2 className={styles['heading']}>{t('collections:searches')}</h2>
      {searches.map(({ id, name, search }) => (
        <a
          key={id}
          href={formatRoute({ screen: 'library', saved: id })}
          draggable={false}
          aria-current={route.screen === 'library' && shown?.trim() === search ? 'page' : undefined}
          className={styles['link']}
          onContextMenu={askAt(id, setAsked)}
        >
          <Icon glyph={SearchIcon} size={14} />
          <bdi className={styles['name']}>{name}</bdi>
        </a>
      ))}
      <ContextMenu
        label={t('collections:menu', { name: meant?.name ?? '' })}
        at={meant && asked ? asked.at : null}
        actions={meant ? menuOf.actions(meant) : []}
        onClose={() => setAsked(null)}
      />
      {menuOf.dialog}
    </nav>
  );
}
