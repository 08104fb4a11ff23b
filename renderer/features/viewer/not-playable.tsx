// In place of the picture: what happened to the file, what is safe, what to do.
import type { GenerationSummary, Output } from '#shared/contract/generation.ts';
import type { AppError } from '#shared/errors.ts';
import { type FetchAgain, useFetchAgain } from '../../clip/use-fetch-again.ts';
import { errorWords } from '../../engine/error-words.ts';
import { useStudioCommand } from '../../engine/queries.ts';
import { locateFile } from '../../files/files-out.ts';
import { formatDate } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { TaskProgress } from '../../tasks/task-progress.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemIcon } from '../../ui/icons.ts';
import { Note } from '../../ui/note.tsx';
import styles from './not-playable.module.css';

export interface MissingProps {
  readonly clip: GenerationSummary;
  readonly output: Output;
  readonly onReuse: () => void;
}

export function Missing({ clip, output, onReuse }: MissingProps) {
  const t = useTranslate();
  const open = useStudioCommand('shell.open');
  const fetching = useFetchAgain(clip.id);
  return (
    <div className={styles['missing']}>
      <EmptyState
        title={t('viewer:missingTitle')}
        text={`${missingWords(clip, t)} ${t('viewer:missingName', { name: output.fileName })}`}
        actions={
          <>
            {clip.isInCloud && (
              <Button
                variant="primary"
                isDisabled={fetching.isStarting || fetching.running !== null}
                onPress={fetching.start}
              >
                {t('viewer:fetchAgain')}
              </Button>
            )}
            <Button onPress={() => locateFile(clip.id)}>{t('ownFiles:locate')}</Button>
            <Button onPress={() => open.mutate({ place: 'library' })}>
              {t('viewer:openLibraryFolder')}
            </Button>
            {clip.kind !== 'imported' && (
              <Button variant="ghost" onPress={onReuse}>
                {t('viewer:useSettings')}
              </Button>
            )}
          </>
        }
      />
      <Fetching fetching={fetching} />
    </div>
  );
}

function missingWords(clip: GenerationSummary, t: Translate): string {
  const { kind, isInCloud, cloudExpiresAt } = clip;
  if (kind === 'imported') return t('viewer:missingOwn');
  if (!isInCloud) return t('viewer:missingText');
  if (cloudExpiresAt === null) return t('viewer:missingInCloud');
  return t('viewer:missingInCloudUntil', { date: formatDate(cloudExpiresAt) });
}

function Fetching({ fetching }: { readonly fetching: FetchAgain }) {
  const t = useTranslate();
  const { running, error, cancel } = fetching;
  return (
    <div className={styles['fetching']}>
      {running && (
        <TaskProgress
          label={t('viewer:fetching')}
          task={running.task}
          pace={running.pace}
          onCancel={cancel}
        />
      )}
      {error && !running && (
        <Note icon={ProblemIcon} tone="danger" isAlert>
          {fetchErrorWords(error, t)}
        </Note>
      )}
    </div>
  );
}

/** The general words speak of jobs that go on by themselves; this does not. */
const ownWords = {
  'output-expired': 'viewer:fetchGone',
  'hash-mismatch': 'viewer:fetchOther',
  'size-mismatch': 'viewer:fetchOther',
  'cloud-unreachable': 'viewer:fetchOffline',
  'cloud-timeout': 'viewer:fetchOffline',
  'cloud-unavailable': 'viewer:fetchOffline',
  conflict: 'viewer:fetchThere',
} as const;

function fetchErrorWords(error: AppError, t: Translate): string {
  return error.code in ownWords
    ? t(ownWords[error.code as keyof typeof ownWords])
    : errorWords(t, error);
}

export interface BrokenProps extends Pick<MissingProps, 'onReuse'> {
  readonly onRetry: () => void;
}

export function Broken({ onRetry, onReuse }: BrokenProps) {
  const t = useTranslate();
  return (
    <EmptyState
      title={t('viewer:brokenTitle')}
      text={t('viewer:brokenText')}
      actions={
        <>
          <Button onPress={onRetry}>{t('retry')}</Button>
          <Button variant="ghost" onPress={onReuse}>
            {t('viewer:useSettings')}
          </Button>
        </>
      }
    />
  );
}
