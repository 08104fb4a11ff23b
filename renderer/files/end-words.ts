// What came of a task about files, in a sentence; and the way to what came in.
import type { TaskState } from '#shared/contract/data.ts';
import { navigate } from '../app/router.ts';
import { useLibraryView } from '../clip/library-view.ts';
import type { Translate } from '../i18n/translate.ts';

/** `null` where there is nothing to say here: the error speaks, or the report. */
export function endWords(t: Translate, task: TaskState): string | null {
  if (task.state === 'cancelled') {
    return t(task.kind === 'take' ? 'ownFiles:stopped' : 'ownFiles:saveStopped');
  }
  if (task.state === 'failed') return task.kind === 'locate' ? locateWords(t, task) : null;
  if (task.kind === 'locate') return t('ownFiles:located');
  const { taken, saved, fileName } = task.result ?? {};
  if (saved) {
    return saved.count === 0
      ? null
      : t('ownFiles:saved', { count: saved.count, name: fileName ?? '' });
  }
  if (!taken) return null;
  const parts = [
    taken.videos > 0 && t('ownFiles:videosTaken', { count: taken.videos }),
    taken.images > 0 && t('ownFiles:imagesTaken', { count: taken.images }),
    taken.broughtBack > 0 && t('ownFiles:broughtBack', { count: taken.broughtBack }),
    taken.known > 0 && t('ownFiles:known', { count: taken.known }),
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : parts.join(' ');
}

function locateWords(t: Translate, { error }: TaskState): string | null {
  if (error?.code === 'hash-mismatch') return t('ownFiles:locateOther');
  return error?.code === 'conflict' ? t('ownFiles:locateThere') : null;
}

/** The newest are first, whatever was looked at before. */
export function showTaken(): void {
  useLibraryView.getState().filterBy({
    search: '',
    filters: '',
    place: 'all',
    sort: 'newest',
    collection: null,
  });
  navigate({ screen: 'library' });
}
