// What the system says about jobs that ended while the user works elsewhere: one notification, however many there were. Pure.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import type { StudioInput } from '#shared/contract/studio.ts';
import { isActive } from '#shared/domain/generation-status.ts';
import type { Translate } from '../i18n/translate.ts';

export type Job = Pick<GenerationSummary, 'id' | 'status' | 'title' | 'prompt' | 'failure'>;

/** Remembers what is under way, and tells which job has just ended in a way worth saying. */
export function createEndWatch(): (job: Job) => boolean {
  const underWay = new Set<string>();
  return ({ id, status }) => {
    if (isActive(status)) {
      underWay.add(id);
      return false;
    }
    // The user has just cancelled it: nothing new to them.
    return underWay.delete(id) && status !== 'cancelled';
  };
}

const longestName = 80;

/** `reason`: why a job failed, as the app says it elsewhere. */
export function jobNotice(
  t: Translate,
  jobs: readonly Job[],
  reason: (failure: NonNullable<Job['failure']>) => string,
): StudioInput<'shell.notify'> | null {
  const [first] = jobs;
  if (!first) return null;
  const ready = jobs.filter(({ status }) => status === 'ready').length;
  const lost = jobs.length - ready;
  if (jobs.length === 1) {
    const title = t(`status:ended.${ready === 1 ? 'ready' : 'lost'}`);
    const why = first.failure ? `\n${reason(first.failure)}` : '';
    return { title, text: `${nameOf(first)}${why}`.slice(0, 400), generationId: first.id };
  }
  const parts = [
    ready > 0 ? t('status:ended.readyCount', { count: ready }) : null,
    lost > 0 ? t('status:ended.lostCount', { count: lost }) : null,
  ];
  const only = jobs.find(({ status }) => status === 'ready') ?? first;
  return {
    title: parts.filter((part) => part !== null).join(', '),
    text: t('status:ended.among', { name: nameOf(only) }),
    generationId: only.id,
  };
}

function nameOf({ title, prompt }: Job): string {
  const name = (title === '' ? prompt : title).replace(/\s+/gu, ' ').trim();
  const letters = [...new Intl.Segmenter().segment(name)].map(({ segment }) => segment);
  return letters.length > longestName ? `${letters.slice(0, longestName - 1).join('')}…` : name;
}
