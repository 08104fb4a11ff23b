// The groups of the queue as headed sections of the list; empty ones are left out. Pure.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { isActive } from '#shared/domain/generation-status.ts';
import type { GenerationId } from '#shared/domain/ids.ts';
import type { ModelDescriptor } from '#shared/gateway/model.ts';
import { formatCount, formatTime } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';
import { jobTitle } from './words/job-words.ts';
import type { QueueGroups } from './queue-groups.ts';

/** What the list has to know of a row; the rest is read where the row is drawn. */
export interface RowKey {
  readonly id: GenerationId;
  /** Only what is under way can be cancelled. */
  readonly isActive: boolean;
  /** Only what waits has a place that can be changed. */
  readonly isQueued: boolean;
  /** For assistive technology: `Umbrella, Dotonbori · take 3, Rendering`. */
  readonly name: string;
}

export interface JobSection {
  readonly id: string;
  readonly title: string;
  /** Muted, after the title. */
  readonly note: string;
  readonly rows: readonly RowKey[];
}

/** The engine lists the first 500 jobs; when so few of them are left, the others are asked for. */
export const fullList = 450;

export interface SectionFacts {
  readonly groups: QueueGroups;
  readonly models: readonly Pick<ModelDescriptor, 'id' | 'concurrency'>[];
  /** Jobs under way in all; the list holds the first of them. */
  readonly total: number;
  readonly keyOf: (job: GenerationSummary) => RowKey;
  /** Nothing new is started since then. */
  readonly pausedSince: string | null;
}

/** Words each job once: of a thousand, one changes at a time. */
export function createRowKeys(t: Translate): (job: GenerationSummary) => RowKey {
  const known = new WeakMap<GenerationSummary, RowKey>();
  return (job) => {
    const before = known.get(job);
    if (before) return before;
    const key = {
      id: job.id,
      isActive: isActive(job.status),
      isQueued: job.status === 'queued',
      name: `${jobTitle(t, job)}, ${t(`status:${job.status}`)}`,
    };
    known.set(job, key);
    return key;
  };
}

export function sectionsOf(
  t: Translate,
  { groups, models, total, keyOf, pausedSince }: SectionFacts,
): JobSection[] {
  const { running, failed, waiting, paused, cancelled } = groups;
  const limit = limitOf(groups, models);
  const rowsOf = (jobs: readonly GenerationSummary[]) => jobs.map(keyOf);
  const listed = running.length + waiting.length + paused.length;
  const unlisted = listed < fullList ? 0 : Math.max(0, total - listed);
  const sections: JobSection[] = [
    {
      id: 'running',
      title: t('queue:running'),
      note: joined(
        formatCount(running.length),
        limit === null ? '' : t('queue:runningLimit', { limit }),
      ),
      rows: rowsOf(running),
    },
    {
      id: 'failed',
      title: t('queue:failed'),
      note: formatCount(failed.length),
      rows: rowsOf(failed),
    },
    {
      id: 'waiting',
      title: t('queue:waiting'),
      note: joined(
        formatCount(waiting.length),
        pausedSince === null
          ? t('queue:waitingOrder')
          : t('queue:pausedSince', { time: formatTime(pausedSince) }),
        unlisted === 0
          ? ''
          : t('queue:moreWait', { count: unlisted, figure: formatCount(unlisted) }),
      ),
      rows: rowsOf(waiting.map(({ job }) => job)),
    },
    {
      id: 'paused',
      title: t('queue:pausedGroup'),
      note: formatCount(paused.length),
      rows: rowsOf(paused),
    },
    {
      id: 'cancelled',
      title: t('queue:cancelledGroup'),
      note: formatCount(cancelled.length),
      rows: rowsOf(cancelled),
    },
  ];
  return sections.filter(({ rows }) => rows.length > 0);
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

/** How many may render at once; only where all jobs are of one model, and some have to wait for it. */
function limitOf({ running, waiting }: QueueGroups, models: SectionFacts['models']): number | null {
  const ids = new Set([...running, ...waiting.map(({ job }) => job)].map(({ modelId }) => modelId));
  const [id] = ids;
  if (ids.size !== 1 || waiting.length === 0) return null;
  return models.find((model) => model.id === id)?.concurrency ?? null;
}
