// The story of one job: what it is, why it stopped and what to do, its credits, and what happened when.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import type { GenerationId } from '#shared/domain/ids.ts';
import { Inspector, InspectorSection } from '../../../app/inspector.tsx';
import { EventList } from '../../../clip/event-list.tsx';
import { errorWords } from '../../../engine/error-words.ts';
import { useStudioQuery } from '../../../engine/queries.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { JobButtons } from './job-buttons.tsx';
import { JobCredits } from './job-credits.tsx';
import { JobEnding } from './job-ending.tsx';
import styles from './job-inspector.module.css';
import { JobPicture, usePictureOf } from './job-picture.tsx';
import { JobState } from './job-state.tsx';
import { JobTimes } from './job-times.tsx';
import { jobNote, jobTitle } from '../words/job-words.ts';
import { useQueueContext } from '../queue-context.ts';

export interface JobInspectorProps {
  readonly id: GenerationId;
  /** What the list knows already, until the whole story is read. */
  readonly known: GenerationSummary | null;
  readonly onClose: () => void;
}

export function JobInspector({ id, known, onClose }: JobInspectorProps) {
  const t = useTranslate();
  const detail = useStudioQuery('generations.get', { id });
  const job = detail.data ?? known;
  return (
    <Inspector label={t('queue:jobDetails')} onClose={onClose}>
      {job && <Head job={job} isRefetchable={isRefetchable(detail.data)} />}
      {!job && (
        <InspectorSection>
          {detail.error ? (
            <p className={styles['quiet']}>
              {detail.error.code === 'not-found' ? t('queue:notHere') : errorWords(t, detail.error)}
            </p>
          ) : (
            <Skeleton isPoster />
          )}
        </InspectorSection>
      )}
      {detail.data && (
        <>
          <JobCredits job={detail.data} />
          <JobTimes job={detail.data} />
          <InspectorSection title={t('queue:whatHappened')}>
            <EventList events={detail.data.events} />
            <div className={styles['ids']}>
              <p>{t('queue:jobId', { id })}</p>
              {detail.data.cloudId !== null && (
                <p>{t('queue:cloudJobId', { id: detail.data.cloudId })}</p>
              )}
            </div>
          </InspectorSection>
        </>
      )}
    </Inspector>
  );
}

interface HeadProps {
  readonly job: GenerationSummary;
  readonly isRefetchable: boolean;
}

function Head({ job, isRefetchable }: HeadProps) {
  const t = useTranslate();
  const { places, actions } = useQueueContext();
  const hasEnded = job.endedAt !== null && job.status !== 'ready';
  const hasPicture = usePictureOf(job) !== null;
  return (
    <InspectorSection>
      {hasPicture && (
        <div className={styles['picture']}>
          <JobPicture job={job} radius="md" />
        </div>
      )}
      <h3 className={styles['title']}>{jobTitle(t, job)}</h3>
      <p className={styles['note']}>{jobNote(t, job)}</p>
      {hasEnded ? (
        <JobEnding job={job} isRefetchable={isRefetchable} />
      ) : (
        <div className={styles['state']}>
          <JobState
            job={job}
            ahead={places.get(job.id) ?? 0}
            isCancelling={actions.busy.has(job.id)}
          />
        </div>
      )}
      <JobButtons job={job} />
      <p role="status" className={styles['announced']}>
        {t(`status:${job.status}`)}
      </p>
    </InspectorSection>
  );
}

interface Story {
  readonly status: GenerationSummary['status'];
  readonly isInCloud: boolean;
  readonly cloudId: string | null;
  readonly events: readonly { readonly type: string }[];
}

/** Trying again fetches the result that the cloud still holds, instead of making a new one. */
function isRefetchable(story: Story | undefined): boolean {
  return (
    story !== undefined &&
    (story.status === 'failed' || story.status === 'expired') &&
    story.isInCloud &&
    story.cloudId !== null &&
    story.events.some(({ type }) => type === 'rendered')
  );
}
