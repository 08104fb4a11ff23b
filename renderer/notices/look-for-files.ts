// Looks for files that are not where they were, and tells in the end what came of it.
import type { StudioOutput } from '#shared/contract/studio.ts';
import { toAppError } from '#shared/errors.ts';
import { navigate } from '../app/router.ts';
import { useLibraryView } from '../clip/library-view.ts';
import { errorWords } from '../engine/error-words.ts';
import { call, on } from '../engine/studio.ts';
import type { Translate } from '../i18n/translate.ts';
import { FolderIcon, ProblemIcon } from '../ui/icons.ts';
import type { useToasts } from '../ui/toast.tsx';

type Task = StudioOutput<'tasks.get'>;
type Toasts = ReturnType<typeof useToasts>;

export async function lookForFiles(t: Translate, toasts: Toasts): Promise<void> {
  const failed = (thrown: unknown) =>
    toasts.show({ text: errorWords(t, toAppError(thrown)), icon: ProblemIcon });
  let id: string | null = null;
  let ended: Task | null = null;
  const stop = on('task.changed', (task) => {
    if (task.kind !== 'find' || task.state === 'running') return;
    if (id === null) ended = task;
    else if (task.id === id) finish(task);
  });
  const finish = (task: Task) => {
    stop();
    tell(task, t, toasts);
  };
  toasts.show({ text: t('files:looking'), icon: FolderIcon });
  try {
    id = (await call('library.findFiles', {})).taskId;
    if (ended !== null) finish(ended);
  } catch (thrown) {
    stop();
    failed(thrown);
  }
}

function tell({ result }: Task, t: Translate, toasts: Toasts): void {
  const files = result?.files;
  if (!files) return;
  const text = t('files:found', {
    checked: files.checked,
    found: files.found,
    missing: files.missing,
  });
  const show = () => {
    useLibraryView.getState().filterBy({ search: 'is:missing ', filters: '', place: 'all' });
    navigate({ screen: 'library' });
  };
  toasts.show({
    text,
    icon: FolderIcon,
    ...(files.missing > 0 && { action: { label: t('files:show'), onPress: show } }),
  });
}
