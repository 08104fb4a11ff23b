// Ids for files that were listed, so that one can be shown in the file manager without its path ever leaving the engine. An id is good
// for a file that was listed by this engine, and for nothing else.
import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { AppError } from '#shared/errors.ts';

export interface FileIds {
  idOf(path: string): string;
  /** Throws `not-found` for an id that was not given out, `file-missing` when the file is gone. */
  resolve(id: string): { readonly path: string; readonly sizeBytes: number };
}

/** The oldest is forgotten first; its row has to be listed again. */
const mostIds = 50_000;

export function createFileIds(salt: string): FileIds {
  const paths = new Map<string, string>();
  return {
    idOf: (path) => {
      const id = createHash('sha256').update(`${salt}\n${path}`).digest('hex').slice(0, 32);
      paths.delete(id);
      paths.set(id, path);
      const [oldest] = paths.keys();
      if (paths.size > mostIds && oldest !== undefined) paths.delete(oldest);
      return id;
    },
    resolve: (id) => {
      const path = paths.get(id);
      if (path === undefined) throw new AppError('not-found', 'This file was not listed.');
      const found = lstatSync(path, { throwIfNoEntry: false });
      if (!found) throw new AppError('file-missing', 'The file is not where it was.');
      return { path, sizeBytes: found.size };
    },
  };
}
