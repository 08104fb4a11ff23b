// Draws the question whoever asked it, and tells when an erasure that this window ordered has ended.
import { useEffect } from 'react';
import { navigate } from '../app/router.ts';
import { errorWords } from '../engine/error-words.ts';
import { on } from '../engine/studio.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { ProblemIcon, TrashIcon } from '../ui/icons.ts';
import { useToasts } from '../ui/toast.tsx';
import type { ErasePlan } from '#shared/contract/erase.ts';
import type { StudioEvent } from '#shared/contract/studio.ts';
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

type EndedTask = StudioEvent<'task.changed'>;

function useEndTold(): void {
  const t = useTranslate();
  const toasts = useToasts();
  useEffect(() => {
    /** An erasure may end before the answer that names it is here. */
    const early = new Map<string, EndedTask>();
    const tell = (task: EndedTask, plan: ErasePlan) => {
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
    };
    const stopEvents = on('task.changed', (task) => {
      if (task.kind !== 'erase' || task.state === 'running') return;
      const plan = endedErase(task.id);
      if (plan) tell(task, plan);
      else early.set(task.id, task);
    });
    const stopRunning = useEraseFlow.subscribe(({ running }) => {
      for (const [id, plan] of running) {
        const task = early.get(id);
        if (!task) continue;
        early.delete(id);
        endedErase(id);
        tell(task, plan);
      }
    });
    return () => {
      stopEvents();
      stopRunning();
    };
  }, [t, toasts]);
}
