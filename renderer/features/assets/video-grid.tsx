// The videos that serve as reference as cards. Each is a clip of the library, and opens there.
import { useMemo } from 'react';
import { navigate } from '../../app/router.ts';
import { clipTitle } from '../../clip/clip-words.ts';
import { FirstFrame } from '../../clip/first-frame.tsx';
import { mediaUrl } from '../../engine/media.ts';
import { formatBytes, formatClock, formatCount } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Poster } from '../../ui/poster.tsx';
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
    picture: (
      <Poster
        alt=""
        src={output?.hasPoster ? mediaUrl('poster', output.id) : null}
        duration={output ? formatClock(output.durationMs) : undefined}
      >
        {output && !output.hasPoster && !output.isMissing && (
          <FirstFrame src={mediaUrl('output', output.id)} alt="" posterOf={output.id} />
        )}
      </Poster>
    ),
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
