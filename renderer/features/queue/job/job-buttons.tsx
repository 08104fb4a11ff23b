// What can be done with the job that the inspector tells about; one of them is the obvious one.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { isActive } from '#shared/domain/generation-status.ts';
import { navigate } from '../../../app/router.ts';
import { useClipActions } from '../../../clip/use-clip-actions.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { PauseIcon, PlayIcon } from '../../../ui/icons.ts';
import { isFreeToCancel } from '../words/cancel-words.ts';
import styles from './job-inspector.module.css';
import { useQueueContext } from '../queue-context.ts';

export function JobButtons({ job }: { readonly job: GenerationSummary }) {
  return (
    <div className={styles['buttons']}>
      {isActive(job.status) ? (
        <Running job={job} />
      ) : job.status === 'ready' ? (
        <Done job={job} />
      ) : (
        <Ended job={job} />
      )}
    </div>
  );
}

function Running({ job }: { readonly job: GenerationSummary }) {
  const t = useTranslate();
  const { ask, actions } = useQueueContext();
  const isDisabled = actions.busy.has(job.id);
  return (
    <>
      {job.status === 'queued' && (
        <Button
          size="sm"
          isWide
          icon={job.isPaused ? PlayIcon : PauseIcon}
          isDisabled={isDisabled}
          onPress={() => (job.isPaused ? actions.resume(job) : actions.pause(job))}
        >
          {t(job.isPaused ? 'queue:resume' : 'queue:pause')}
        </Button>
      )}
      <Button
        size="sm"
        isWide
        isDisabled={isDisabled}
        onPress={() => (isFreeToCancel(job) ? actions.cancel(job) : ask(job.id))}
      >
        {t('queue:cancelJob')}
      </Button>
    </>
  );
}

function Done({ job }: { readonly job: GenerationSummary }) {
  const t = useTranslate();
  return (
    <Button
      variant="primary"
      size="sm"
      isWide
      icon={PlayIcon}
      onPress={() => navigate({ screen: 'viewer', id: job.id })}
    >
      {t('queue:openClip')}
    </Button>
  );
}

function Ended({ job }: { readonly job: GenerationSummary }) {
  const t = useTranslate();
  const { reuse } = useClipActions();
  const { actions } = useQueueContext();
  // the same words would be refused again
  const isWorthRetrying = job.status !== 'refused';
  return (
    <>
      {isWorthRetrying && (
        <Button
          variant="primary"
          size="sm"
          isWide
          busy={actions.busy.has(job.id)}
          onPress={() => actions.retry(job)}
        >
          {t('retry')}
        </Button>
      )}
      <Button
        variant={isWorthRetrying ? 'neutral' : 'primary'}
        size="sm"
        isWide
        onPress={() => reuse(job)}
      >
        {t(isWorthRetrying ? 'queue:editAgain' : 'queue:editPrompt')}
      </Button>
    </>
  );
}
