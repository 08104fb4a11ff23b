// What the cloud said that it holds, in the database: replaced as a whole, counted, compared with what is on this device.
import type { AccessState } from '#shared/contract/access.ts';
import type { HeldLine } from '#shared/gateway/data-export.ts';
import type { Database } from '../database/database.ts';

export function replaceHeld(db: Database, lines: readonly HeldLine[]): void {
  db.run('delete from cloud_held');
  for (const { kind, id, content } of lines) {
    db.run(
      'insert or replace into cloud_held (kind, reference, content) values (?, ?, ?)',
      kind,
      id,
      JSON.stringify(content),
    );
  }
}

type Held = NonNullable<AccessState['held']>;

export function readHeld(db: Database): Omit<Held, 'fetchedAt'> | null {
  const counts = db.all<Held['counts'][number]>(
    'select kind, count(*) as count from cloud_held group by kind order by kind',
  );
  if (counts.length === 0) return null;
  const one = (sql: string) => db.get<{ readonly n: number }>(sql)?.n ?? 0;
  return {
    counts,
    onlyThere: {
      clips: one(
        `select count(*) as n from cloud_held h where kind = 'generation'
         and json_extract(content, '$.status') = 'succeeded'
         and not exists (select 1 from generation g where g.cloud_id = h.reference and g.status = 'ready')`,
      ),
      images: one(
        `select count(*) as n from cloud_held h where kind = 'asset'
         and not exists (select 1 from asset a where a.sha256 = h.reference)`,
      ),
    },
  };
}
