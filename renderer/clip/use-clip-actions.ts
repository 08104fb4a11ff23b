// What can be done with a clip from more than one screen: favourite, copy, show its file, start again from it.
import { useMemo } from 'react';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import type { GenerationId } from '#shared/domain/ids.ts';
import type { AppError } from '#shared/errors.ts';
import { navigate } from '../app/router.ts';
import { useStudioCommand } from '../engine/queries.ts';
import { canCopyFiles, saveElsewhere } from '../files/files-out.ts';
import { tellCopied } from '../files/tell-copied.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { CheckIcon } from '../ui/icons.ts';
import { useToasts } from '../ui/toast.tsx';
import { useOrganise } from './use-organise.ts';

export interface ClipActions {
  readonly toggleFavourite: (clip: GenerationSummary) => void;
  readonly copy: (text: string) => void;
  readonly reveal: (clip: GenerationSummary) => void;
  readonly reuse: (clip: GenerationSummary) => void;
  readonly saveElsewhere: (ids: readonly GenerationId[]) => void;
  /** `null` where the system takes none. */
  readonly copyFiles: ((ids: readonly GenerationId[]) => void) | null;
  /** Why the last one did not work; to be shown where it was pressed. */
  readonly error: AppError | null;
}

export function useClipActions(): ClipActions {
  const t = useTranslate();
  const toasts = useToasts();
  const write = useStudioCommand('clipboard.writeText');
  const reveal = useStudioCommand('shell.revealOutput');
  const { change } = useOrganise();
  const { mutate: writeText } = write;
  const { mutate: revealOutput } = reveal;
  const actions = useMemo(
    () => ({
      toggleFavourite: ({ id, isFavourite }: GenerationSummary) =>
        void change([id], { type: 'favourite', isFavourite: !isFavourite }),
      copy: (text: string) =>
        writeText(
          { text },
          { onSuccess: () => toasts.show({ text: t('library:copied'), icon: CheckIcon }) },
        ),
      reveal: ({ id }: GenerationSummary) => revealOutput({ id }),
      reuse: ({ id }: GenerationSummary) => navigate({ screen: 'create', from: id }),
      saveElsewhere,
      copyFiles: canCopyFiles(navigator)
        ? (ids: readonly GenerationId[]) => tellCopied(t, toasts, ids)
        : null,
    }),
    [change, writeText, revealOutput, toasts, t],
  );
  return { ...actions, error: write.error ?? reveal.error };
}
