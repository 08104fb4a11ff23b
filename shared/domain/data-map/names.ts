// The data map, name by name: what is kept under each name that is no column of a table. Tests compare each list with the code that
// writes under these names, and the log writes no other field. Must not hold a value.
import type { DataKind } from '../data-kinds.ts';

export interface MappedName {
  readonly kind: DataKind;
  readonly what: string;
}

/** Lines of the table `setting`. */
export const mappedSettings = {
  cloud_access: {
    kind: 'account',
    what: 'When you asked the cloud for everything that it holds, and what came of it',
  },
  cloud_held_at: { kind: 'account', what: 'When the cloud gave the answer that is kept' },
  cloud_description: {
    kind: 'account',
    what: 'The service and your account there, to read without a network',
  },
  draft: { kind: 'prompts', what: 'What you are writing at the moment' },
  last_export: { kind: 'preferences', what: 'When you exported last, and how large it was' },
  queue_pause: { kind: 'history', what: 'Whether you paused the queue' },
  onward_cursor: { kind: 'ledger', what: 'How far the requests of the demo service were read' },
  history_place: { kind: 'history', what: 'How far the history in the cloud was read' },
  studio: { kind: 'preferences', what: 'How the app works for you; each choice is listed apart' },
  unfinished_exports: {
    kind: 'preferences',
    what: 'Where an unfinished archive lies, to be removed after a crash',
  },
  backup_plan: {
    kind: 'backups',
    what: 'Where backups go, how often, and how many are kept',
  },
  backup_past: { kind: 'backups', what: 'When the last backup was made, or why not' },
  closed_cleanly: { kind: 'preferences', what: 'Whether the app ended in good order' },
} as const satisfies Readonly<Record<string, MappedName>>;

/** Choices about the work of the engine, in the setting `studio`. */
export const mappedStudioSettings = {
  downloadsAtOnce: 'How many results are fetched side by side',
  bytesPerSecond: 'How fast they may be fetched',
  ledgerDays: 'How long the network ledger is kept',
  fetchElsewhere: 'Whether clips made elsewhere come by themselves',
  trashDays: 'How long clips stay in the trash',
  cleanUp: 'Which clips go to the trash by themselves',
  keepOnlyHere: 'Whether the copy in the cloud goes as soon as a result is here',
} as const;

/** Choices about the window, in preferences.json. */
export const mappedPreferences = {
  theme: 'Dark, light, or as the system',
  contrast: 'How strong lines and words are',
  motion: 'How much moves',
  language: 'Language of the app',
  notifications: 'Whether the app tells of clips that are ready',
  shortcuts: 'Keys that you chose for commands',
  libraryLayout: 'Whether the library is a grid, a list or a timeline',
} as const;

/** The parts of preferences.json itself. */
export const mappedPreferenceFile = {
  appearance: 'The choices about the window',
  libraryPath: 'Which folder holds the library',
  window: 'Size and place of the window, and whether it showed the Library',
} as const;

/** What a line of the log may say besides when, how bad and what. Nothing else is written. */
export const mappedLogFields = {
  action: 'What was decided after a failure',
  attempts: 'How often something was tried',
  backup: 'Name of a backup, which is its date',
  call: 'Which question failed',
  code: 'Why it failed, as a code',
  count: 'How many',
  failures: 'How often it failed in a row',
  from: 'Version of the database before',
  job: 'Id of a clip',
  ledgerDays: 'How long the network ledger is kept',
  message: 'What the system said, without names of folders, addresses and keys',
  parts: 'How many unfinished files were removed',
  placed: 'How many files were taken back',
  reason: 'What the system said, without names of folders, addresses and keys',
  sequence: 'Number of a clip within the library',
  sql: 'Which question to the database was slow, without the values in it',
  stack: 'Where in the app it happened',
  state: 'How far something is',
  status: 'How far a clip is',
  to: 'Version of the database after',
  tookMs: 'How long it took',
  version: 'Version of the app or of the database',
} as const;
export type LogField = keyof typeof mappedLogFields;

/** Entries of the system's keychain. */
export const mappedSecrets = {
  'kling-access': 'Your own key for the Kling platform',
  'cloud-token': 'Your sign-in at another service',
  'erasure-tokens': 'Permission to erase at a service, and to do nothing else there',
} as const;
