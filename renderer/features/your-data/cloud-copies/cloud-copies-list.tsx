// Clips that only the cloud has, one a row; what goes first comes first. Must not decide when that is.
import type { StudioOutput } from '#shared/contract/studio.ts';
import type { CloudClip } from '#shared/contract/sync.ts';
import { resolutionWord, shortModel } from '../../../clip/clip-words.ts';
import { expiryWords } from '../../../elsewhere/expiry-words.ts';
import { formatBytes, formatCount, formatDate, formatDuration } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import type { Translate } from '../../../i18n/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { StatusDot } from '../../../ui/status-dot.tsx';
import { CloudPicture } from './cloud-picture.tsx';
import styles from './cloud-copies-tab.module.css';

export interface CloudCopiesListProps extends Pick<
  StudioOutput<'cloud.onlyThere'>,
  'items' | 'total'
> {
  readonly nowMs: number;
  /** `false` where nobody knows what there is. */
  readonly hasLooked: boolean;
  readonly onFetch: (id: CloudClip['id']) => void;
  readonly onErase: (id: CloudClip['id']) => void;
}

export function CloudCopiesList(props: CloudCopiesListProps) {
  const { items, total, nowMs, hasLooked, onFetch, onErase } = props;
  const t = useTranslate();
  if (items.length === 0) {
    return (
      <div className={styles['empty']}>
        {hasLooked && <p className={styles['empty-title']}>{t('elsewhere:none')}</p>}
        <p>{t('elsewhere:noneText')}</p>
      </div>
    );
  }
  const unlisted = total - items.length;
  return (
    <>
      <ul className={styles['list']} aria-label={t('elsewhere:onlyThere')}>
        {items.map((clip) => {
          const expiry = expiryWords(t, clip.expiresAt, nowMs);
          return (
            <ListRow
              key={clip.id}
              height={56}
              className={styles['row']}
              title={clip.prompt}
              note={noteOf(t, clip)}
              leading={<CloudPicture clip={clip} />}
              middle={
                <span className={styles['expiry']} data-risk={expiry.isAtRisk || undefined}>
                  {expiry.isAtRisk && <StatusDot tone="warning" />}
                  {expiry.text}
                </span>
              }
              actions={
                <>
                  <Button
                    size="xs"
                    variant="quiet-danger"
                    aria-label={t('elsewhere:eraseNamed', { name: clip.prompt.slice(0, 80) })}
                    onPress={() => onErase(clip.id)}
                  >
                    {t('elsewhere:erase')}
                  </Button>
                  <Button
                    size="xs"
                    aria-label={t('elsewhere:fetchNamed', { name: clip.prompt.slice(0, 80) })}
                    onPress={() => onFetch(clip.id)}
                  >
                    {t('elsewhere:fetch')}
                  </Button>
                </>
              }
            />
          );
        })}
      </ul>
      {unlisted > 0 && (
        <p className={styles['more']}>
          {t('elsewhere:more', { count: unlisted, figure: formatCount(unlisted) })}
        </p>
      )}
    </>
  );
}

/** `3.0 Omni · 1080p · 8 s · 12.4 MB · made 20 Nov 2026` */
function noteOf(t: Translate, clip: CloudClip): string {
  return [
    shortModel(clip.modelName),
    resolutionWord(clip),
    formatDuration(clip.durationMs),
    formatBytes(clip.sizeBytes),
    t('elsewhere:made', { date: formatDate(clip.createdAt) }),
  ].join(' · ');
}
