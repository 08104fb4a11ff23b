// Copies files of clips, and says how many it was or why not.
import type { GenerationId } from '#shared/domain/ids.ts';
import type { Translate } from '../i18n/translate.ts';
import { CopyIcon, ProblemIcon } from '../ui/icons.ts';
import type { useToasts } from '../ui/toast.tsx';
import { failTask } from './file-tasks.ts';
import { copyFiles } from './files-out.ts';

export function tellCopied(
  t: Translate,
  toasts: ReturnType<typeof useToasts>,
  ids: readonly GenerationId[],
): void {
  copyFiles(ids)
    .then((count) =>
      toasts.show(
        count > 0
          ? { text: t('ownFiles:copied', { count }), icon: CopyIcon }
          : { text: t('ownFiles:nothingCopied'), icon: ProblemIcon },
      ),
    )
    .catch(failTask);
}
