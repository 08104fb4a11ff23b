// Erasing a part of what there is, from the question to the order: what is meant, where, the plan of it, and the tasks that carry it
// out. Any screen can ask; one place draws it. Must not draw anything.
import { create } from 'zustand';
import type { ErasePlan } from '#shared/contract/erase.ts';
import type { ErasePlace } from '#shared/domain/erase-subject.ts';
import { type AppError, toAppError } from '#shared/errors.ts';
import type { StudioInput } from '#shared/contract/studio.ts';
import { call } from '../engine/studio.ts';

export type AskedSubject = StudioInput<'erase.plan'>['subject'];

export interface EraseQuestion {
  readonly subject: AskedSubject;
  readonly where: ErasePlace;
  /** The one before is shown while another is counted. `null` before the first. */
  readonly plan: ErasePlan | null;
  readonly isCounting: boolean;
  readonly error: AppError | null;
  /** It was confirmed and the order is on its way. */
  readonly isStarting: boolean;
}

export interface EraseFlow {
  readonly question: EraseQuestion | null;
  /** Erasures that this window ordered, by their task, with the plan that was confirmed. */
  readonly running: ReadonlyMap<string, ErasePlan>;
  /** Of who asked, for when the order is given. */
  readonly onOrdered: (() => void) | null;
}

export const useEraseFlow = create<EraseFlow>()(() => ({
  question: null,
  running: new Map(),
  onOrdered: null,
}));

const { getState, setState } = useEraseFlow;
let counting: AbortController | null = null;

/** Shows what would go. `onOrdered` runs once the order is given. */
export function askToErase(subject: AskedSubject, onOrdered?: () => void): void {
  setState({
    question: {
      subject,
      where: 'both',
      plan: null,
      isCounting: false,
      error: null,
      isStarting: false,
    },
    onOrdered: onOrdered ?? null,
  });
  count();
}

export function changeSubject(subject: AskedSubject): void {
  change({ subject });
  count();
}

export function changePlace(where: ErasePlace): void {
  change({ where });
  count();
}

export function closeQuestion(): void {
  counting?.abort();
  setState({ question: null, onOrdered: null });
}

export function confirmErase(): void {
  const { question, onOrdered } = getState();
  const plan = question?.plan;
  if (!question || !plan || question.isStarting || question.isCounting) return;
  change({ isStarting: true, error: null });
  call('erase.run', { planId: plan.planId })
    .then(({ taskId }) => {
      setState(({ running }) => ({
        question: null,
        onOrdered: null,
        running: new Map([...running, [taskId as string, plan]]),
      }));
      onOrdered?.();
    })
    .catch((thrown: unknown) => {
      const error = toAppError(thrown);
      change({ isStarting: false, error });
      if (error.code === 'conflict') count(); // the plan that is true now
    });
}

/** The plan of a task that has ended; it is not followed any more. */
export function endedErase(taskId: string): ErasePlan | null {
  const plan = getState().running.get(taskId) ?? null;
  if (plan) {
    setState(({ running }) => ({
      running: new Map([...running].filter(([id]) => id !== taskId)),
    }));
  }
  return plan;
}

/** Whether everything that is meant stays. */
export function isNothing(plan: ErasePlan): boolean {
  return plan.goneNow.length === 0 && plan.goneLater.length === 0;
}

function change(changed: Partial<EraseQuestion>): void {
  const { question } = getState();
  if (question) setState({ question: { ...question, ...changed } });
}

function count(): void {
  counting?.abort();
  const controller = new AbortController();
  counting = controller;
  const { question } = getState();
  if (!question) return;
  change({ isCounting: true });
  const { subject, where } = question;
  call('erase.plan', { subject, where }, controller.signal)
    .then((plan) => {
      if (!controller.signal.aborted) change({ plan, isCounting: false });
    })
    .catch((thrown: unknown) => {
      if (!controller.signal.aborted) change({ isCounting: false, error: toAppError(thrown) });
    });
}
