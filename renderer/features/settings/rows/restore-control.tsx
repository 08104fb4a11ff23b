// The way back to a backup: which one, and a question before it, since titles and marks change.
import { useState } from 'react';
import type { BackupFile } from '#shared/contract/backups.ts';
import { formatBytes, formatDateTime } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProblemIcon } from '../../../ui/icons.ts';
import { Note } from '../../../ui/note.tsx';
import { Select } from '../../../ui/select.tsx';
import { useRowCommand } from '../use-row-command.ts';

export interface RestoreControlProps {
  /** Newest first. */
  readonly backups: readonly BackupFile[];
  readonly isBusy: boolean;
}

export function RestoreControl({ backups, isBusy }: RestoreControlProps) {
  const t = useTranslate();
  const restore = useRowCommand('backups.restore');
  const [isOpen, setOpen] = useState(false);
  const [picked, setPicked] = useState<string | null>(null);
  const chosen = backups.find(({ name }) => name === picked) ?? backups[0];
  const close = () => setOpen(false);
  if (!chosen) return <span>{t('backups:restoreNone')}</span>;
  return (
    <>
      <Button size="sm" isDisabled={isBusy} onPress={() => setOpen(true)}>
        {t('backups:restoreAction')}
      </Button>
      {isOpen && (
        <Dialog
          isOpen
          onOpenChange={setOpen}
          title={t('backups:restoreTitle', { time: formatDateTime(chosen.at) })}
          description={t('backups:restoreNote')}
          actions={
            <>
              <Button autoFocus onPress={close}>
                {t('cancel')}
              </Button>
              <Button
                variant="primary"
                busy={restore.isBusy}
                onPress={() => restore.run({ name: chosen.name }, close)}
              >
                {t('backups:restoreConfirm')}
              </Button>
            </>
          }
        >
          <Select
            label={t('backups:restoreChoose')}
            options={backups.map(({ name, at, sizeBytes, kind }) => ({
              value: name,
              label: [
                formatDateTime(at),
                ...(kind === 'planned' ? [] : [t('backups:before')]),
              ].join(', '),
              note: formatBytes(sizeBytes),
            }))}
            value={chosen.name}
            onChange={setPicked}
          />
          {restore.problem !== undefined && (
            <Note icon={ProblemIcon} tone="danger" isAlert>
              {restore.problem}
            </Note>
          )}
        </Dialog>
      )}
    </>
  );
}
