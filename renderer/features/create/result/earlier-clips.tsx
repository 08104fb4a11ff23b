// What was made before, as full rows of small posters that open in the viewer.
import { useLayoutEffect, useRef, useState } from 'react';
import { formatRoute } from '../../../app/router.ts';
import { clipTitle } from '../../../clip/clip-words.ts';
import { FirstFrame } from '../../../clip/first-frame.tsx';
import { mediaUrl } from '../../../engine/media.ts';
import { formatClock } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Poster } from '../../../ui/poster.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import styles from './earlier-clips.module.css';
import type { Earlier } from './groups.ts';

export interface EarlierClipsProps {
  readonly earlier: Earlier;
  readonly rows: number;
}

/** px, as in the style sheet. */
const smallest = 112;
const gap = 8;

export function EarlierClips({ earlier, rows }: EarlierClipsProps) {
  const t = useTranslate();
  const grid = useRef<HTMLUListElement>(null);
  const columns = useColumns(grid);
  if (earlier.clips.length === 0) return null;
  return (
    <section aria-label={t(earlier.isToday ? 'create:earlierToday' : 'create:earlier')}>
      <div className={styles['head']}>
        <h2 className={styles['title']}>
          {t(earlier.isToday ? 'create:earlierToday' : 'create:earlier')}
        </h2>
        <TextLink href={formatRoute({ screen: 'library' })}>{t('create:openInLibrary')}</TextLink>
      </div>
      <ul ref={grid} className={styles['grid']}>
        {earlier.clips.slice(0, columns * rows).map((clip) => {
          const { id, output } = clip;
          return (
            <li key={id}>
              <a href={formatRoute({ screen: 'viewer', id })} className={styles['clip']}>
                <Poster
                  alt={clipTitle(clip)}
                  src={output?.hasPoster ? mediaUrl('poster', output.id) : null}
                  duration={output ? formatClock(output.durationMs) : undefined}
                >
                  {output && !output.hasPoster && (
                    <FirstFrame src={mediaUrl('output', output.id)} alt={clipTitle(clip)} />
                  )}
                </Poster>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** How many fit beside each other, so that no row is begun that cannot be seen. */
function useColumns(grid: React.RefObject<HTMLElement | null>): number {
  const [columns, setColumns] = useState(5);
  useLayoutEffect(() => {
    const element = grid.current;
    if (!element) return undefined;
    const measure = () =>
      setColumns(Math.max(1, Math.floor((element.clientWidth + gap) / (smallest + gap))));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [grid]);
  return columns;
}
