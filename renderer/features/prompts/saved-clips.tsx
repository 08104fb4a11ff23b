// The clips that were made with a kept prompt, newest first.
import type { SavedPromptDetail } from '#shared/contract/saved-prompts.ts';
import { formatRoute } from '../../app/router.ts';
import { clipTitle } from '../../clip/clip-words.ts';
import { FirstFrame } from '../../clip/first-frame.tsx';
import { mediaUrl } from '../../engine/media.ts';
import { useStudioQuery } from '../../engine/queries.ts';
import { formatClock, formatCount } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Poster } from '../../ui/poster.tsx';
import styles from './saved-detail.module.css';
import detail from './detail-page.module.css';

export function SavedClips({ prompt: { id, clipCount } }: { readonly prompt: SavedPromptDetail }) {
  const t = useTranslate();
  const found = useStudioQuery('savedPrompts.clips', { id });
  const clips = (found.data?.items ?? []).filter(({ output }) => output !== null);
  return (
    <>
      <div className={detail['head']}>
        <h3 className={detail['heading']}>{t('prompts:madeWithIt')}</h3>
        <span className={styles['figure']}>{formatCount(clipCount)}</span>
      </div>
      {found.data && clips.length === 0 && (
        <p className={styles['facts']}>{t('prompts:noClips')}</p>
      )}
      <div className={detail['clips']}>
        {clips.map((clip) => (
          <a
            key={clip.id}
            href={formatRoute({ screen: 'viewer', id: clip.id })}
            className={detail['clip']}
          >
            <Poster
              alt={clipTitle(clip)}
              src={clip.output?.hasPoster ? mediaUrl('poster', clip.output.id) : null}
              duration={clip.output ? formatClock(clip.output.durationMs) : undefined}
            >
              {clip.output && !clip.output.hasPoster && (
                <FirstFrame src={mediaUrl('output', clip.output.id)} alt={clipTitle(clip)} />
              )}
            </Poster>
          </a>
        ))}
      </div>
    </>
  );
}
