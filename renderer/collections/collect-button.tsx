// Puts the selected clips into a collection: those that exist in a menu, and a new one.
import { type ReactElement, useState } from 'react';
import type { GenerationId } from '#shared/domain/ids.ts';
import type { Organise } from '../clip/use-organise.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { FolderIcon, PlusIcon } from '../ui/icons.ts';
import { Menu, type MenuAction } from '../ui/menu.tsx';
import { useCollections } from './collections-data.ts';
import { NameDialog } from './name-dialog.tsx';
import { useCollectionActions } from './use-collections.ts';

export interface CollectButtonProps {
  readonly ids: readonly GenerationId[];
  readonly organise: Organise;
  readonly trigger: ReactElement;
}

export function CollectButton({ ids, organise, trigger }: CollectButtonProps) {
  const t = useTranslate();
  const collect = useCollectChoices(ids, organise);
  return (
    <>
      <Menu
        label={t('collections:collectInto')}
        placement="top start"
        trigger={trigger}
        actions={collect.actions}
      />
      {collect.dialog}
    </>
  );
}

export function useCollectChoices(ids: readonly GenerationId[], organise: Organise) {
  const t = useTranslate();
  const { create } = useCollectionActions();
  const collections = useCollections();
  const [newFor, setNewFor] = useState<readonly GenerationId[] | null>(null);
  const actions: MenuAction[] = [
    ...collections.map(({ id, name }) => ({
      id,
      label: name,
      icon: FolderIcon,
      onAction: () => void organise.change(ids, { type: 'collect', collectionId: id }),
    })),
    {
      id: 'new',
      label: t('collections:newWith'),
      icon: PlusIcon,
      startsGroup: true,
      onAction: () => setNewFor(ids),
    },
  ];
  const dialog = newFor && (
    <NameDialog
      title={t('collections:new')}
      confirmLabel={t('collections:create')}
      hint={t('collections:nameHint')}
      onName={(name) => void create(name, newFor)}
      onClose={() => setNewFor(null)}
    />
  );
  return { actions, dialog };
}
