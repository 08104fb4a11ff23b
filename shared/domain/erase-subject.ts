// What a person can erase while the app runs, and where. Data and limits only; a full wipe is another thing.

/** On this device only, in the cloud only, or both. */
export const erasePlaces = ['here', 'cloud', 'both'] as const;
export type ErasePlace = (typeof erasePlaces)[number];

/** Kinds of data that can go as a whole. */
export const erasableKinds = [
  'assets',
  'prompts',
  'draft',
  'history',
  'ledger',
  'logs',
  'backups',
  'saved-prompts',
  'saved-searches',
  'collections',
  'requests',
] as const;
export type ErasableKind = (typeof erasableKinds)[number];

/** What people keep by name or have written; each is a table of its own. */
export const keptKinds = ['saved-prompts', 'saved-searches', 'collections', 'requests'] as const;
export type KeptKind = (typeof keptKinds)[number];

/** Only these are in the cloud too. */
export const kindsInCloud: readonly ErasableKind[] = ['assets', 'history'];
