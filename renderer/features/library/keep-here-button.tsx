// "Keep only on this device" for all that is selected: the cloud's copies are asked to be erased, of clips that are whole here alone.
import { useState } from 'react';
import type { Picked } from '../../clip/picked-clips.ts';
import { errorWords } from '../../engine/error-words.ts';
import { useStudioCommand } from '../../engine/queries.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { DeviceIcon, ProblemIcon } from '../../ui/icons.ts';
import { Note } from '../../ui/note.tsx';
import { useToasts } from '../../ui/toast.tsx';

export function KeepHereButton({ ids }: Pick<Picked, 'ids'>) {
  const t = useTranslate();
  const toasts = useToasts();
  const [isOpen, setOpen] = useState(false);
  const keep = useStudioCommand('erasures.keepHere');
  const run = () =>
    keep.mutate(
      { ids: [...ids] },
      {
        onSuccess: ({ asked, later }) => {
          setOpen(false);
          const words = [
            ...(asked > 0 ? [t('erasures:keptAsked', { count: asked })] : []),
            ...(later > 0 ? [t('erasures:keptLater', { count: later })] : []),
          ];
          const text = words.length > 0 ? words.join(' ') : t('erasures:keptNone');
          toasts.show({ text, icon: DeviceIcon });
        },
      },
    );
  return (
    <>
      <IconButton
        label={t('erasures:keepHere')}
        glyph={DeviceIcon}
        tooltipPlacement="top"
        onPress={() => setOpen(true)}
      />
      <ConfirmDialog
        isOpen={isOpen}
        onOpenChange={setOpen}
        title={t('erasures:keepTitle', { count: ids.length })}
        description={t('erasures:keepText')}
        confirmLabel={t('erasures:keepConfirm')}
        isDestructive
        busy={keep.isPending}
        onConfirm={run}
      >
        {keep.error && (
          <Note icon={ProblemIcon} tone="danger" isAlert>
            {errorWords(t, keep.error)}
          </Note>
        )}
      </ConfirmDialog>
    </>
  );
}
