// Export: what goes in, how far it is, what came of it. Everything about an export is said here, also what went wrong.
import { formatBytes, formatDate } from '../../../i18n/format.ts';
import type { Overview, TaskState } from '#shared/contract/data.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import type { Translate } from '../../../i18n/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { ArchiveIcon, ProblemIcon, VerifiedIcon } from '../../../ui/icons.ts';
import { Note } from '../../../ui/note.tsx';
import { Panel } from '../../../ui/panel.tsx';
import styles from '../action-panels.module.css';
import type { Pace } from '../../../tasks/remaining.ts';
import { HeldInArchive } from '../cloud-held/cloud-held-panel.tsx';
import { TaskProgress } from '../../../tasks/task-progress.tsx';

export interface ExportPanelProps {
  readonly overview: Overview | null;
  readonly task: TaskState | null;
  readonly pace: Pace | null;
  /** One sentence. */
  readonly problem: string | null;
  readonly includeMedia: boolean;
  readonly onIncludeMedia: (includeMedia: boolean) => void;
  readonly onPart: () => void;
  readonly onCancel: () => void;
  /** Left out when the place is not known any more. */
  readonly onReveal: (() => void) | null;
}

export function ExportPanel(props: ExportPanelProps) {
  const { overview, task, problem, includeMedia, onIncludeMedia } = props;
  const t = useTranslate();
  const isRunning = task?.state === 'running';
  return (
    <Panel title={t('yourData:exportTitle')} icon={ArchiveIcon} isPadded>
      <div className={styles['words']}>
        <p>{t('yourData:exportText')}</p>
        <Checkbox
          label={t('yourData:exportMedia')}
          trailing={overview ? formatBytes(mediaBytes(overview)) : undefined}
          isSelected={includeMedia}
          isDisabled={isRunning}
          onChange={onIncludeMedia}
        />
        <HeldInArchive />
        {isRunning && (
          <TaskProgress
            label={t(task.phase.startsWith('verif') ? 'yourData:checking' : 'yourData:exporting')}
            task={task}
            pace={props.pace}
            onCancel={props.onCancel}
          />
        )}
        {!isRunning && (
          <Button size="sm" isWide onPress={props.onPart}>
            {t('exportPart:open')}
          </Button>
        )}
        {problem !== null && (
          <Note icon={ProblemIcon} tone="danger" isAlert>
            {problem}
          </Note>
        )}
        {task?.state === 'cancelled' && <p role="status">{t('yourData:exportCancelled')}</p>}
        {task?.state === 'done' && problem === null ? (
          <Done task={task} onReveal={props.onReveal} />
        ) : (
          !isRunning && <p className={styles['faint']}>{lastExportWords(overview, t)}</p>
        )}
      </div>
    </Panel>
  );
}

function mediaBytes({ inventory }: Overview): number {
  return inventory
    .filter(({ kind }) => kind === 'videos' || kind === 'assets' || kind === 'posters')
    .reduce((sum, { bytes }) => sum + bytes, 0);
}

function lastExportWords(overview: Overview | null, t: Translate): string {
  if (!overview) return '';
  const { lastExport } = overview;
  if (!lastExport) return t('yourData:neverExported');
  const facts = { date: formatDate(lastExport.at), bytes: formatBytes(lastExport.sizeBytes) };
  return t(lastExport.verified ? 'yourData:lastExportVerified' : 'yourData:lastExport', facts);
}

function Done({
  task,
  onReveal,
}: { readonly task: TaskState } & Pick<ExportPanelProps, 'onReveal'>) {
  const t = useTranslate();
  return (
    <div className={styles['done']}>
      <p role="status" className={styles['success']}>
        <Icon glyph={VerifiedIcon} size={14} />
        {doneWords(task, t)}
      </p>
      {onReveal && (
        <Button size="sm" isWide onPress={onReveal}>
          {t('yourData:showInFolder')}
        </Button>
      )}
    </div>
  );
}

function doneWords({ result }: TaskState, t: Translate): string {
  const bytes = formatBytes(result?.sizeBytes ?? 0);
  const count = result?.parts ?? 1;
  if (count === 1) return t('yourData:exportDone', { bytes });
  return t('exportPart:donePartly', { bytes, parts: t('exportPart:parts', { count }) });
}
