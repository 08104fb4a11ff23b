// Backups by a plan: where to, how often, how many, and the way back. What does not work is said here until it does.
import type { BackupChoice, BackupState } from '#shared/contract/backups.ts';
import { useStudioQuery } from '../../../engine/queries.ts';
import { formatBytes, formatDateTime } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import type { Translate } from '../../../i18n/translate.ts';
import { useTask } from '../../../tasks/use-task.ts';
import { TaskProgress } from '../../../tasks/task-progress.tsx';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { RestoreControl } from './restore-control.tsx';
import { RowButtons } from './row-buttons.tsx';
import type { Row } from '../sections/section.ts';
import { useRowCommand } from '../use-row-command.ts';

const periods = [1, 3, 6, 12, 24, 72, 168] as const;
const keeps = [1, 3, 5, 10, 20, 50] as const;

export function useBackupRows(): readonly Row[] {
  const t = useTranslate();
  const state = useStudioQuery('backups.state', {}).data;
  const folder = useFolderRow(state);
  const plan = usePlanRow(state);
  const change = useRowCommand('backups.change');
  if (!state || state.folderLabel === null) return [folder];
  const { choice } = state;
  const set = (next: Partial<BackupChoice>) => change.run(next);
  return [
    folder,
    plan,
    {
      id: 'backup-every',
      title: t('backups:every'),
      words: t('backups:words'),
      problem: change.problem,
      control: (
        <Select
          label={t('backups:every')}
          isLabelHidden
          options={withOwn(periods, choice.everyHours).map((hours) => ({
            value: String(hours),
            label: periodWords(t, hours),
          }))}
          value={String(choice.everyHours)}
          onChange={(value) => set({ everyHours: Number(value) })}
        />
      ),
    },
    {
      id: 'backup-keep',
      title: t('backups:keep'),
      note: t('backups:keepNote'),
      words: t('backups:words'),
      control: (
        <Select
          label={t('backups:keep')}
          isLabelHidden
          options={withOwn(keeps, choice.keep).map((count) => ({
            value: String(count),
            label: t('backups:kept', { count }),
          }))}
          value={String(choice.keep)}
          onChange={(value) => set({ keep: Number(value) })}
        />
      ),
    },
    {
      id: 'backup-media',
      title: t('backups:media'),
      note: t('backups:mediaNote'),
      words: t('backups:words'),
      control: (
        <Switch
          label={t('backups:media')}
          isLabelHidden
          isSelected={choice.includeMedia}
          onChange={(includeMedia) => set({ includeMedia })}
        />
      ),
    },
    {
      id: 'backup-restore',
      title: t('backups:restore'),
      note: t('backups:restoreNote'),
      words: t('backups:words'),
      control: <RestoreControl backups={state.backups} isBusy={state.taskId !== null} />,
    },
  ];
}

function useFolderRow(state: BackupState | undefined): Row {
  const t = useTranslate();
  const dialog = useRowCommand('dialogs.chooseBackupFolder');
  const choose = useRowCommand('backups.choose');
  const forget = useRowCommand('backups.forget');
  const hasFolder = state !== undefined && state.folderLabel !== null;
  return {
    id: 'backup-folder',
    title: t('backups:folder'),
    ...(state && { note: folderWords(t, state) }),
    ...(hasFolder && !state.isFolderThere && { tone: 'warning' as const }),
    words: t('backups:words'),
    problem: dialog.problem ?? choose.problem ?? forget.problem,
    control: (
      <RowButtons>
        {hasFolder && (
          <Button
            size="sm"
            variant="ghost"
            aria-label={t('backups:forgetNamed')}
            onPress={() => forget.run({})}
          >
            {t('backups:forget')}
          </Button>
        )}
        <Button
          size="sm"
          aria-label={t('backups:chooseNamed')}
          busy={dialog.isBusy || choose.isBusy}
          onPress={() =>
            dialog.run({}, ({ grantId }) => {
              if (grantId !== null) choose.run({ grantId });
            })
          }
        >
          {t('backups:choose')}
        </Button>
      </RowButtons>
    ),
  };
}

function usePlanRow(state: BackupState | undefined): Row {
  const t = useTranslate();
  const change = useRowCommand('backups.change');
  const now = useRowCommand('backups.now');
  const backup = useTask('backup', null);
  const restore = useTask('restore', null);
  const followed = restore.task?.state === 'running' ? restore : backup;
  const isRunning = followed.task?.state === 'running';
  return {
    id: 'backup-plan',
    title: t('backups:plan'),
    note: state ? planWords(t, state) : t('backups:planNote'),
    ...(state?.problem && { tone: 'warning' as const }),
    words: t('backups:words'),
    problem: change.problem ?? now.problem,
    control: (
      <RowButtons>
        <Button size="sm" isDisabled={isRunning} busy={now.isBusy} onPress={() => now.run({})}>
          {t('backups:now')}
        </Button>
        <Switch
          label={t('backups:plan')}
          isLabelHidden
          isSelected={state?.choice.isOn ?? false}
          onChange={(isOn) => change.run({ isOn })}
        />
      </RowButtons>
    ),
    ...(isRunning &&
      followed.task && {
        below: (
          <TaskProgress
            label={t(runningWord(followed.task.kind, followed.task.phase))}
            task={followed.task}
            pace={followed.pace}
            onCancel={followed.cancel}
          />
        ),
      }),
  };
}

function runningWord(kind: string, phase: string) {
  if (kind === 'restore') return 'backups:restoring' as const;
  return phase === 'verify' ? ('backups:checking' as const) : ('backups:running' as const);
}

function folderWords(t: Translate, { folderLabel, isFolderThere, backups }: BackupState): string {
  if (folderLabel === null) return t('backups:folderNone');
  if (!isFolderThere) return t('backups:folderGone', { place: folderLabel });
  const bytes = formatBytes(backups.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0));
  return t('backups:folderFacts', { place: folderLabel, count: backups.length, bytes });
}

function planWords(t: Translate, { lastAt, nextAt, problem }: BackupState): string {
  const next = nextAt === null ? '' : formatDateTime(nextAt);
  if (problem && nextAt !== null) {
    return t('backups:planFailed', { reason: problem.message, next });
  }
  if (nextAt === null) {
    return lastAt === null
      ? t('backups:planNote')
      : t('backups:planLast', { last: formatDateTime(lastAt) });
  }
  if (lastAt === null) return t('backups:planNever', { next });
  return t('backups:planNext', { last: formatDateTime(lastAt), next });
}

function periodWords(t: Translate, hours: number): string {
  return hours % 24 === 0
    ? t('backups:days', { count: hours / 24 })
    : t('backups:hours', { count: hours });
}

/** A value that was set elsewhere is among the choices too. */
function withOwn(known: readonly number[], own: number): number[] {
  return [...new Set([...known, own])].sort((one, other) => one - other);
}
