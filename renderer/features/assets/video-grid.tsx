// The videos that serve as reference as cards. Each is a clip of the library, and opens there.
import { useMemo } from 'react';
import { navigate } from '../../app/router.ts';
import { ClipPoster } from '../../clip/clip-poster.tsx';
import { clipTitle } from '../../clip/clip-words.ts';
import { formatBytes, formatCount } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { type MediaCard, MediaGrid } from './media-grid.tsx';
import type { Found, ReferenceVideo } from './use-found-assets.ts';

export function VideoGrid({ found }: { readonly found: Found<ReferenceVideo> }) {
  const t = useTranslate();
  const { items } = found;
  const cards = useMemo(() => items.map((video) => cardOf(t, video)), [items, t]);
  return (
    <MediaGrid
      label={t('referenceVideos:list')}
      cards={cards}
      onOpen={(wanted) => {
        const clip = items.find((item) => item.clip.id === wanted)?.clip;
        if (clip) navigate({ screen: 'viewer', id: clip.id });
      }}
      onMore={found.fetchMore}
      isFetchingMore={found.isFetchingMore}
    />
  );
}

function cardOf(t: Translate, { clip, usedBy }: ReferenceVideo): MediaCard {
  const { id, output } = clip;
  return {
    id,
    name: clipTitle(clip),
    picture: <ClipPoster output={output} />,
    facts: [
      output
        ? t('assets:facts', {
            width: output.width,
            height: output.height,
            bytes: formatBytes(output.sizeBytes),
          })
        : '',
      usedBy === 0
        ? t('assets:unused')
        : t('referenceVideos:usedBy', { count: usedBy, figure: formatCount(usedBy) }),
    ],
  };
}
