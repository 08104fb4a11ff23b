// Where exports and copies are under way, so that the part file that a crash leaves beside somebody's own files is found and removed at
// the next start. Removes nothing but what bears the name of our copies or begins as our archives do.
import { closeSync, lstatSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute } from 'node:path';
import { z } from 'zod';
import type { Database } from '../../database/database.ts';
import { readSetting, writeSetting } from '../../database/settings.ts';
import { firstEntryName } from './data-part.ts';

const noteSchema = z.array(z.string());
/** Of drives that never came back. */
const mostKept = 20;

const readNote = (db: Database): readonly string[] =>
  readSetting(db, 'unfinished_exports', noteSchema) ?? [];

/** Of a copy that has no name yet; the id is made for it, so that no file of others is called so. */
export const copyPartName = (id: string) => `.kling5-${id}.part`;
const copyPart = /^\.kling5-[\w-]{8,64}\.part$/;

/** `part` will be written from now on. */
export function noteExport(db: Database, part: string): void {
  const others = readNote(db).filter((path) => path !== part);
  writeSetting(db, 'unfinished_exports', [...others, part].slice(-mostKept));
}

/** `part` has got its name or is gone. */
export function forgetExport(db: Database, part: string): void {
  const others = readNote(db).filter((path) => path !== part);
  writeSetting(db, 'unfinished_exports', others);
}

/** Returns how many part files were removed. One on a drive that is not here is looked for again at the next start. */
export function sweepExports(db: Database): number {
  const noted = readNote(db);
  if (noted.length === 0) return 0;
  const unreachable: string[] = [];
  let swept = 0;
  for (const part of noted) {
    if (!isAbsolute(part) || !part.endsWith('.part')) continue;
    if (!statSync(dirname(part), { throwIfNoEntry: false })) unreachable.push(part);
    else if (isOurs(part)) {
      rmSync(part, { force: true });
      swept += 1;
    }
  }
  writeSetting(db, 'unfinished_exports', unreachable);
  return swept;
}

/** It bears the name of a copy, nothing was written to it yet, or it begins with the first entry that we write. */
function isOurs(part: string): boolean {
  const found = lstatSync(part, { throwIfNoEntry: false });
  if (!found?.isFile()) return false;
  if (found.size === 0 || copyPart.test(basename(part))) return true;
  const nameAt = 30; // after the fixed part of a local header
  const start = Buffer.alloc(nameAt + firstEntryName.length);
  const handle = openSync(part, 'r');
  try {
    readSync(handle, start, 0, start.length, 0);
  } finally {
    closeSync(handle);
  }
  return start.readUInt32LE(0) === 0x04034b50 && start.toString('utf8', nameAt) === firstEntryName;
}
