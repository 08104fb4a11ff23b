// The images as a grid: arrows move, Enter opens one large.
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { KeptAsset } from '#shared/contract/assets.ts';
import { mediaUrl } from '../../engine/media.ts';
import { formatBytes, formatCount } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { MenuArea } from '../../ui/menu-area.tsx';
import { MediaFrame } from '../../ui/media-frame.tsx';
import styles from './assets-screen.module.css';

export interface AssetGridProps {
  readonly items: readonly KeptAsset[];
  readonly onOpen: (id: KeptAsset['id']) => void;
  /** Asked for with the right button or the menu key. */
  readonly onMenu: (id: string, at: { readonly x: number; readonly y: number }) => void;
}

export function AssetGrid({ items, onOpen, onMenu }: AssetGridProps) {
  const t = useTranslate();
  return (
    <MenuArea onMenu={onMenu}>
      <ListBox
        aria-label={t('assets:list')}
        layout="grid"
        items={items}
        onAction={(key) => {
          const asset = items.find(({ id }) => id === key);
          if (asset) onOpen(asset.id);
        }}
        className={styles['grid'] ?? ''}
      >
        {(asset) => (
          <ListBoxItem
            id={asset.id}
            textValue={asset.originalName}
            className={styles['card'] ?? ''}
            data-replaced={asset.replacedBy !== null || undefined}
          >
            <MediaFrame>
              <img src={mediaUrl('asset', asset.id)} alt="" loading="lazy" decoding="async" />
            </MediaFrame>
            <p className={styles['name']}>{asset.originalName}</p>
            <p className={styles['facts']}>
              {t('assets:facts', {
                width: asset.width,
                height: asset.height,
                bytes: formatBytes(asset.sizeBytes),
              })}
            </p>
            <p className={styles['facts']}>{usedWords(t, asset)}</p>
          </ListBoxItem>
        )}
      </ListBox>
    </MenuArea>
  );
}

export function usedWords(t: Translate, { usedBy, replacedBy }: KeptAsset): string {
  if (replacedBy !== null) return t('assets:replacedBy', { name: replacedBy.originalName });
  return usedBy === 0
    ? t('assets:unused')
    : t('assets:usedBy', { count: usedBy, figure: formatCount(usedBy) });
}
