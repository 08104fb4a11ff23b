// Videos that are there twice: each copy that could go, beside the clip that keeps the same video, and the plan of erasing all of them.
import type { Storage } from '#shared/contract/storage.ts';
import { askToErase } from '../../../erase/erase-flow.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { ClipRow } from './clip-row.tsx';
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
        {spare.map((clip) => (
          <ClipRow
            key={clip.outputId}
            clip={clip}
            note={t('storage:twinOf', { title: clip.kept.slice(0, 80) })}
          />
        ))}
      </ul>
    </Panel>
  );
}
