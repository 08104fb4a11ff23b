// Remembers which names of the library files are about to get whose rows are not written yet. What a crash leaves there belongs to
// nothing, and is removed at the next start, before anything else looks at the library.
import { lstatSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Database } from '../../database/database.ts';
import { writeDurably } from '../../library/durable-file.ts';
import { libraryFile } from '../../library/library-file.ts';
import { isListable } from '../../library/library-names.ts';

export interface Place {
  /** Within the library. */
  readonly path: string;
  readonly sizeBytes: number;
}

export interface Places {
  /** Durable before it returns. */
  note(places: readonly Place[]): void;
  /** Rows name them now, or they were taken back. */
  clear(): void;
}

/** Who takes files in at the same time must not write over the other's note. */
const placeNotes = ['import-places.part', 'own-files-places.part', 'poster-places.part'] as const;
export type PlaceNote = (typeof placeNotes)[number];

export function createPlaces(incoming: string, name: PlaceNote = 'import-places.part'): Places {
  const file = join(incoming, name);
  return {
    note: (places) => writeDurably(file, JSON.stringify(places)),
    clear: () => rmSync(file, { force: true }),
  };
}

const noteSchema = z.array(z.object({ path: z.string(), sizeBytes: z.int().min(0) }));

/** Removes what an import that died had placed and no row names. Returns how many files that were. */
export function takeBackPlaces(
  db: Database,
  { library, incoming }: { readonly library: string; readonly incoming: string },
): number {
  const places = placeNotes.flatMap((name) => readNote(join(incoming, name)));
  const orphans = places.filter(
    ({ path, sizeBytes }) =>
      isListable(path) && !isNamed(db, path) && sizeOf(libraryFile(library, path)) === sizeBytes,
  );
  for (const { path } of orphans) rmSync(libraryFile(library, path), { force: true });
  for (const name of placeNotes) createPlaces(incoming, name).clear();
  return orphans.length;
}

function readNote(file: string): readonly Place[] {
  try {
    const note = noteSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return note.success ? note.data : [];
  } catch {
    return []; // there is none; one that cannot be read tells nothing either
  }
}

function isNamed(db: Database, path: string): boolean {
  const sql = `select 1 from output where file_path = ? union all select 1 from output where poster_path = ?
    union all select 1 from asset where file_path = ?`;
  return db.get(sql, path, path, path) !== undefined;
}

/** Bytes of a plain file; `null` for anything else, and for nothing. */
function sizeOf(file: string): number | null {
  const found = lstatSync(file, { throwIfNoEntry: false });
  return found?.isFile() ? found.size : null;
}
