// The menu of an image at the pointer, or at the one with the focus.
import type { KeptAsset } from '#shared/contract/assets.ts';
import { useClipActions } from '../../clip/use-clip-actions.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { CopyIcon, ImageIcon, RemixIcon, TrashIcon } from '../../ui/icons.ts';
import { ContextMenu, type ContextMenuProps } from '../../ui/menu.tsx';
import { useAssetActions } from './use-asset-actions.ts';

export interface OpenAssetMenu {
  readonly id: string;
  readonly at: NonNullable<ContextMenuProps['at']>;
}

export interface AssetMenuProps {
  /** `null` while it is closed. */
  readonly menu: OpenAssetMenu | null;
  readonly items: readonly KeptAsset[];
  readonly onOpen: (id: KeptAsset['id'] | null) => void;
  readonly onClose: () => void;
}

export function AssetMenu({ menu, items, onOpen, onClose }: AssetMenuProps) {
  const asset = menu && items.find(({ id }) => id === menu.id);
  if (!asset) return null;
  return <Rows asset={asset} at={menu.at} onOpen={onOpen} onClose={onClose} />;
}

interface RowsProps extends Pick<AssetMenuProps, 'onOpen' | 'onClose'> {
  readonly asset: KeptAsset;
  readonly at: OpenAssetMenu['at'];
}

function Rows({ asset, at, onOpen, onClose }: RowsProps) {
  const t = useTranslate();
  const { copy } = useClipActions();
  // what goes wrong is said where the image is open
  const actions = useAssetActions(asset, onOpen);
  return (
    <ContextMenu
      label={t('assetMenu:label')}
      at={at}
      onClose={onClose}
      actions={[
        {
          id: 'open',
          label: t('assetMenu:open'),
          icon: ImageIcon,
          shortcut: '↵',
          onAction: () => onOpen(asset.id),
        },
        {
          id: 'copy-name',
          label: t('assetMenu:copyName'),
          icon: CopyIcon,
          onAction: () => copy(asset.originalName),
        },
        {
          id: 'replace',
          label: t('assets:replace'),
          icon: RemixIcon,
          startsGroup: true,
          onAction: actions.replace,
        },
        {
          id: 'erase',
          label: t('assets:erase'),
          icon: TrashIcon,
          isDestructive: true,
          isDisabled: asset.usedBy > 0,
          onAction: actions.erase,
        },
      ]}
    />
  );
}
