// Where the space goes, asked of the database: sums and the largest, never a change.
import type { Storage } from '#shared/contract/storage.ts';
import { type CleanUp, largeBytes, oldDays } from '#shared/domain/clean-ups.ts';
import { generationIdSchema } from '#shared/domain/ids.ts';
import { isoTime } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { EngineContext } from '../engine-context.ts';
import { readTwins } from './twins.ts';
import { sizeOf } from '../privacy/folder-size.ts';

interface Amount {
  readonly count: number;
  readonly bytes: number;
}

const mostMonths = 24;
const mostModels = 12;
const mostLargest = 12;
const dayMs = 86_400_000;
const ofOutputs = 'output o join generation g on g.sequence = o.generation_sequence';

export async function readStorage({
  db,
  clock,
  paths,
}: Pick<EngineContext, 'db' | 'clock' | 'paths'>): Promise<Storage> {
  return {
    months: db.all(
      `select strftime('%Y-%m', g.created_at / 1000, 'unixepoch') as name, count(*) as count,
         sum(o.size_bytes) as bytes
       from ${ofOutputs} group by name order by name desc limit ${mostMonths}`,
    ),
    models: db.all(
      `select g.model_name as name, count(*) as count, sum(o.size_bytes) as bytes
       from ${ofOutputs} group by g.model_name order by bytes desc, name limit ${mostModels}`,
    ),
    largest: readLargest(db),
    duplicates: amountOf(
      db,
      `select coalesce(sum(extra), 0) as count, coalesce(sum(extra * size), 0) as bytes from
         (select count(distinct file_path) - 1 as extra, max(size_bytes) as size from output
          where sha256 <> '' group by sha256 having count(distinct file_path) > 1)`,
    ),
    twins: readTwins(db),
    onlyInCloud: amountOf(
      db,
      `select count(*) as count, coalesce(sum(size_bytes), 0) as bytes from cloud_clip
       where is_gone = 0`,
    ),
    suggestions: (await suggest(db, clock.now(), paths.logs)).filter(({ count }) => count > 0),
  };
}

function readLargest(db: Database): Storage['largest'] {
  interface Row {
    readonly generationId: string;
    readonly outputId: string;
    readonly poster: string | null;
    readonly title: string;
    readonly bytes: number;
    readonly savedAt: number;
  }
  return db
    .all<Row>(
      `select g.id as generationId, o.id as outputId, o.poster_path as poster,
         coalesce(nullif(g.title, ''), g.prompt) as title, o.size_bytes as bytes, o.saved_at as savedAt
       from output o join generation g on g.sequence = o.generation_sequence
       where o.position = 0 order by o.size_bytes desc, o.generation_sequence desc limit ${mostLargest}`,
    )
    .map(({ generationId, poster, savedAt, ...row }) => ({
      ...row,
      generationId: generationIdSchema.parse(generationId),
      hasPoster: poster !== null,
      savedAt: isoTime(savedAt),
    }));
}

type Suggestion = Amount & { readonly id: CleanUp };

/** As the erasing that each leads to counts them; favourites are kept by all but the trash. */
async function suggest(db: Database, nowMs: number, logs: string): Promise<Suggestion[]> {
  const clips = (where: string) =>
    amountOf(
      db,
      `select count(distinct g.sequence) as count, coalesce(sum(o.size_bytes), 0) as bytes
       from ${ofOutputs} where ${where}`,
    );
  const unrated = 'g.rating = 0 and g.is_favourite = 0';
  return [
    { id: 'trash', ...clips('g.trashed_at is not null') },
    {
      id: 'unrated-year',
      ...clips(`${unrated} and g.created_at < ${Math.floor(nowMs - oldDays * dayMs)}`),
    },
    { id: 'large-unrated', ...clips(`${unrated} and o.size_bytes > ${largeBytes}`) },
    { id: 'logs', ...(await sizeOf(logs)) },
  ];
}

/** `sql` is written here, never taken from outside. */
function amountOf(db: Database, sql: string): Amount {
  return db.get<Amount>(sql) ?? { count: 0, bytes: 0 };
}
