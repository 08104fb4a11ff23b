// Which files of a library the database knows. A row that points elsewhere is not believed.
import type { DataKind } from '#shared/contract/data.ts';
import type { Database } from '../database/database.ts';
import { isListable } from './library-names.ts';

export interface ListedFile {
  /** Within the library, with `/`. */
  readonly path: string;
  readonly kind: DataKind;
}

export function* listedFiles(db: Pick<Database, 'iterate'>): Generator<ListedFile> {
  const rows = db.iterate<ListedFile>(
    `select file_path as path, 'videos' as kind from output
     union all select poster_path, 'posters' from output where poster_path is not null
     union all select poster_path, 'posters' from cloud_clip where poster_path is not null
     union all select file_path, 'assets' from asset`,
  );
  for (const row of rows) if (isListable(row.path)) yield row;
}

export type ListedKinds = ReadonlyMap<string, ListedFile['kind']>;

export function kindsOfListed(db: Pick<Database, 'iterate'>): ListedKinds {
  return new Map([...listedFiles(db)].map(({ path, kind }) => [path, kind]));
}
