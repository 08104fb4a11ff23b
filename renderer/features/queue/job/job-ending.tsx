// Why a job ended without a clip: what happened, what became of the credits, what to do.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { InfoIcon, RefusedIcon } from '../../../ui/icons.ts';
import { Note } from '../../../ui/note.tsx';
import { endingWords } from '../words/ending-words.ts';
import styles from './job-inspector.module.css';

export interface JobEndingProps {
  readonly job: GenerationSummary;
  readonly isRefetchable: boolean;
}

export function JobEnding({ job, isRefetchable }: JobEndingProps) {
  const t = useTranslate();
  const { title, sentences } = endingWords(t, job, isRefetchable);
  const isCancelled = job.status === 'cancelled';
  return (
    <div className={styles['ending']}>
      <Note
        icon={isCancelled ? InfoIcon : RefusedIcon}
        tone={isCancelled ? 'plain' : 'danger'}
        title={title}
      >
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Note>
    </div>
  );
}
