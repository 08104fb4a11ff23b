// How far a long task is: what it does now, how much of it, how fast, how long it still takes, and the way to stop it.
import type { TaskState } from '#shared/contract/data.ts';
import { formatBytes, formatBytesOf, formatDuration } from '../i18n/format.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import type { Translate } from '../i18n/translate.ts';
import { Button } from '../ui/button.tsx';
import { Meter } from '../ui/meter.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import styles from './task-progress.module.css';
import { calmRemaining, type Pace } from './remaining.ts';

export interface TaskProgressProps {
  /** What it does now. Read out when it changes; percentages are not. */
  readonly label: string;
  readonly task: TaskState;
  readonly pace: Pace | null;
  readonly onCancel: () => void;
}

export function TaskProgress({ label, task, pace, onCancel }: TaskProgressProps) {
  const t = useTranslate();
  const { doneBytes, totalBytes } = task;
  const isMeasured = totalBytes > 0;
  return (
    <div className={styles['progress']}>
      <VisuallyHidden>
        <span role="status">{label}</span>
      </VisuallyHidden>
      <Meter
        label={label}
        share={isMeasured ? doneBytes / totalBytes : null}
        valueText={isMeasured ? formatBytesOf(doneBytes, totalBytes) : undefined}
      />
      <div className={styles['line']}>
        <span className={styles['faint']}>{paceWords(pace, t)}</span>
        <Button size="xs" onPress={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}

function paceWords(pace: Pace | null, t: Translate): string {
  if (!pace || pace.remainingMs === null) return t('yourData:paceUnknown');
  return t('yourData:pace', {
    speed: formatBytes(pace.bytesPerSecond),
    time: formatDuration(calmRemaining(pace.remainingMs)),
  });
}
