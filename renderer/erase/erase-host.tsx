// Draws the question whoever asked it, and tells when an erasure that this window ordered has ended.
import { useCallback } from 'react';
import { navigate } from '../app/router.ts';
import { errorWords } from '../engine/error-words.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { useTaskEnds } from '../tasks/use-task-ends.ts';
import { ProblemIcon, TrashIcon } from '../ui/icons.ts';
import { useToasts } from '../ui/toast.tsx';
import type { TaskState } from '#shared/contract/data.ts';
import { fromWire } from '#shared/errors.ts';
import { endedErase, useEraseFlow } from './erase-flow.ts';
import { EraseProgress } from './erase-progress.tsx';
import { EraseQuestion } from './erase-question.tsx';
import { doneWords } from './plan-words.ts';

export function EraseHost() {
  const question = useEraseFlow((flow) => flow.question);
  useEndTold();
  return (
    <>
      <EraseProgress />
      {question && <EraseQuestion key={question.subject.type} asked={question} />}
    </>
  );
}

const kinds = ['erase'] as const;

function useEndTold(): void {
  const t = useTranslate();
  const toasts = useToasts();
  const running = useEraseFlow((flow) => flow.running);
  const tell = useCallback(
    (task: TaskState) => {
      const plan = endedErase(task.id);
      if (!plan) return;
      if (task.error) {
        const reason = errorWords(t, fromWire(task.error));
        toasts.show({ text: t('erase:notErased', { reason }), icon: ProblemIcon });
        return;
      }
      toasts.show({
        text: task.state === 'cancelled' ? t('erase:stopped') : doneWords(t, plan),
        icon: TrashIcon,
        action: {
          label: t('erase:receipt'),
          onPress: () => navigate({ screen: 'your-data', tab: 'receipts' }),
        },
      });
    },
    [t, toasts],
  );
  useTaskEnds(kinds, running, tell);
}
