// The images as a grid, of which only those in sight are drawn: arrows move, Enter opens one large.
import {
  Collection,
  GridLayout,
  ListBox,
  ListBoxItem,
  ListBoxLoadMoreItem,
  Size,
  Virtualizer,
} from 'react-aria-components';
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
  /** Asked when the end comes into sight. */
  readonly onMore: () => void;
  readonly isFetchingMore: boolean;
  readonly onOpen: (id: KeptAsset['id']) => void;
  /** Asked for with the right button or the menu key. */
  readonly onMenu: (id: string, at: { readonly x: number; readonly y: number }) => void;
}

/** A picture of 16:9 and three lines under it: the height grows with the width. */
const layout = {
  minItemSize: new Size(156, 147),
  maxItemSize: new Size(332, 246),
  minSpace: new Size(12, 12),
  preserveAspectRatio: true,
};

export function AssetGrid(props: AssetGridProps) {
  const { items, onOpen, onMenu, onMore, isFetchingMore } = props;
  const t = useTranslate();
  return (
    <MenuArea onMenu={onMenu}>
      <Virtualizer layout={GridLayout} layoutOptions={layout}>
        <ListBox
          aria-label={t('assets:list')}
          layout="grid"
          onAction={(key) => {
            const asset = items.find(({ id }) => id === key);
            if (asset) onOpen(asset.id);
          }}
          className={styles['list'] ?? ''}
        >
          <Collection items={items}>{(asset) => <AssetCard asset={asset} />}</Collection>
          <ListBoxLoadMoreItem onLoadMore={onMore} isLoading={isFetchingMore} />
        </ListBox>
      </Virtualizer>
    </MenuArea>
  );
}

function AssetCard({ asset }: { readonly asset: KeptAsset }) {
  const t = useTranslate();
  const { id, originalName, replacedBy, width, height, sizeBytes } = asset;
  return (
    <ListBoxItem
      id={id}
      textValue={originalName}
      className={styles['card'] ?? ''}
      data-replaced={replacedBy !== null || undefined}
    >
      <MediaFrame>
        <img src={mediaUrl('asset', id)} alt="" loading="lazy" decoding="async" />
      </MediaFrame>
      <p className={styles['name']} dir="auto">
        {originalName}
      </p>
      <p className={styles['facts']}>
        {t('assets:facts', { width, height, bytes: formatBytes(sizeBytes) })}
      </p>
      <p className={styles['facts']}>{usedWords(t, asset)}</p>
    </ListBoxItem>
  );
}

export function usedWords(t: Translate, { usedBy, replacedBy }: KeptAsset): string {
  if (replacedBy !== null) return t('assets:replacedBy', { name: replacedBy.originalName });
  return usedBy === 0
    ? t('assets:unused')
    : t('assets:usedBy', { count: usedBy, figure: formatCount(usedBy) });
}
