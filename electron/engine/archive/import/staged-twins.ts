// Lines of an archive that claim one id twice: refused, or, where only what is whole is wanted, thinned out.
import type BetterSqlite3 from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import type { StagedName } from './staged-lines.ts';

/** What the library holds once, beside the ids by which lines are looked up. */
const onlyOnce = [
  ['outputs', 'id'],
  ['assets', 'sha256'],
] as const satisfies readonly (readonly [StagedName, string])[];

/** One id for two lines would make it a matter of chance which of them is meant. */
export function refuseTwins(connection: BetterSqlite3.Database): void {
  const questions = [
    `select name, owner from line
     where name in ('generations', 'assets', 'prompts', 'saved-prompts', 'tags', 'collections')
     group by name, owner having count(*) > 1 limit 1`,
    ...onlyOnce.map(
      ([name, field]) =>
        `select name, body ->> '${field}' as owner from line where name = '${name}'
         group by body ->> '${field}' having count(*) > 1 limit 1`,
    ),
  ];
  const twin = questions
    .map((sql) => connection.prepare(sql).get())
    .find((found) => found !== undefined) as
    { readonly name: string; readonly owner: string } | undefined;
  if (!twin) return;
  throw new AppError('archive-damaged', `data/${twin.name}.jsonl has ${twin.owner} twice.`);
}

/** Of each the first is kept. Returns how many went. */
export function dropTwins(connection: BetterSqlite3.Database): number {
  const first = (names: string, by: string) =>
    `delete from line where name in (${names}) and number not in
     (select min(number) from line where name in (${names}) group by name, ${by})`;
  const changes = [
    first(`'generations', 'assets', 'prompts', 'tags'`, 'owner'),
    ...onlyOnce.map(([name, field]) => first(`'${name}'`, `body ->> '${field}'`)),
  ].map((sql) => connection.prepare(sql).run().changes);
  return changes.reduce((sum, count) => sum + count, 0);
}
