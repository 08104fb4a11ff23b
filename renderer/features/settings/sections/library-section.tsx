// Where the library is and how large, and the ways to another folder: moving this library there, or opening another one.
import { useQueryClient } from '@tanstack/react-query';
import type { DataKind, Overview } from '#shared/contract/data.ts';
import { useStudioQuery } from '../../../engine/queries.ts';
import { formatBytes } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { FolderIcon } from '../../../ui/icons.ts';
import { useToasts } from '../../../ui/toast.tsx';
import { useBackupRows } from '../rows/backup-rows.tsx';
import { useMoveRow } from '../rows/move-row.tsx';
import type { Section } from './section.ts';
import { useTrashRow } from '../rows/trash-row.tsx';
import { useRowCommand } from '../use-row-command.ts';

/** What lies in the library folder; the rest of the overview lies elsewhere. */
const inLibrary: ReadonlySet<DataKind> = new Set<DataKind>([
  'videos',
  'posters',
  'assets',
  'incoming',
  'backups',
  'database',
]);

export function useLibrarySection(): Section {
  const t = useTranslate();
  const info = useStudioQuery('shell.info', {}).data;
  const overview = useStudioQuery('data.overview', {});
  const open = useRowCommand('shell.open');
  const other = useOtherFolder();
  const move = useMoveRow();
  const trash = useTrashRow();
  const backupRows = useBackupRows();
  const size = overview.data
    ? t('settings:librarySize', {
        bytes: formatBytes(libraryBytes(overview.data)),
        free: formatBytes(overview.data.freeBytes),
      })
    : t('settings:libraryCounting');
  return {
    id: 'library',
    title: t('settings:library'),
    icon: FolderIcon,
    words: t('settings:libraryWords'),
    groups: [
      {
        id: 'library',
        rows: [
          {
            id: 'place',
            title: info?.libraryLabel ?? t('settings:library'),
            ...(!overview.isError && { note: size }),
            problem: open.problem,
            control: (
              <Button
                size="sm"
                aria-label={t('settings:showLibrary')}
                onPress={() => open.run({ place: 'library' })}
              >
                {t('settings:show')}
              </Button>
            ),
          },
          move,
          trash,
          {
            id: 'other',
            title: t('settings:otherFolder'),
            note: t('settings:otherFolderNote'),
            words: t('settings:otherFolderWords'),
            problem: other.problem,
            control: (
              <Button
                size="sm"
                aria-label={t('settings:chooseLibrary')}
                busy={other.isBusy}
                onPress={other.choose}
              >
                {t('settings:choose')}
              </Button>
            ),
          },
        ],
      },
      { id: 'backups', title: t('backups:group'), rows: backupRows },
    ],
  };
}

function useOtherFolder() {
  const t = useTranslate();
  const client = useQueryClient();
  const toasts = useToasts();
  const { isBusy, problem, run } = useRowCommand('dialogs.chooseLibrary');
  const choose = () =>
    run({}, ({ changed, libraryLabel }) => {
      if (!changed) return;
      void client.invalidateQueries({ queryKey: ['shell.info'] });
      toasts.show({ text: t('settings:libraryOpened', { place: libraryLabel }), icon: FolderIcon });
    });
  return { isBusy, problem, choose };
}

function libraryBytes({ inventory }: Overview): number {
  return inventory
    .filter(({ kind }) => inLibrary.has(kind))
    .reduce((sum, { bytes }) => sum + bytes, 0);
}
