// The Queue: what runs, what needs a decision, what comes next. The inspector tells the story of one job.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { isActive } from '#shared/domain/generation-status.ts';
import type { GenerationId } from '#shared/domain/ids.ts';
import { navigate, useRoute } from '../../app/router.ts';
import { ScreenBody } from '../../app/screen-body.tsx';
import { errorWords } from '../../engine/error-words.ts';
import { useStudioQuery } from '../../engine/queries.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { CancelQuestion } from './cancel-question.tsx';
import { JobInspector } from './job/job-inspector.tsx';
import { JobList } from './job-list.tsx';
import { NowProvider } from './now.tsx';
import { QueueContext, useQueueContext } from './queue-context.ts';
import { groupJobs, isEmpty, type QueueGroups } from './queue-groups.ts';
import { createRowKeys, fullList, type JobSection, sectionsOf } from './queue-sections.ts';
import { QueueProblem } from './queue-problem.tsx';
import { QueueSkeleton } from './queue-skeleton.tsx';
import { QueueToolbar } from './queue-toolbar.tsx';
import { shareSections } from './share-sections.ts';
import { type MoveTarget, useQueueActions } from './use-queue-actions.ts';

export function QueueScreen() {
  const route = useRoute();
  const selected = route.screen === 'queue' ? (route.job ?? null) : null;
  const queue = useStudioQuery('generations.queue', {});
  const actions = useQueueActions();
  const [asked, setAsked] = useState<GenerationId | null>(null);
  const [openedAtMs] = useState(() => Date.now());
  const groups = useMemo(
    () => (queue.data ? groupJobs(queue.data, openedAtMs) : null),
    [queue.data, openedAtMs],
  );
  const places = useMemo(
    () => new Map<string, number>(groups?.waiting.map(({ job, ahead }) => [job.id, ahead])),
    [groups],
  );
  const order = useMemo(() => groups?.waiting.map(({ job }) => job.id) ?? [], [groups]);
  const jobs = useMemo(() => {
    const { active = [], ended = [] } = queue.data ?? {};
    return new Map<string, GenerationSummary>([...active, ...ended].map((job) => [job.id, job]));
  }, [queue.data]);
  const context = useMemo(
    () => ({ actions, ask: setAsked, jobs, order, places }),
    [actions, jobs, order, places],
  );
  const isUnderWay = (id: GenerationId) => {
    const job = jobs.get(id);
    return job !== undefined && isActive(job.status);
  };
  const { problem: told } = actions;
  const problem = told && (told.goingOn === null || isUnderWay(told.goingOn)) ? told : null;
  const askedJob = asked === null ? undefined : jobs.get(asked);
  return (
    <QueueContext value={context}>
      <NowProvider isTicking={queue.data?.active.some(isMoving) ?? false}>
        <QueueToolbar groups={groups} />
        <ScreenBody
          inspector={
            selected !== null && (
              <JobInspector
                key={selected}
                id={selected}
                known={jobs.get(selected) ?? null}
                onClose={() => select(null)}
              />
            )
          }
        >
          {problem && <QueueProblem text={problem.text} onDismiss={actions.dismiss} />}
          {groups ? (
            <Jobs groups={groups} selected={selected} />
          ) : queue.error ? (
            <Unreadable error={queue.error} onRetry={() => void queue.refetch()} />
          ) : (
            <QueueSkeleton />
          )}
        </ScreenBody>
        <CancelQuestion
          job={askedJob && isActive(askedJob.status) ? askedJob : null}
          onCancelJob={actions.cancel}
          onClose={() => setAsked(null)}
        />
      </NowProvider>
    </QueueContext>
  );
}

/** Its line changes with the time. */
function isMoving({ status, waiting }: GenerationSummary): boolean {
  return status !== 'queued' || waiting !== null;
}

function select(job: GenerationId | null): void {
  navigate(job === null ? { screen: 'queue' } : { screen: 'queue', job }, { replace: true });
}

interface JobsProps {
  readonly groups: QueueGroups;
  readonly selected: string | null;
}

function Jobs({ groups, selected }: JobsProps) {
  const t = useTranslate();
  const models = useStudioQuery('cloud.state', {}).data?.service?.models;
  const pausedSince = useStudioQuery('queue.state', {}).data?.pause?.since ?? null;
  const total = useTotal(groups);
  const { ask, actions, jobs } = useQueueContext();
  const keyOf = useMemo(() => createRowKeys(t), [t]);
  const sections = useShared(
    useMemo(
      () => sectionsOf(t, { groups, models: models ?? [], total, keyOf, pausedSince }),
      [t, groups, models, total, keyOf, pausedSince],
    ),
  );
  const { move } = actions;
  const latest = useRef(jobs);
  useEffect(() => {
    latest.current = jobs;
  }, [jobs]);
  const onMove = useCallback(
    (id: GenerationId, to: MoveTarget) => {
      const job = latest.current.get(id);
      if (job) move(job, to);
    },
    [move],
  );
  if (isEmpty(groups)) {
    return (
      <EmptyState
        title={t('queue:emptyTitle')}
        text={t('queue:emptyText')}
        actions={
          <Button variant="primary" onPress={() => navigate({ screen: 'create' })}>
            {t('queue:emptyAction')}
          </Button>
        }
      />
    );
  }
  return (
    <JobList
      sections={sections}
      selected={selected}
      onSelect={select}
      onRemove={ask}
      onMove={onMove}
    />
  );
}

/** Jobs under way in all. Asks again when the list holds fewer than there are. */
function useTotal({ running, waiting, paused }: QueueGroups): number {
  const queue = useStudioQuery('generations.queue', {});
  const counts = useStudioQuery('library.counts', {});
  const total = counts.data?.active ?? 0;
  const listed = running.length + waiting.length + paused.length;
  const isShort = listed < total && listed < fullList;
  const { refetch: readQueue } = queue;
  const { refetch: readCounts } = counts;
  useEffect(() => {
    if (isShort) void Promise.all([readQueue(), readCounts()]);
  }, [isShort, readQueue, readCounts]);
  return total;
}

function useShared(sections: readonly JobSection[]): readonly JobSection[] {
  const [kept, setKept] = useState(sections);
  const shared = shareSections(kept, sections);
  if (shared !== kept) setKept(shared);
  return shared;
}

interface UnreadableProps {
  readonly error: Parameters<typeof errorWords>[1];
  readonly onRetry: () => void;
}

function Unreadable({ error, onRetry }: UnreadableProps) {
  const t = useTranslate();
  return (
    <EmptyState
      title={t('queue:failedToLoad')}
      text={errorWords(t, error)}
      actions={<Button onPress={onRetry}>{t('retry')}</Button>}
    />
  );
}
