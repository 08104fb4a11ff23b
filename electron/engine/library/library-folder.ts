// Decides whether a folder may be the library, and makes it one. Everything the app ever deletes lies in a folder that
// carries this marker.
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, parse, resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import type { EnginePaths } from '../engine-context.ts';
import { receiptName } from '../erasure/home-names.ts';
import type { Ids } from '../ids.ts';
import { writeDurably } from './durable-file.ts';
import { libraryPaths } from './library-paths.ts';
import { libraryMissing } from './library-presence.ts';

const format = 1;
const markerSchema = z.object({
  format: z.number().int(),
  libraryId: z.string().min(1).max(80),
});
const placeSchema = z.object({ library: z.string(), libraryId: z.string() });
const knownSchema = placeSchema.extend({ former: z.array(placeSchema).default([]) });
/** Enough for a life of moving and trying; the oldest are forgotten first. */
const mostFormer = 50;

/** Left behind by file managers; a folder with only these is empty to its owner. */
const ignoredNames = new Set(['.DS_Store', 'desktop.ini', 'Thumbs.db']);

export interface LibraryFolder {
  readonly libraryId: string;
  readonly isNew: boolean;
}

export function prepareLibraryFolder(paths: EnginePaths, ids: Ids): LibraryFolder {
  const library = resolve(paths.library);
  refuseDangerous(library, paths.home);
  const { marker } = libraryPaths(library);
  const known = readKnown(paths.home);
  if (!existsSync(marker)) {
    if (known?.library === library) throw libraryMissing();
    if (listOwn(library).length > 0 && !wasWiped(library, paths.home)) refuseForeign();
    return createLibrary(paths, library, ids);
  }
  refuseReadOnly(library);
  const libraryId = readMarker(marker);
  if (known?.library !== library || known.libraryId !== libraryId) {
    rememberLibrary(paths.home, library, libraryId);
  }
  return { libraryId, isNew: false };
}

/** A home folder or a whole drive is never a library. */
export function refuseDangerous(library: string, home: string): void {
  const place = realPlace(library);
  const isRoot = parse(place).root === place;
  if (isRoot || place === realPlace(homedir()) || place === realPlace(home)) refuseWhole();
}

/** A drive need not have a letter: a stick or a share is a folder among others on most systems. */
export function refuseDrive(library: string): void {
  const place = realPlace(library);
  if (existsSync(place) && statSync(place).dev !== statSync(dirname(place)).dev) refuseWhole();
}

function refuseWhole(): never {
  throw new AppError(
    'library-not-ours',
    'Choose a folder of its own for the library, not a home folder or a whole drive.',
  );
}

/** Links are followed as far as there is something. */
export function realPlace(path: string): string {
  const whole = resolve(path);
  if (existsSync(whole)) return realpathSync(whole);
  const parent = dirname(whole);
  return parent === whole ? whole : join(realPlace(parent), basename(whole));
}

function refuseForeign(): never {
  throw new AppError(
    'library-not-ours',
    'This folder holds other files. Choose an empty folder for the library.',
  );
}

function refuseReadOnly(folder: string): void {
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw new AppError('disk-read-only', 'The library folder cannot be written to.');
  }
}

/** What is in a folder, but for what file managers leave. */
export function listOwn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => !ignoredNames.has(name));
}

/**
 * Whether a wipe of this home emptied the folder: what it left there belongs to others, and stays safe in a library too,
 * since nothing is ever removed that is not of the app's own form.
 */
function wasWiped(library: string, home: string): boolean {
  return (
    dirname(library) === resolve(home) &&
    existsSync(join(home, receiptName)) &&
    !existsSync(libraryPaths(library).database)
  );
}

function createLibrary(paths: EnginePaths, library: string, ids: Ids): LibraryFolder {
  refuseDrive(library);
  try {
    makeChosenFolder(library);
  } catch (thrown) {
    const { code } = thrown as { code?: string };
    if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
      throw new AppError('disk-read-only', 'The library folder cannot be made here.');
    }
    throw thrown;
  }
  refuseReadOnly(library);
  const libraryId = ids.make();
  writeDurably(libraryPaths(library).marker, `${JSON.stringify({ format, libraryId })}\n`);
  rememberLibrary(paths.home, library, libraryId);
  return { libraryId, isNew: true };
}

/** With its parents. `recursive` alone says that something is not there where the disk is read-only. */
export function makeChosenFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (thrown) {
    const { code } = thrown as { code?: string };
    if (code === 'ENOENT') mkdirSync(folder, { recursive: true });
    else if (code !== 'EEXIST') throw thrown;
  }
}

function readMarker(marker: string): string {
  const parsed = markerSchema.safeParse(readJson(marker));
  if (!parsed.success) {
    throw new AppError('library-damaged', 'The marker file of the library cannot be read.', {
      details: { reason: 'marker', copy: null, lastBackup: null },
    });
  }
  if (parsed.data.format > format) {
    throw new AppError(
      'library-newer',
      'This library was written by a newer version. Nothing was changed.',
      { details: { version: parsed.data.format, supportedVersion: format } },
    );
  }
  return parsed.data.libraryId;
}

/** Which library this home used last: a folder that was there and is gone is missing, not new. */
function readKnown(home: string): z.infer<typeof knownSchema> | null {
  const parsed = knownSchema.safeParse(readJson(knownFile(home)));
  return parsed.success ? parsed.data : null;
}

/** The one before becomes a former one: erasing everything reaches it too. */
function rememberLibrary(home: string, library: string, libraryId: string): void {
  mkdirSync(home, { recursive: true });
  const known = readKnown(home);
  const before = known ? [...known.former, { ...known, former: undefined }] : [];
  const former = before
    .filter(
      (place, index) =>
        place.library !== library &&
        before.findLastIndex((other) => other.library === place.library) === index,
    )
    .slice(-mostFormer);
  writeDurably(knownFile(home), `${JSON.stringify({ library, libraryId, former })}\n`);
}

export type FormerLibrary = z.infer<typeof placeSchema>;

/** Folders that were this home's library before the present one, oldest first. */
export function formerLibraries(home: string): readonly FormerLibrary[] {
  return readKnown(home)?.former ?? [];
}

function knownFile(home: string): string {
  return join(home, 'known-library.json');
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null; // absent or unreadable: the caller decides what that means
  }
}

/** The last two names of the folder, for people. */
export function libraryLabel(library: string): string {
  const { base } = parse(library);
  return `${parse(dirname(library)).base} / ${base}`;
}
