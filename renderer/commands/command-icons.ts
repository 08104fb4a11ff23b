// The picture beside each command, and the places that the palette knows besides the screens.
import type { CommandId } from '#shared/commands.ts';
import { settingsSections, yourDataTabs } from '../app/router.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import type { IconGlyph } from '../ui/icon.tsx';
import * as icons from '../ui/icons.ts';
import type { Place } from './palette-items.ts';

const table: Readonly<Record<CommandId, IconGlyph>> = {
  'clip.new': icons.CreateIcon,
  'files.import': icons.AddFilesIcon,
  'clips.saveElsewhere': icons.SaveIcon,
  'clips.copyFiles': icons.CopyIcon,
  'clips.reveal': icons.FolderIcon,
  'archive.import': icons.ImportIcon,
  'archive.export': icons.ArchiveIcon,
  'clips.export': icons.ArchiveIcon,
  'library.show': icons.FolderIcon,
  'library.findFiles': icons.SearchIcon,
  'change.undo': icons.UndoIcon,
  'change.redo': icons.RedoIcon,
  'clips.favourite': icons.StarIcon,
  'clips.trash': icons.TrashIcon,
  'clips.compare': icons.CompareIcon,
  'library.search': icons.SearchIcon,
  'go.create': icons.CreateIcon,
  'go.queue': icons.QueueIcon,
  'go.library': icons.LibraryIcon,
  'go.trash': icons.TrashIcon,
  'go.prompts': icons.PromptIcon,
  'go.assets': icons.ImageIcon,
  'go.your-data': icons.DataIcon,
  'go.account': icons.AccountIcon,
  'go.settings': icons.SettingsIcon,
  'queue.pause': icons.PauseIcon,
  'queue.resume': icons.PlayIcon,
  'palette.open': icons.SearchIcon,
  'layout.grid': icons.GridIcon,
  'layout.list': icons.ListIcon,
  'layout.timeline': icons.CalendarIcon,
  'theme.dark': icons.DeviceIcon,
  'theme.light': icons.DeviceIcon,
  'theme.system': icons.DeviceIcon,
  'logs.show': icons.DiagnosticsIcon,
  'support.write': icons.InfoIcon,
};
/** By the id of a command; a screen that is no command has none. */
export const commandIcons: Readonly<Record<string, IconGlyph | undefined>> = table;

export function usePlaces(): readonly Place[] {
  const t = useTranslate();
  return [
    ...yourDataTabs
      .filter((tab) => tab !== 'overview')
      .map((tab) => ({
        id: `your-data/${tab}`,
        name: `${t('nav.yourData')} › ${t(`yourData:tabs.${tab}`)}`,
        route: { screen: 'your-data', tab } as const,
      })),
    ...settingsSections
      .filter((section) => section !== 'general')
      .map((section) => ({
        id: `settings/${section}`,
        name: `${t('nav.settings')} › ${t(`settings:${section}`)}`,
        route: { screen: 'settings', section } as const,
      })),
  ];
}
