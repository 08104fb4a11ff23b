// A long erasure on any screen: how many of how many, how much of the files, and a way to stop between two items. What is over before
// anybody could read it is not shown.
import { useEffect, useState } from 'react';
import type { TaskState } from '#shared/contract/data.ts';
import { formatBytesOf } from '../i18n/format.ts';
import type { Translate } from '../i18n/translate.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { useTask } from '../tasks/use-task.ts';
import { Button } from '../ui/button.tsx';
import { Meter } from '../ui/meter.tsx';
import styles from './erase-progress.module.css';

const shownAfterMs = 700;

export function EraseProgress() {
  const { task, cancel } = useTask('erase', null);
  const id = task?.state === 'running' ? task.id : null;
  const [longId, setLongId] = useState<string | null>(null);
  useEffect(() => {
    if (id === null) return undefined;
    const timer = setTimeout(() => setLongId(id), shownAfterMs);
    return () => clearTimeout(timer);
  }, [id]);
  if (!task || id === null || longId !== id) return null;
  return <Card key={id} task={task} onStop={cancel} />;
}

function Card({ task, onStop }: { readonly task: TaskState; readonly onStop: () => void }) {
  const t = useTranslate();
  const [isStopping, setStopping] = useState(false);
  const { label, share, value } = wordsOf(task, t);
  const canStop = task.phase === 'rows';
  return (
    <section aria-label={t('erase:progress')} className={styles['card']}>
      <Meter label={label} share={share} valueText={value} />
      <div className={styles['line']}>
        <span role="status">{canStop && t(isStopping ? 'erase:stopping' : 'erase:stopNote')}</span>
        {canStop && (
          <Button
            size="xs"
            aria-label={t('erase:stopNamed')}
            isDisabled={isStopping}
            onPress={() => {
              setStopping(true);
              onStop();
            }}
          >
            {t('erase:stop')}
          </Button>
        )}
      </div>
    </section>
  );
}

interface Words {
  readonly label: string;
  readonly share: number | null;
  readonly value: string | undefined;
}

function wordsOf({ phase, items, doneBytes, totalBytes }: TaskState, t: Translate): Words {
  if (phase === 'files' && totalBytes > 0) {
    return {
      label: t('erase:progressFiles'),
      share: doneBytes / totalBytes,
      value: formatBytesOf(doneBytes, totalBytes),
    };
  }
  if (phase === 'rows' && items && items.total > 0) {
    const { done, total: count } = items;
    return {
      label: t('erase:progress'),
      share: done / count,
      value: t('erase:progressOf', { done, count }),
    };
  }
  const isEnd = phase === 'backups' || phase === 'log';
  return {
    label: t(isEnd ? 'erase:progressEnd' : 'erase:progress'),
    share: null,
    value: undefined,
  };
}
