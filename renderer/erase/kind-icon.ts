// The picture of each kind of data.
import type { DataKind } from '#shared/contract/data.ts';
import type { IconGlyph } from '../ui/icon.tsx';
import {
  AccountIcon,
  ArchiveIcon,
  DataIcon,
  DeviceIcon,
  DiagnosticsIcon,
  DownloadIcon,
  FilmIcon,
  GlobeIcon,
  HistoryIcon,
  ImageIcon,
  KeyIcon,
  LibraryIcon,
  PromptIcon,
  ServerIcon,
  SettingsIcon,
  ShieldIcon,
  TrashIcon,
} from '../ui/icons.ts';

export const kindIcons: Readonly<Record<DataKind, IconGlyph>> = {
  videos: FilmIcon,
  posters: LibraryIcon,
  assets: ImageIcon,
  prompts: PromptIcon,
  history: HistoryIcon,
  account: AccountIcon,
  consents: ShieldIcon,
  deletions: TrashIcon,
  ledger: GlobeIcon,
  preferences: SettingsIcon,
  logs: DiagnosticsIcon,
  database: DataIcon,
  backups: ArchiveIcon,
  incoming: DownloadIcon,
  browser: DeviceIcon,
  'cloud-embedded': ServerIcon,
  keychain: KeyIcon,
};
