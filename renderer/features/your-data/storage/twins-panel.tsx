// Videos that are there twice: each copy that could go, beside the clip that keeps the same video, and the plan of erasing all of them.
import type { Storage } from '#shared/contract/storage.ts';
import { formatRoute } from '../../../app/router.ts';
import { mediaUrl } from '../../../engine/media.ts';
import { askToErase } from '../../../erase/erase-flow.ts';
import { formatBytes } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Poster } from '../../../ui/poster.tsx';
import styles from './storage-page.module.css';

export function TwinsPanel({ twins }: Pick<Storage, 'twins'>) {
  const t = useTranslate();
  const spare = twins.flatMap(({ spare: copies, kept, bytes }) =>
    copies.map((copy) => ({ ...copy, kept, bytes })),
  );
  if (spare.length === 0) return null;
  const ids = spare.map(({ generationId }) => generationId);
  return (
    <Panel
      title={t('storage:twins')}
      note={t('storage:twinsNote')}
      actions={
        <Button
          size="sm"
          aria-label={t('storage:lookNamed', { what: t('storage:twins') })}
          onPress={() => askToErase({ type: 'clips', ids })}
        >
          {t('storage:look')}
        </Button>
      }
    >
      <ul className={styles['rows']}>
        {spare.map(({ generationId, outputId, hasPoster, title, kept, bytes }) => (
          <ListRow
            key={outputId}
            height={56}
            href={formatRoute({ screen: 'viewer', id: generationId })}
            leading={
              <span className={styles['thumb']}>
                <Poster src={hasPoster ? mediaUrl('poster', outputId) : null} alt="" radius="sm" />
              </span>
            }
            title={title}
            note={t('storage:twinOf', { title: kept.slice(0, 80) })}
            middle={<span className={styles['figure']}>{formatBytes(bytes)}</span>}
          />
        ))}
      </ul>
    </Panel>
  );
}
