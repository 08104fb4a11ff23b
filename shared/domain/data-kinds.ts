// The kinds of data about the user, by name.

/** Kinds of data about the user; each has an entry in the data map. */
export const dataKinds = [
  'videos',
  'posters',
  'assets',
  'prompts',
  'history',
  'account',
  'consents',
  'deletions',
  'ledger',
  'preferences',
  'logs',
  'database',
  'backups',
  'incoming',
  'browser',
  'cloud-embedded',
  'keychain',
] as const;
export type DataKind = (typeof dataKinds)[number];
