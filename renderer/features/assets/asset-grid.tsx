// The images as cards.
import { useMemo } from 'react';
import type { KeptAsset } from '#shared/contract/assets.ts';
import { mediaUrl } from '../../engine/media.ts';
import { formatBytes, formatCount } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { MediaFrame } from '../../ui/media-frame.tsx';
import { type MediaCard, MediaGrid } from './media-grid.tsx';
import type { Found } from './use-found-assets.ts';

export interface AssetGridProps {
  readonly found: Found<KeptAsset>;
  readonly onOpen: (id: KeptAsset['id']) => void;
  readonly onMenu: (id: string, at: { readonly x: number; readonly y: number }) => void;
}

export function AssetGrid({ found, onOpen, onMenu }: AssetGridProps) {
  const t = useTranslate();
  const { items } = found;
  const cards = useMemo(() => items.map((asset) => cardOf(t, asset)), [items, t]);
  return (
    <MediaGrid
      label={t('assets:list')}
      cards={cards}
      onOpen={(id) => {
        const asset = items.find((item) => item.id === id);
        if (asset) onOpen(asset.id);
      }}
      onMenu={onMenu}
      onMore={found.fetchMore}
      isFetchingMore={found.isFetchingMore}
    />
  );
}

function cardOf(t: Translate, asset: KeptAsset): MediaCard {
  const { id, originalName, width, height, sizeBytes, replacedBy } = asset;
  return {
    id,
    name: originalName,
    picture: (
      <MediaFrame>
        <img src={mediaUrl('asset', id)} alt="" loading="lazy" decoding="async" />
      </MediaFrame>
    ),
    facts: [
      t('assets:facts', { width, height, bytes: formatBytes(sizeBytes) }),
      usedWords(t, asset),
    ],
    isReplaced: replacedBy !== null,
  };
}

export function usedWords(t: Translate, { usedBy, replacedBy }: KeptAsset): string {
  if (replacedBy !== null) return t('assets:replacedBy', { name: replacedBy.originalName });
  return usedBy === 0
    ? t('assets:unused')
    : t('assets:usedBy', { count: usedBy, figure: formatCount(usedBy) });
}
