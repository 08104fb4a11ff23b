// Which paths inside a library folder are the app's own, told by their place and form alone. Pure.
// The wipe deletes nothing that is neither of this form nor listed in its order.
import type { DataKind } from '#shared/contract/data.ts';
import { markerName } from './library-paths.ts';

export const libraryMarker = markerName;

export const libraryForms: readonly (readonly [RegExp, DataKind])[] = [
  [/^library\.db(-wal|-shm|-journal|\.part)?$/, 'database'],
  [/^\.kling5-lock(-wal|-shm|-journal)?$/, 'database'],
  [/^\.kling5-library\.part$/, 'database'],
  [/^\.kling5-arriving(\.part)?$/, 'database'],
  [/^backups\/(daily|upgrade)-[0-9TZ-]+\.db(\.part)?(-wal|-shm|-journal)?$/, 'backups'],
  [/^backups\/damaged-[^/]+\/library\.db(-wal|-shm|-journal)?$/, 'backups'],
  [
    /^videos\/\d{4}\/\d{2}\/\d{4}-\d{2}-\d{2} ([^/]* )?\[[0-9a-z]{6}(-\d+)?\]\.[a-z0-9]{2,5}(\.part)?$/u,
    'videos',
  ],
  [/^assets\/[0-9a-f]{2}\/[0-9a-f]{64}\.[a-z0-9]{2,5}(\.part)?$/, 'assets'],
  [/^posters\/[0-9a-z]{8,40}\.jpg(\.part)?$/, 'posters'],
  [/^incoming\/[^/]+\.part$/, 'incoming'],
  // made by file managers next to our files; thumbnails show frames
  [
    /^(videos|assets|posters|incoming|backups)\/([^/]+\/)*(\.DS_Store|Thumbs\.db|desktop\.ini)$/,
    'posters',
  ],
];

/** `null` for what the app did not make. The marker is not among them: it goes last. */
export function kindOfLibraryFile(path: string): DataKind | null {
  return libraryForms.find(([form]) => form.test(path))?.[1] ?? null;
}

const folders =
  /^(videos(\/\d{4}(\/\d{2})?)?|assets(\/[0-9a-f]{2})?|posters|incoming|backups(\/damaged-[^/]+)?)$/;

/** Folders that the app makes; they are removed when they are empty. */
export function isLibraryFolder(path: string): boolean {
  return folders.test(path);
}

/** Files listed by the database live in these; a row that points elsewhere is not believed. */
export function isListable(path: string): boolean {
  return (
    /^(videos|assets|posters)\//.test(path) &&
    !path.includes('\\') &&
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  );
}
