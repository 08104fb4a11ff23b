// The data map, file by file: each kind of file that the app makes, by an example of its name. A test holds them against the forms by
// which a wipe knows the app's own files. Must not touch a disk.
import type { DataKind } from '../data-kinds.ts';

export interface MappedFile {
  readonly place: 'library' | 'home';
  readonly example: string;
  readonly kind: DataKind;
  readonly what: string;
}

export const mappedFiles: readonly MappedFile[] = [
  {
    place: 'library',
    example: '.kling5-library',
    kind: 'database',
    what: 'Says that the folder is a library. Nothing is deleted in a folder without it',
  },
  {
    place: 'library',
    example: '.kling5-library.part',
    kind: 'database',
    what: 'The same while it is written',
  },
  {
    place: 'library',
    example: '.kling5-arriving',
    kind: 'database',
    what: 'Says that a library is being moved here',
  },
  {
    place: 'library',
    example: '.kling5-lock',
    kind: 'database',
    what: 'Keeps a second app out while the library is in use',
  },
  {
    place: 'library',
    example: 'library.db',
    kind: 'database',
    what: 'The database, with what it is about to write beside it (-wal, -shm)',
  },
  {
    place: 'library',
    example: 'backups/daily-2026-11-23T08-00-00-000Z.db',
    kind: 'backups',
    what: 'A copy of the database, each day and before each upgrade',
  },
  {
    place: 'library',
    example: 'backups/damaged-2026-11-23T08-00-00-000Z/library.db',
    kind: 'backups',
    what: 'A damaged database, kept as it was found',
  },
  {
    place: 'library',
    example: 'videos/2026/11/2026-11-23 neon city in the rain [k7f3q2].mp4',
    kind: 'videos',
    what: 'A finished video',
  },
  {
    place: 'library',
    example: `assets/0f/0f${'0'.repeat(62)}.png`,
    kind: 'assets',
    what: 'A reference image, named by its fingerprint',
  },
  {
    place: 'library',
    example: 'posters/k7f3q2m4x9.jpg',
    kind: 'posters',
    what: 'One still of a video',
  },
  {
    place: 'library',
    example: 'incoming/k7f3q2m4x9-0.part',
    kind: 'incoming',
    what: 'An unfinished download or import',
  },
  {
    place: 'library',
    example: 'videos/2026/11/.DS_Store',
    kind: 'posters',
    what: 'What a file manager leaves beside the app’s files: views and small pictures',
  },
  {
    place: 'home',
    example: 'preferences.json',
    kind: 'preferences',
    what: 'Theme, window and place of the library',
  },
  {
    place: 'home',
    example: 'known-library.json',
    kind: 'preferences',
    what: 'Which library was open last, so that an empty folder is not taken for it',
  },
  {
    place: 'home',
    example: 'library-move.json',
    kind: 'preferences',
    what: 'Where the library is being moved to',
  },
  {
    place: 'home',
    example: 'window-state.json',
    kind: 'preferences',
    what: 'Size and place of the window, as earlier versions kept it',
  },
  {
    place: 'home',
    example: 'pending-erasure.json.part',
    kind: 'preferences',
    what: 'The list of what the cloud still has to erase, while it is written',
  },
  { place: 'home', example: 'logs', kind: 'logs', what: 'The log, in a few files of limited size' },
  { place: 'home', example: 'Crashpad', kind: 'logs', what: 'Crash reports; they stay here' },
  {
    place: 'home',
    example: 'embedded-gateway',
    kind: 'cloud-embedded',
    what: 'All that the demo service keeps: its database, images, results and a list of requests',
  },
  {
    place: 'home',
    example: 'Local Storage',
    kind: 'browser',
    what: 'Folders of the window itself: caches and storage. The app puts nothing of yours there',
  },
];

/** What a wipe writes for itself and leaves or removes by its own rules. */
export const mappedWipePapers = {
  'wipe-order.jsonl': 'What is to be erased, while a wipe is under way',
  'wipe-inventory.jsonl': 'What a wipe has found, while it is under way',
  'erase-receipt.json': 'The receipt of the last wipe. It stays, for you',
  'pending-erasure.json':
    'Ids of what the cloud has not confirmed yet, with a key that can only erase. Gone when it is confirmed',
  '.kling5-home': 'Says which folders were there before the app came. It holds nothing about you',
} as const satisfies Readonly<Record<string, string>>;
