// Remembers what a home folder was when the app first came: empty, then it is the app's own and a wipe empties it; or in use, then
// the names that were there are kept in the marker and a wipe never touches them. Plain Node: used before any window exists, and without the
// schema library, for which no start should wait.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePaper } from './durable-paper.ts';
import { listFolder } from './file-tree.ts';
import {
  defaultLibraryName,
  homeMarkerName,
  isLogFile,
  kindOfKnownHomeEntry,
  mayComeEarly,
} from './home-names.ts';
import { libraryMarker } from '../library/library-names.ts';

const format = 'kling5-home';
const version = 1;

export interface HomeClaim {
  readonly isOwn: boolean;
  /** Entries that were there before the app; empty when the folder is the app's own. */
  readonly foreign: readonly string[];
}

/** Makes the folder and its marker if need be. Call it before anything else writes there. */
export function claimHome(home: string): HomeClaim {
  mkdirSync(home, { recursive: true });
  const present = readMarker(home);
  if (present) return present;
  const wasUsed = existsSync(join(home, 'known-library.json')); // by the app, when it did not leave markers yet
  const foreign = listFolder(home)
    .map(({ name }) => name)
    .filter((name) => !mayComeEarly(name) && !isOwnFolder(home, name))
    .filter((name) => !wasUsed || kindOfKnownHomeEntry(name) === null);
  const claim = { format, version, foreign };
  writePaper(join(home, homeMarkerName), [`${JSON.stringify(claim)}\n`]);
  return { isOwn: foreign.length === 0, foreign };
}

/** Without a marker nothing is known, so the careful rules hold. */
export function readClaim(home: string): HomeClaim {
  return readMarker(home) ?? { isOwn: false, foreign: [] };
}

function readMarker(home: string): HomeClaim | null {
  try {
    const text = readFileSync(join(home, homeMarkerName), 'utf8');
    const foreign = foreignOf(JSON.parse(text));
    return foreign && { isOwn: foreign.length === 0, foreign };
  } catch {
    return null; // absent or unreadable
  }
}

/** `null` for what is no marker of this version. */
function foreignOf(claim: unknown): readonly string[] | null {
  if (typeof claim !== 'object' || claim === null) return null;
  const given = claim as Readonly<Record<string, unknown>>;
  if (given['format'] !== format || given['version'] !== version) return null;
  const names: unknown = given['foreign'];
  const isList = Array.isArray(names) && names.every((name) => typeof name === 'string');
  return isList ? names : null;
}

function isOwnFolder(home: string, name: string): boolean {
  if (name === defaultLibraryName) return existsSync(join(home, name, libraryMarker));
  return name === 'logs' && listFolder(join(home, name)).every((entry) => isLogFile(entry.name));
}
