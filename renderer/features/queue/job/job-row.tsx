// What stands in a row of the list: picture, name, its steps with one line, credits, and what can be done with it.
import { isActive } from '#shared/domain/generation-status.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { JobActions } from './job-actions.tsx';
import { JobPicture } from './job-picture.tsx';
import styles from './job-row.module.css';
import { JobState } from './job-state.tsx';
import { creditFigure, jobNote, jobTitle } from '../words/job-words.ts';
import { useQueueContext } from '../queue-context.ts';

export function JobRow({ id }: { readonly id: string }) {
  const t = useTranslate();
  const { actions, jobs, places } = useQueueContext();
  const job = jobs.get(id);
  if (!job) return null;
  const title = jobTitle(t, job);
  const credits = creditFigure(t, job);
  return (
    <>
      <div className={styles['thumb']}>
        <JobPicture job={job} radius="sm" />
      </div>
      <div className={styles['words']}>
        <p className={styles['title']} dir="auto">
          {title}
        </p>
        <p className={styles['note']}>{jobNote(t, job)}</p>
      </div>
      <div className={styles['state']}>
        <JobState
          job={job}
          ahead={places.get(job.id) ?? 0}
          isCancelling={isActive(job.status) && actions.busy.has(job.id)}
        />
      </div>
      <span className={classNames(styles['credits'], styles[credits.tone])}>
        <span aria-hidden="true">{credits.text}</span>
        <VisuallyHidden>{credits.name}</VisuallyHidden>
      </span>
      <JobActions job={job} title={title} />
    </>
  );
}
