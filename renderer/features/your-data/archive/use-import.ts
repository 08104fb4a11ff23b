// An import as the panel and the dialog show it: what was chosen, how far its task is, where its clips are.
import { navigate } from '../../../app/router.ts';
import { type Candidate, useImportFlow } from '../../../archive/import-flow.ts';
import { useLibraryView } from '../../../clip/library-view.ts';
import type { AppError } from '#shared/errors.ts';
import { type FollowedTask, useTask } from '../../../tasks/use-task.ts';

export interface Import extends FollowedTask {
  readonly candidate: Candidate | null;
  readonly error: AppError | null;
  readonly showInLibrary: () => void;
}

export function useImport(): Import {
  const { candidate, taskId, error } = useImportFlow();
  const followed = useTask('import', taskId);
  const filterBy = useLibraryView((view) => view.filterBy);
  return {
    ...followed,
    candidate,
    error: error ?? followed.error,
    showInLibrary: () => {
      filterBy({ search: '', filters: '', place: 'all' });
      navigate({ screen: 'library' });
    },
  };
}
