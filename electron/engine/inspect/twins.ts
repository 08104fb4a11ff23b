// Videos with the same content as another: which clip of each keeps it, and which clips hold nothing else and could go. What is in the
// trash goes first; favourites stay, then the better rated, then the older. Reference images are never there twice: their content is their name.
import type { Storage } from '#shared/contract/storage.ts';
import { activeStatuses } from '#shared/domain/generation-status.ts';
import { generationIdSchema } from '#shared/domain/ids.ts';
import { isoTime } from '../clock.ts';
import type { Database } from '../database/database.ts';

const mostGroups = 50;

interface TwinRow {
  readonly generationId: string;
  readonly outputId: string;
  readonly poster: string | null;
  readonly title: string;
  readonly savedAt: number;
  readonly path: string;
  /** Its clip has this one result, and is not being made. */
  readonly canGo: number;
}

export function readTwins(db: Database): Storage['twins'] {
  const groups = db.all<{ readonly sha256: string; readonly bytes: number }>(
    `select sha256, max(size_bytes) as bytes from output where sha256 <> '' and is_missing = 0
     group by sha256 having count(distinct file_path) > 1
     order by max(size_bytes) * (count(distinct file_path) - 1) desc, sha256 limit ${mostGroups}`,
  );
  return groups.map(({ sha256, bytes }) => {
    const [kept, ...others] = rowsOf(db, sha256);
    return {
      bytes,
      kept: kept?.title ?? '',
      spare: others
        .filter(({ canGo, path }) => canGo === 1 && path !== kept?.path)
        .map(({ generationId, outputId, poster, title, savedAt }) => ({
          generationId: generationIdSchema.parse(generationId),
          outputId,
          hasPoster: poster !== null,
          title,
          savedAt: isoTime(savedAt),
        })),
    };
  });
}

function rowsOf(db: Database, sha256: string): TwinRow[] {
  const active = activeStatuses.map((status) => `'${status}'`).join(', ');
  return db.all<TwinRow>(
    `select g.id as generationId, o.id as outputId, o.poster_path as poster, o.file_path as path,
       coalesce(nullif(g.title, ''), g.prompt) as title, o.saved_at as savedAt,
       g.status not in (${active}) and
         (select count(*) from output where generation_sequence = g.sequence) = 1 as canGo
     from output o join generation g on g.sequence = o.generation_sequence
     where o.sha256 = ? and o.is_missing = 0
     order by g.trashed_at is not null, g.is_favourite desc, g.rating desc, g.sequence`,
    sha256,
  );
}
