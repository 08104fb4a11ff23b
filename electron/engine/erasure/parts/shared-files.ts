// A file that several results name goes with the last of them. Two clips that were lost and found again by their contents may share
// one, and so do the clips of a library that was made for trying. Reads the database alone.
import type { Database } from '../../database/database.ts';
import type { Amount } from './amount.ts';

export interface NamedFile {
  readonly path: string;
  /** Of the result that names it: others that name the same file are found by it. */
  readonly sha256: string;
}

/** Whether a result of another clip has this file or poster too. */
export function isNamedByOthers(
  db: Pick<Database, 'get'>,
  sequence: number,
  { path, sha256 }: NamedFile,
): boolean {
  const sql = `select 1 from output
    where sha256 = ? and generation_sequence <> ? and (file_path = ? or poster_path = ?) limit 1`;
  return db.get(sql, sha256, sequence, path, path) !== undefined;
}

export interface ClipFiles {
  readonly videos: Amount;
  /** Within the library. */
  readonly posterPaths: readonly string[];
  /** Videos that clips use which stay. */
  readonly sharedVideos: number;
}

/** The files that go with these clips, each once. `clips`: a JSON list of sequences. */
export function filesOfClips(db: Pick<Database, 'get' | 'all'>, clips: string): ClipFiles {
  const videos = db.get<Amount & { readonly shared: number }>(
    `with file as (${filesNamed('file_path', 'is_missing = 0')})
     select count(*) filter (where not kept) as count, count(*) filter (where kept) as shared,
       coalesce(sum(bytes) filter (where not kept), 0) as bytes from file`,
    clips,
    clips,
  );
  const posters = db.all<{ readonly path: string }>(
    `with file as (${filesNamed('poster_path', 'poster_path is not null')})
     select path from file where not kept`,
    clips,
    clips,
  );
  return {
    videos: { count: videos?.count ?? 0, bytes: videos?.bytes ?? 0 },
    posterPaths: posters.map(({ path }) => path),
    sharedVideos: videos?.shared ?? 0,
  };
}

/** `kept`: a clip that is not among them names the file too. */
function filesNamed(column: 'file_path' | 'poster_path', condition: string): string {
  const isErased = 'generation_sequence in (select value from json_each(?))';
  return `select o.${column} as path, max(o.size_bytes) as bytes, exists (
      select 1 from output other where other.sha256 = o.sha256 and other.${column} = o.${column}
        and not other.${isErased}) as kept
    from output o where o.${condition} and o.${isErased} group by o.sha256, o.${column}`;
}
