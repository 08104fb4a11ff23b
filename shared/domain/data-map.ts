// The data map: for every kind of data about the user, what it is for, on which legal basis, who gets it, how long it stays
// and where it lies. Plain facts as data, the same for the screen and for whoever else has to tell. Must not count anything.
import type { DataKind } from './data-kinds.ts';

export const legalBases = [
  'contract',
  'consent',
  'legitimate-interests',
  'legal-obligation',
] as const;
export type LegalBasis = (typeof legalBases)[number];

/** Where a kind of data can be: this device, the account service, the maker of the model, the payment service. */
export const dataPlaces = ['device', 'cloud', 'provider', 'stripe'] as const;
export type DataPlace = (typeof dataPlaces)[number];

export interface DataMapEntry {
  readonly label: string;
  readonly purpose: string;
  readonly basis: LegalBasis;
  /** Besides this device. The demo is a service too, and it runs on this device. */
  readonly recipients: readonly Exclude<DataPlace, 'device'>[];
  /** What of it goes there, and when. */
  readonly whatGoes: string;
  readonly retention: string;
  /** On this device; never an absolute path. */
  readonly where: string;
}

const stays = 'Nothing. It stays on this device.';
const untilErased = 'Until you erase it';

export const dataMap = {
  videos: {
    label: 'Videos',
    purpose: 'The clips that you made',
    basis: 'contract',
    recipients: ['cloud', 'provider'],
    whatGoes: 'The service renders each clip and holds it until this device has fetched it.',
    retention: 'Here until you erase it; in the cloud as long as the service says',
    where: 'Library folder, videos',
  },
  posters: {
    label: 'Posters',
    purpose: 'Shows clips in the library without opening the videos',
    basis: 'contract',
    recipients: ['cloud'],
    whatGoes: 'The service draws the poster together with the clip.',
    retention: 'As long as their clip',
    where: 'Library folder, posters',
  },
  assets: {
    label: 'Reference assets',
    purpose: 'Images that a clip starts from',
    basis: 'contract',
    recipients: ['cloud', 'provider'],
    whatGoes: 'An image goes to the service when a clip that uses it is made.',
    retention: untilErased,
    where: 'Library folder, assets',
  },
  prompts: {
    label: 'Prompts and titles',
    purpose: 'Input of each clip, what you are writing now, how you sort your clips, and search',
    basis: 'contract',
    recipients: ['cloud', 'provider'],
    whatGoes:
      'The prompt of a clip goes to the service when it is made. Titles, notes, tags, ratings, collections, saved searches and drafts stay here.',
    retention: untilErased,
    where: 'library.db',
  },
  history: {
    label: 'Generation history',
    purpose: 'Settings, progress and credits of each clip, so that nothing is charged twice',
    basis: 'contract',
    recipients: ['cloud', 'provider'],
    whatGoes: 'Settings and a job key of each clip.',
    retention: untilErased,
    where: 'library.db',
  },
  account: {
    label: 'Account',
    purpose: 'Name, plan and credits, and your requests about your data',
    basis: 'contract',
    recipients: ['cloud', 'stripe'],
    whatGoes:
      'The service keeps the account. The payment service learns what is bought, and only then.',
    retention: 'While the account is open',
    where: 'library.db, a copy to read offline',
  },
  consents: {
    label: 'Consents',
    purpose: 'Proof of what you agreed to, and when',
    basis: 'legal-obligation',
    recipients: ['cloud'],
    whatGoes: 'The answer about training goes along with each clip.',
    retention: untilErased,
    where: 'library.db',
  },
  deletions: {
    label: 'Deletions and receipts',
    purpose: 'Proof of what was erased, and a guard that it does not come back',
    basis: 'legal-obligation',
    recipients: ['cloud'],
    whatGoes: 'The service gets the ids of what it has to erase, and nothing of the content.',
    retention: 'Until you erase everything; what the cloud has not confirmed stays until it has',
    where: 'library.db; after a wipe, Application data',
  },
  ledger: {
    label: 'Network ledger',
    purpose: 'Shows you every request that left this device',
    basis: 'legitimate-interests',
    recipients: [],
    whatGoes: stays,
    retention: untilErased,
    where: 'library.db',
  },
  preferences: {
    label: 'Preferences',
    purpose: 'Theme, window and place of the library',
    basis: 'contract',
    recipients: [],
    whatGoes: stays,
    retention: untilErased,
    where: 'Application data',
  },
  logs: {
    label: 'Logs',
    purpose: 'Finds the cause when something fails; holds no prompts and no pictures',
    basis: 'legitimate-interests',
    recipients: [],
    whatGoes: stays,
    retention: 'The newest files only, older ones are overwritten',
    where: 'Application data, logs',
  },
  database: {
    label: 'Database',
    purpose: 'The index of the library and its search',
    basis: 'contract',
    recipients: [],
    whatGoes: stays,
    retention: untilErased,
    where: 'library.db',
  },
  backups: {
    label: 'Backups',
    purpose: 'Brings the library back when its database is damaged',
    basis: 'legitimate-interests',
    recipients: [],
    whatGoes: stays,
    retention: 'The newest ones only. Those in a folder of your choice stay until you delete them',
    where: 'Library folder, backups; the backup folder, if you chose one',
  },
  incoming: {
    label: 'Unfinished downloads',
    purpose: 'Lets a download go on where it stopped',
    basis: 'contract',
    recipients: [],
    whatGoes: stays,
    retention: 'Until the download ends',
    where: 'Library folder, incoming',
  },
  browser: {
    label: 'Window data',
    purpose: 'What the window keeps to draw itself: sizes, sort order, caches',
    basis: 'contract',
    recipients: [],
    whatGoes: stays,
    retention: untilErased,
    where: 'Application data',
  },
  'cloud-embedded': {
    label: 'Demo service',
    purpose: 'The jobs, clips and credits of the demo, which runs on this device',
    basis: 'contract',
    recipients: [],
    whatGoes: stays,
    retention: untilErased,
    where: 'Application data, gateway',
  },
  keychain: {
    label: 'Keychain entries',
    purpose: 'Keys of the services that you use',
    basis: 'contract',
    recipients: [],
    whatGoes: 'A key goes to the service that issued it and to nobody else.',
    retention: untilErased,
    where: 'System keychain',
  },
} as const satisfies Record<DataKind, DataMapEntry>;
