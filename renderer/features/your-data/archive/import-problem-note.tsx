// Why an archive was not imported, or not completely: what happened, what it means for the library, what to do.
import type { TaskState } from '#shared/contract/data.ts';
import type { AppError } from '#shared/errors.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { ProblemIcon } from '../../../ui/icons.ts';
import { Note } from '../../../ui/note.tsx';
import { problemOf } from './import-words.ts';

export interface ImportProblemNoteProps {
  readonly error: Pick<AppError, 'code' | 'message'>;
  /** The import that failed; left out when none was begun. */
  readonly task?: TaskState | null;
}

export function ImportProblemNote({ error, task = null }: ImportProblemNoteProps) {
  const t = useTranslate();
  const { what, next } = problemOf(t, error, task);
  return (
    <Note icon={ProblemIcon} tone="danger" title={what} isAlert>
      {next}
    </Note>
  );
}
