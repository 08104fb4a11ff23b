// Media of an archive that is unpacked while it is verified: each byte is read once, and what was checked is what was written. Until a batch
// takes them, the files are parts beside unfinished downloads: the library does not know them, and a crash leaves what the next start sweeps.
import { lstatSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { libraryFile } from '../../library/library-file.ts';
import { isListable } from '../../library/library-names.ts';
import { makeIncoming } from '../../library/place-file.ts';
import type { Ids } from '../../ids.ts';
import { isEnough, knownContent, measureRoom, type RoomPlace } from './import-room.ts';
import type { ArchiveFile } from '../format/manifest.ts';
import { sideBySide } from '../../side-by-side.ts';
import { unpackAll } from './unpack-aside.ts';
import type { EntryToUnpack } from './unpack-entries.ts';
import type { MediaReader } from '../verify/verify-contents.ts';

export interface AheadTarget extends RoomPlace {
  readonly ids: Ids;
  readonly paths: { readonly library: string; readonly incoming: string };
}

export interface AheadWork {
  /** Of the archive. */
  readonly path: string;
  readonly signal: AbortSignal;
  readonly onBytes: (sizeBytes: number) => void;
}

export interface Ahead {
  readonly read: MediaReader;
  /** It was asked, and there is room for everything. */
  readonly hasRoom: boolean;
  /** The synced part file of something in the archive, for the first who asks; `null` when there is none. */
  take(archivePath: string): string | null;
  /** Removes what nobody took. Nothing is written any more afterwards. */
  discard(): Promise<void>;
}

const removedAtOnce = 4;

export function createAhead(target: AheadTarget, work: AheadWork): Ahead {
  const parts = new Map<string, string>();
  const stop = new AbortController();
  const signal = AbortSignal.any([work.signal, stop.signal]);
  let hasRoom = false;
  let reading: ReturnType<MediaReader> | null = null;

  const read: MediaReader = async (zip, manifest, files) => {
    const known = knownContent(target.db);
    hasRoom = isEnough(await measureRoom(target, manifest, known));
    if (hasRoom) await makeIncoming(target.paths.incoming);
    const partFor = (file: ArchiveFile): string | null => {
      if (!hasRoom || !isMedia(file) || isHere(target.paths.library, file, known)) return null;
      const part = join(target.paths.incoming, `${target.ids.make()}-0.part`);
      parts.set(file.path, part);
      return part;
    };
    const entries = new Map(zip.entries.map((entry) => [entry.name, entry]));
    const all = files.flatMap((file): EntryToUnpack[] => {
      const entry = entries.get(file.path);
      return entry ? [{ entry, limit: zip.limitOf(entry), file, part: partFor(file) }] : [];
    });
    return unpackAll(all, { ...work, signal });
  };

  return {
    get hasRoom() {
      return hasRoom;
    },
    read: (...asked) => (reading = read(...asked)),
    take: (archivePath) => {
      const part = parts.get(archivePath) ?? null;
      parts.delete(archivePath);
      return part;
    },
    discard: async () => {
      stop.abort();
      await reading?.catch(() => undefined); // told by whoever waits for it
      await sideBySide(parts.values(), removedAtOnce, (part) => rm(part, { force: true }));
      parts.clear();
    },
  };
}

const isMedia = ({ path, type }: ArchiveFile) =>
  path.startsWith('media/') && (type === 'video' || type === 'asset' || type === 'poster');

/** A guess, to spare the disk what will most likely not be wanted; what is wanted all the same is unpacked when its turn comes. */
function isHere(
  library: string,
  { path, type, sha256, size }: ArchiveFile,
  known: ReadonlySet<string>,
): boolean {
  if (type !== 'poster') return known.has(sha256);
  const name = path.slice('media/'.length);
  if (!isListable(name)) return false;
  return lstatSync(libraryFile(library, name), { throwIfNoEntry: false })?.size === size;
}
