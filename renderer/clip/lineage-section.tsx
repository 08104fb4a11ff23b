// What a clip came from and what came of it, as links. Nothing where there is neither.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import type { GenerationId } from '#shared/domain/ids.ts';
import { InspectorSection } from '../app/inspector.tsx';
import { formatRoute } from '../app/router.ts';
import { mediaUrl } from '../engine/media.ts';
import { useStudioQuery } from '../engine/queries.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { MediaFrame } from '../ui/media-frame.tsx';
import { clipNote, clipTitle } from './clip-words.ts';
import { FirstFrame } from './first-frame.tsx';
import styles from './lineage-section.module.css';

export function LineageSection({ id }: { readonly id: GenerationId }) {
  const t = useTranslate();
  const lineage = useStudioQuery('clips.lineage', { id }).data;
  if (!lineage) return null;
  const { parent, isParentGone, children, childCount } = lineage;
  if (!parent && !isParentGone && childCount === 0) return null;
  return (
    <InspectorSection title={t('lineage:title')}>
      {(parent !== null || isParentGone) && (
        <>
          <p className={styles['lead']}>{t('lineage:madeFrom')}</p>
          {parent ? <Clips clips={[parent]} /> : <p>{t('lineage:parentGone')}</p>}
        </>
      )}
      {children.length > 0 && (
        <>
          <p className={styles['lead']}>{t('lineage:madeOfIt')}</p>
          <Clips clips={children} />
          {childCount > children.length && (
            <p className={styles['lead']}>
              {t('lineage:more', { count: childCount - children.length })}
            </p>
          )}
        </>
      )}
    </InspectorSection>
  );
}

function Clips({ clips }: { readonly clips: readonly GenerationSummary[] }) {
  return (
    <ul className={styles['list']}>
      {clips.map((clip) => (
        <li key={clip.id}>
          <a href={formatRoute({ screen: 'viewer', id: clip.id })} className={styles['link']}>
            <MediaFrame radius="sm" className={styles['picture']}>
              <Picture clip={clip} />
            </MediaFrame>
            <span className={styles['words']}>
              <bdi className={styles['title']}>{clipTitle(clip)}</bdi>
              <span className={styles['note']}>{clipNote(clip)}</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Picture({ clip: { output } }: { readonly clip: GenerationSummary }) {
  if (!output || output.isMissing) return null;
  if (!output.hasPoster) return <FirstFrame src={mediaUrl('output', output.id)} alt="" />;
  return <img src={mediaUrl('poster', output.id)} alt="" draggable={false} />;
}
