// What is under way with files, whatever screen is open: progress with the way to stop it, and in the end what came of it.
import { useCallback, useState } from 'react';
import type { TaskState } from '#shared/contract/data.ts';
import { fromWire } from '#shared/errors.ts';
import { errorWords } from '../engine/error-words.ts';
import { useStudioCommand, useStudioQuery } from '../engine/queries.ts';
import { formatBytesOf } from '../i18n/format.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { useTaskEnds } from '../tasks/use-task-ends.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { CheckIcon, FolderIcon, ImportIcon, ProblemIcon } from '../ui/icons.ts';
import { Meter } from '../ui/meter.tsx';
import { useToasts } from '../ui/toast.tsx';
import { forgetTask, useFileTasks } from './file-tasks.ts';
import styles from './files-host.module.css';
import { LeftOut, type LeftOutReport, reportOf } from './left-out.tsx';
import { endWords, showTaken } from './end-words.ts';

const kinds = ['take', 'save', 'locate'] as const satisfies readonly TaskState['kind'][];
type Kind = (typeof kinds)[number];
const labels = {
  take: 'ownFiles:taking',
  save: 'ownFiles:saving',
  locate: 'ownFiles:locating',
} as const;

function kindOf({ kind }: TaskState): Kind | null {
  return kinds.find((known) => known === kind) ?? null;
}

export function FilesHost() {
  const t = useTranslate();
  const [report, setReport] = useState<LeftOutReport | null>(null);
  useEndTold(setReport);
  const error = useFileTasks((tasks) => tasks.error);
  const tasks = useStudioQuery('tasks.list', {}).data?.items ?? [];
  return (
    <>
      {tasks
        .filter((task) => task.state === 'running' && kindOf(task) !== null)
        .map((task) => (
          <Running key={task.id} task={task} />
        ))}
      {error && (
        <Banner
          icon={ProblemIcon}
          tone="warning"
          title={errorWords(t, error)}
          actions={
            <Button size="xs" onPress={() => useFileTasks.setState({ error: null })}>
              {t('dismiss')}
            </Button>
          }
        />
      )}
      {report && <LeftOut report={report} onClose={() => setReport(null)} />}
    </>
  );
}

function Running({ task }: { readonly task: TaskState }) {
  const t = useTranslate();
  const cancel = useStudioCommand('tasks.cancel');
  const known = useStudioQuery('tasks.get', { id: task.id }).data ?? task;
  const { doneBytes, totalBytes } = known;
  const label = t(labels[kindOf(task) ?? 'take']);
  const amount = totalBytes > 0 ? formatBytesOf(doneBytes, totalBytes) : undefined;
  return (
    <Banner
      icon={task.kind === 'take' ? ImportIcon : FolderIcon}
      title={label}
      {...(amount !== undefined && { text: amount })}
      actions={
        <>
          <span className={styles['meter']}>
            <Meter
              label={label}
              share={totalBytes > 0 ? doneBytes / totalBytes : null}
              valueText={amount}
            />
          </span>
          <Button size="xs" onPress={() => cancel.mutate({ id: task.id })}>
            {t('cancel')}
          </Button>
        </>
      }
    />
  );
}

function useEndTold(setReport: (report: LeftOutReport | null) => void): void {
  const t = useTranslate();
  const toasts = useToasts();
  const begun = useFileTasks((tasks) => tasks.begun);
  const tell = useCallback(
    (task: TaskState) => {
      forgetTask(task.id);
      setReport(reportOf(task));
      const text = endWords(t, task);
      if (task.error && text === null) {
        useFileTasks.setState({ error: fromWire(task.error) });
      } else if (text !== null) {
        const isSeen = task.result?.taken && task.result.taken.clips.length > 0;
        toasts.show({
          text,
          icon: task.state === 'done' ? CheckIcon : ProblemIcon,
          ...(isSeen && { action: { label: t('ownFiles:show'), onPress: showTaken } }),
        });
      }
    },
    [setReport, t, toasts],
  );
  useTaskEnds(kinds, begun, tell);
}
