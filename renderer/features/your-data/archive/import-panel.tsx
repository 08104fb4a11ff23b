// Import: what it takes, how far it is, what came of it. Everything about an import is said here, also what went wrong.
import type { ImportReport, TaskState } from '#shared/contract/data.ts';
import type { AppError } from '#shared/errors.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { ImportIcon, VerifiedIcon } from '../../../ui/icons.ts';
import { Panel } from '../../../ui/panel.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import styles from '../action-panels.module.css';
import { ImportProblemNote } from './import-problem-note.tsx';
import { hasBegun, outcomeOf, phaseWords } from './import-words.ts';
import type { Pace } from '../../../tasks/remaining.ts';
import { TaskProgress } from '../../../tasks/task-progress.tsx';
import { useKeptFocus } from '../use-kept-focus.ts';

export interface ImportPanelProps {
  readonly task: TaskState | null;
  readonly pace: Pace | null;
  readonly error: AppError | null;
  readonly onChoose: () => void;
  readonly onCancel: () => void;
  readonly onShow: () => void;
}

export function ImportPanel(props: ImportPanelProps) {
  const { task, pace, error } = props;
  const t = useTranslate();
  const isRunning = task?.state === 'running';
  const place = useKeptFocus(isRunning ? 'running' : 'resting');
  const report = task?.state === 'done' ? task.result?.imported : undefined;
  return (
    <Panel title={t('yourData:importPanelTitle')} icon={ImportIcon} isPadded>
      <div ref={place} className={styles['words']}>
        <p>{t('yourData:importText')}</p>
        {isRunning ? (
          <TaskProgress
            label={phaseWords(t, task)}
            task={task}
            pace={pace}
            onCancel={props.onCancel}
          />
        ) : (
          <Button size="sm" isWide onPress={props.onChoose}>
            {t('yourData:importChoose')}
          </Button>
        )}
        {error && <ImportProblemNote error={error} task={task?.state === 'failed' ? task : null} />}
        <div role="status" className={styles['outcome']}>
          {report && <Outcome report={report} onShow={props.onShow} />}
          {task?.state === 'cancelled' && (
            <p>
              {t(hasBegun(task) ? 'yourData:importCancelledPartly' : 'yourData:importCancelled')}
            </p>
          )}
        </div>
      </div>
    </Panel>
  );
}

interface OutcomeProps {
  readonly report: ImportReport;
  readonly onShow: () => void;
}

function Outcome({ report, onShow }: OutcomeProps) {
  const t = useTranslate();
  const { headline, hasClips, sentences } = outcomeOf(t, report);
  return (
    <div className={styles['done']}>
      <p className={styles['success']}>
        <Icon glyph={VerifiedIcon} size={14} />
        {headline}
      </p>
      {sentences.length > 0 && (
        <ul className={styles['sentences']}>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {hasClips && (
        <p>
          <TextLink onPress={onShow}>{t('yourData:importShow')}</TextLink>
        </p>
      )}
    </div>
  );
}
