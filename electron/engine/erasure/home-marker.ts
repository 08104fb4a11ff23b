// Remembers what a home folder was when the app first came: empty, then it is the app's own and a wipe empties it; or in use, then
// the names that were there are kept in the marker and a wipe never touches them. Plain Node: used before any window exists.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
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

const claimSchema = z.object({
  format: z.literal('kling5-home'),
  version: z.literal(1),
  /** Entries that were there before the app; empty when the folder is the app's own. */
  foreign: z.array(z.string()),
});

export interface HomeClaim {
  readonly isOwn: boolean;
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
  const claim = { format: 'kling5-home', version: 1, foreign };
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
    const { foreign } = claimSchema.parse(JSON.parse(text));
    return { isOwn: foreign.length === 0, foreign };
  } catch {
    return null; // absent or unreadable
  }
}

function isOwnFolder(home: string, name: string): boolean {
  if (name === defaultLibraryName) return existsSync(join(home, name, libraryMarker));
  return name === 'logs' && listFolder(join(home, name)).every((entry) => isLogFile(entry.name));
}
