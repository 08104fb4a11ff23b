// The five steps of a job and the one line under them.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { isActive } from '#shared/domain/generation-status.ts';
import { useStudioQuery } from '../../../engine/queries.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Steps } from '../../../ui/steps.tsx';
import styles from './job-state.module.css';
import { stepOf } from '../words/job-words.ts';
import { useNowMs } from '../now.tsx';
import { statusLine } from '../words/status-words.ts';

export interface JobStateProps {
  readonly job: GenerationSummary;
  /** Jobs that start before it. */
  readonly ahead: number;
  readonly isCancelling: boolean;
}

export function JobState({ job, ahead, isCancelling }: JobStateProps) {
  const t = useTranslate();
  const nowMs = useNowMs();
  const cloud = useStudioQuery('cloud.state', {}).data;
  const line = statusLine(t, job, { nowMs, cloud, ahead });
  const { text, tone } = isCancelling
    ? { text: t('queue:cancelling'), tone: 'muted' as const }
    : line;
  return (
    <div className={styles['state']}>
      {job.status !== 'cancelled' && (
        <Steps
          step={stepOf(job)}
          share={job.status === 'queued' ? 0 : job.progress}
          state={job.status === 'ready' ? 'done' : isActive(job.status) ? 'running' : 'stopped'}
        />
      )}
      <p className={classNames(styles['line'], styles[tone])}>{text}</p>
    </div>
  );
}
