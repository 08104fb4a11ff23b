// Beside the title of an open collection: what can be done with it.
import type { Collection } from '#shared/contract/collections.ts';
import { useCollectionMenu } from '../../collections/use-list-menus.tsx';
import { useCollectionActions } from '../../collections/use-collections.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MoreIcon } from '../../ui/icons.ts';
import { Menu } from '../../ui/menu.tsx';

export function CollectionMenu({ collection }: { readonly collection: Collection }) {
  const t = useTranslate();
  const menu = useCollectionMenu(useCollectionActions());
  return (
    <>
      <Menu
        label={t('collections:menu', { name: collection.name })}
        placement="bottom start"
        trigger={<IconButton label={t('collections:more')} glyph={MoreIcon} />}
        actions={menu.actions(collection)}
      />
      {menu.dialog}
    </>
  );
}
