// What a person does to a job: cancel exactly one, try it again, pause it, give it another place. Knows which are under way and why the last one did not work.
import { useCallback, useMemo, useState } from 'react';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import type { StudioInput } from '#shared/contract/studio.ts';
import type { GenerationId } from '#shared/domain/ids.ts';
import { isActive } from '#shared/domain/generation-status.ts';
import { navigate } from '../../app/router.ts';
import { errorWords } from '../../engine/error-words.ts';
import { useStudioCommand } from '../../engine/queries.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { CheckIcon } from '../../ui/icons.ts';
import { useToasts } from '../../ui/toast.tsx';
import { cancelledWords } from './words/cancel-words.ts';
import { jobTitle } from './words/job-words.ts';

export interface QueueProblem {
  readonly text: string;
  /** The job that goes on for now; once it has ended, there is nothing to tell any more. */
  readonly goingOn: GenerationId | null;
}

export interface QueueActions {
  readonly cancel: (job: GenerationSummary) => void;
  readonly retry: (job: Pick<GenerationSummary, 'id'>) => void;
  readonly pause: (job: GenerationSummary) => void;
  readonly resume: (job: GenerationSummary) => void;
  readonly move: (job: GenerationSummary, to: MoveTarget) => void;
  /** Jobs that a command is under way for. */
  readonly busy: ReadonlySet<string>;
  /** Why the last command did not do what was asked; `null` when it did. */
  readonly problem: QueueProblem | null;
  readonly dismiss: () => void;
}

export type MoveTarget = StudioInput<'generations.move'>['to'];

export function useQueueActions(): QueueActions {
  const t = useTranslate();
  const toasts = useToasts();
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<QueueProblem | null>(null);
  const { mutateAsync: cancelJob } = useStudioCommand('generations.cancel');
  const { mutateAsync: retryJob } = useStudioCommand('generations.retry');
  const { mutateAsync: pauseJob } = useStudioCommand('generations.pause');
  const { mutateAsync: resumeJob } = useStudioCommand('generations.resume');
  const { mutateAsync: moveJob } = useStudioCommand('generations.move');

  const run = useCallback(
    async (id: GenerationId, command: () => Promise<QueueProblem | null>) => {
      setProblem(null);
      setBusy((before) => new Set(before).add(id));
      const told = await command().catch((error: Parameters<typeof errorWords>[1]) => ({
        text: errorWords(t, error),
        goingOn: null,
      }));
      setProblem(told);
      setBusy((before) => new Set([...before].filter((other) => other !== id)));
    },
    [t],
  );

  const retry = useCallback(
    ({ id }: Pick<GenerationSummary, 'id'>) =>
      void run(id, async () => {
        const made = await retryJob({ id });
        navigate({ screen: 'queue', job: made.id }, { replace: true });
        return null;
      }),
    [run, retryJob],
  );

  const cancel = useCallback(
    (job: GenerationSummary) =>
      void run(job.id, async () => {
        const after = await cancelJob({ id: job.id });
        const name = jobTitle(t, job);
        if (isActive(after.status)) {
          return { text: t('queue:stillGoing', { name }), goingOn: job.id };
        }
        if (after.status !== 'cancelled') {
          return { text: t('queue:alreadyDone', { name }), goingOn: null };
        }
        toasts.show({
          text: cancelledWords(t, after),
          icon: CheckIcon,
          action: { label: t('retry'), onPress: () => retry(after) },
        });
        return null;
      }),
    [run, cancelJob, retry, toasts, t],
  );

  const pause = useCallback(
    ({ id }: GenerationSummary) => void run(id, () => pauseJob({ id }).then(nothingToTell)),
    [run, pauseJob],
  );
  const resume = useCallback(
    ({ id }: GenerationSummary) => void run(id, () => resumeJob({ id }).then(nothingToTell)),
    [run, resumeJob],
  );
  const move = useCallback(
    ({ id }: GenerationSummary, to: MoveTarget) =>
      void run(id, () => moveJob({ id, to }).then(nothingToTell)),
    [run, moveJob],
  );

  const dismiss = useCallback(() => setProblem(null), []);
  return useMemo(
    () => ({ cancel, retry, pause, resume, move, busy, problem, dismiss }),
    [cancel, retry, pause, resume, move, busy, problem, dismiss],
  );
}

const nothingToTell = () => null;
