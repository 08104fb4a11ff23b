// What can be done with a collection or a saved search, wherever its menu opens: in the sidebar and beside its title.
import { type ReactNode, useState } from 'react';
import type { Collection, SavedSearch } from '#shared/contract/collections.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { TextIcon, TrashIcon } from '../ui/icons.ts';
import type { MenuAction } from '../ui/menu.tsx';
import { NameDialog } from './name-dialog.tsx';
import type { CollectionActions } from './use-collections.ts';

export interface ListMenu<Thing> {
  readonly actions: (thing: Thing) => MenuAction[];
  /** To be drawn somewhere: asks for the new name. */
  readonly dialog: ReactNode;
}

export function useCollectionMenu(actions: CollectionActions): ListMenu<Collection> {
  const t = useTranslate();
  const [renamed, setRenamed] = useState<Collection | null>(null);
  return {
    actions: (collection) => [
      {
        id: 'rename',
        label: t('collections:rename'),
        icon: TextIcon,
        onAction: () => setRenamed(collection),
      },
      {
        id: 'delete',
        label: t('collections:delete'),
        icon: TrashIcon,
        isDestructive: true,
        onAction: () => actions.remove(collection),
      },
    ],
    dialog: renamed && (
      <NameDialog
        title={t('collections:renameTitle')}
        confirmLabel={t('collections:save')}
        initial={renamed.name}
        onName={(name) => actions.rename(renamed, name)}
        onClose={() => setRenamed(null)}
      />
    ),
  };
}

export function useSearchMenu(actions: CollectionActions): ListMenu<SavedSearch> {
  const t = useTranslate();
  const [renamed, setRenamed] = useState<SavedSearch | null>(null);
  return {
    actions: (search) => [
      {
        id: 'rename',
        label: t('collections:renameSearch'),
        icon: TextIcon,
        onAction: () => setRenamed(search),
      },
      {
        id: 'delete',
        label: t('collections:deleteSearch'),
        icon: TrashIcon,
        isDestructive: true,
        onAction: () => actions.removeSearch(search),
      },
    ],
    dialog: renamed && (
      <NameDialog
        title={t('collections:renameSearchTitle')}
        confirmLabel={t('collections:save')}
        initial={renamed.name}
        onName={(name) => actions.saveSearch({ ...renamed, name })}
        onClose={() => setRenamed(null)}
      />
    ),
  };
}
