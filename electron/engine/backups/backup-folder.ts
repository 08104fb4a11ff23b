// The folder that backups go to: marked as such, with a list of the files that the app made in it. Nothing else in it is ever removed.
import { existsSync, lstatSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { BackupFile } from '#shared/contract/backups.ts';
import { AppError } from '#shared/errors.ts';
import { isoTime } from '../clock.ts';
import { writeDurably } from '../library/durable-file.ts';
import { makeChosenFolder, refuseDangerous } from '../library/library-folder.ts';
import { markerName } from '../library/library-paths.ts';

export const backupMarkerName = '.kling5-backups';

const markerSchema = z.object({
  format: z.literal('kling5-backups'),
  version: z.literal(1),
  libraryId: z.string(),
  /** Names of the files that the app made here. */
  files: z.array(z.string()),
});
type Marker = z.infer<typeof markerSchema>;

const form =
  /^Kling 5 Studio (backup|before restore) (\d{4}-\d{2}-\d{2}) (\d{2})-(\d{2})-(\d{2})\.zip$/;

export function backupName(kind: BackupFile['kind'], atMs: number): string {
  const [day = '', time = ''] = isoTime(atMs).slice(0, 19).split('T');
  const word = kind === 'planned' ? 'backup' : 'before restore';
  return `Kling 5 Studio ${word} ${day} ${time.replaceAll(':', '-')}.zip`;
}

/** Throws with what to do, or the folder is one for backups of this library. */
export function claimBackupFolder(
  folder: string,
  place: { readonly home: string; readonly library: string; readonly libraryId: string },
): void {
  refuseDangerous(folder, place.home);
  if (folder === place.library || existsSync(join(folder, markerName))) {
    throw new AppError(
      'library-not-ours',
      'A library is in this folder. Choose another one, best on another drive.',
    );
  }
  makeChosenFolder(folder);
  const known = readMarker(folder);
  if (known) return; // also of another library: names tell them apart by their time, and each deletes only its own
  writeMarker(folder, {
    format: 'kling5-backups',
    version: 1,
    libraryId: place.libraryId,
    files: [],
  });
}

/** Whether the folder is there and marked: an empty place where a drive was is neither. */
export function isBackupFolder(folder: string): boolean {
  return readMarker(folder) !== null;
}

/** Newest first. */
export function listBackupFiles(folder: string): BackupFile[] {
  const { files = [] } = readMarker(folder) ?? {};
  return files
    .flatMap((name) => {
      const [, word, day, hour, minute, second] = form.exec(name) ?? [];
      const found = lstatSync(join(folder, name), { throwIfNoEntry: false });
      if (!found?.isFile() || day === undefined) return [];
      return {
        name,
        at: `${day}T${hour}:${minute}:${second}.000Z`,
        sizeBytes: found.size,
        kind: word === 'backup' ? ('planned' as const) : ('before-restore' as const),
      };
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** Before the file has its name, so that a crash leaves no backup that nobody knows of. */
export function noteBackup(folder: string, name: string): void {
  const marker = requireMarker(folder);
  const others = marker.files.filter((file) => file !== name && existsSync(join(folder, file)));
  writeMarker(folder, { ...marker, files: [...others, name] });
}

/** Removes all but the newest of a kind, of those that the app made. Returns how many went. */
export function removeOldBackups(folder: string, kind: BackupFile['kind'], keep: number): number {
  const old = listBackupFiles(folder)
    .filter((file) => file.kind === kind)
    .slice(keep);
  for (const { name } of old) rmSync(join(folder, name), { force: true });
  const gone = new Set(old.map(({ name }) => name));
  const marker = requireMarker(folder);
  if (gone.size > 0) {
    writeMarker(folder, { ...marker, files: marker.files.filter((name) => !gone.has(name)) });
  }
  return gone.size;
}

function requireMarker(folder: string): Marker {
  const marker = readMarker(folder);
  if (marker) return marker;
  throw new AppError(
    'file-missing',
    'The backup folder is not there. Connect its drive, or choose another folder.',
    { retryable: true },
  );
}

function readMarker(folder: string): Marker | null {
  const path = join(folder, backupMarkerName);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return null;
  try {
    return markerSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null; // a marker that cannot be read allows nothing
  }
}

function writeMarker(folder: string, marker: Marker): void {
  writeDurably(join(folder, backupMarkerName), `${JSON.stringify(marker, null, 2)}\n`);
}
