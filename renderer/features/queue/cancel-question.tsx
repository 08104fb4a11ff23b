// The question before a job is cancelled that has cost something: what stops, and what becomes of the credits.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { askWords } from './words/cancel-words.ts';
import { jobTitle } from './words/job-words.ts';

export interface CancelQuestionProps {
  readonly job: GenerationSummary | null;
  readonly onCancelJob: (job: GenerationSummary) => void;
  readonly onClose: () => void;
}

const longestName = 60;

export function CancelQuestion({ job, onCancelJob, onClose }: CancelQuestionProps) {
  const t = useTranslate();
  if (!job) return null;
  const title = jobTitle(t, job);
  const name = title.length > longestName ? `${title.slice(0, longestName)}…` : title;
  return (
    <ConfirmDialog
      isOpen
      isDestructive
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={t('queue:askTitle', { name })}
      description={askWords(t, job)}
      confirmLabel={t('queue:cancelJob')}
      cancelLabel={t('queue:keepJob')}
      onConfirm={() => {
        onCancelJob(job);
        onClose();
      }}
    />
  );
}
