// What there is to know about the rows that would be erased: amounts, what they share with others, what the cloud has of them.
// Reads the database and looks at sizes on disk; decides nothing.
import { stat } from 'node:fs/promises';
import { type ErasePlace, keptKinds, type KeptKind } from '#shared/domain/erase-subject.ts';
import type { Database } from '../../database/database.ts';
import type { EnginePaths } from '../../engine-context.ts';
import type { LibraryPaths } from '../../library/library-paths.ts';
import { libraryFile } from '../../library/library-file.ts';
import type { Amount } from './amount.ts';
import { backupFiles } from './erase-backups.ts';
import { logFiles } from './erase-logs.ts';
import { referencesOf, type Targets } from './find-targets.ts';
import { isDraftOf } from './erase-words.ts';
import { filesOfClips } from './shared-files.ts';

export interface EraseFacts {
  readonly clips: number;
  readonly videos: Amount;
  readonly posters: Amount;
  /** Videos that clips use too which stay. */
  readonly sharedVideos: number;
  readonly prompts: number;
  /** Wordings that clips use which stay. */
  readonly sharedPrompts: number;
  /** Prompts kept by name that these clips came of, or that say the same. */
  readonly keptPrompts: number;
  readonly assets: Amount;
  /** Clips that lose the link to such an image and stay. */
  readonly clipsOfAssets: number;
  /** Reference images that the erased clips used; they stay. */
  readonly assetsOfClips: number;
  readonly draft: boolean;
  /** What is kept by name or was written, of the one kind that is meant. */
  readonly kept: { readonly kind: KeptKind; readonly count: number } | null;
  readonly ledger: number;
  readonly logs: Amount;
  readonly backups: Amount;
  readonly cloud: {
    readonly clips: number;
    readonly records: number;
    readonly untilMs: number | null;
  };
  readonly underWay: number;
}

export interface FactsDeps {
  readonly db: Database;
  readonly paths: EnginePaths & LibraryPaths;
}

export async function readFacts(
  { db, paths }: FactsDeps,
  targets: Targets,
  where: ErasePlace,
): Promise<EraseFacts> {
  const { items, underWay } = targets;
  const isHere = where !== 'cloud';
  const of = (kind: (typeof items)[number]['kind']) => referencesOf(items, kind);
  const has = (kind: (typeof items)[number]['kind']) => items.some((item) => item.kind === kind);
  const clips = of('clip');
  // of a clip that only the cloud has, the words are here too
  const isWordy = items.some(({ kind }) => (isHere ? kind !== 'logs' : kind === 'cloud-clip'));
  return {
    clips: items.filter(({ kind }) => kind === 'clip').length,
    ...(await clipFiles({ db, paths }, clips)),
    ...promptFacts(db, clips, of('prompt')),
    ...assetFacts(db, clips, of('asset')),
    draft: has('draft') || (has('clip') && isDraftOf(db, clips)),
    kept: keptFacts(items),
    ledger: has('ledger') ? count(db, 'select count(*) as count from network_request') : 0,
    logs: has('logs') ? await sizes(logFiles(paths)) : nothing,
    backups: isWordy ? await sizes(backupFiles(paths.library)) : nothing,
    cloud: cloudFacts(db, clips, of('cloud-clip')),
    underWay,
  };
}

function keptFacts(items: Targets['items']): EraseFacts['kept'] {
  const kind = keptKinds.find((one) => items.some((item) => item.kind === one));
  if (kind === undefined) return null;
  return { kind, count: items.filter((item) => item.kind === kind).length };
}

const nothing: Amount = { count: 0, bytes: 0 };

async function clipFiles({ db, paths }: FactsDeps, clips: string) {
  const { videos, posterPaths, sharedVideos } = filesOfClips(db, clips);
  const posters = await sizes(posterPaths.map((path) => libraryFile(paths.library, path)));
  return { videos, posters, sharedVideos };
}

function promptFacts(db: Database, clips: string, prompts: string) {
  const ofClips = db.get<{ readonly alone: number; readonly shared: number }>(
    `with erased (sequence) as (select value from json_each(?)),
       uses (kept) as (select sum(sequence not in (select sequence from erased)) from generation
         where prompt_id in (select prompt_id from generation
           where sequence in (select sequence from erased))
         group by prompt_id)
     select count(*) filter (where kept = 0) as alone, count(*) filter (where kept > 0) as shared
     from uses`,
    clips,
  );
  const used = count(
    db,
    `select count(*) as count from generation where prompt_id in (select value from json_each(?))`,
    prompts,
  );
  const listed = (JSON.parse(prompts) as unknown[]).length;
  return {
    prompts: (ofClips?.alone ?? 0) + listed,
    sharedPrompts: listed > 0 ? used : (ofClips?.shared ?? 0),
    keptPrompts: count(
      db,
      `select count(*) as count from saved_prompt where exists (select 1 from generation g
         where g.sequence in (select value from json_each(?))
           and (g.saved_prompt_id = saved_prompt.id or g.prompt = saved_prompt.text))`,
      clips,
    ),
  };
}

function assetFacts(db: Database, clips: string, assets: string) {
  return {
    assets:
      db.get<Amount>(
        `select count(*) as count, coalesce(sum(size_bytes), 0) as bytes from asset
         where sequence in (select value from json_each(?))`,
        assets,
      ) ?? nothing,
    clipsOfAssets: count(
      db,
      `select count(distinct generation_sequence) as count from generation_image
       where asset_sequence in (select value from json_each(?))`,
      assets,
    ),
    assetsOfClips: count(
      db,
      `select count(distinct asset_sequence) as count from generation_image
       where generation_sequence in (select value from json_each(?))`,
      clips,
    ),
  };
}

function cloudFacts(db: Database, clips: string, cloudClips: string): EraseFacts['cloud'] {
  const here = db.get<{
    readonly held: number;
    readonly known: number;
    readonly until: number | null;
  }>(
    `select coalesce(sum(is_in_cloud), 0) as held, count(*) as known,
       max(case when is_in_cloud then cloud_expires_at end) as until
     from generation where (cloud_id is not null or attempts > 0)
       and sequence in (select value from json_each(?))`,
    clips,
  );
  const only = db.get<{ readonly count: number; readonly until: number | null }>(
    `select count(*) as count, max(expires_at) as until from cloud_clip
     where id in (select value from json_each(?))`,
    cloudClips,
  );
  const untils = [here?.until, only?.until].filter((until) => typeof until === 'number');
  return {
    clips: (here?.held ?? 0) + (only?.count ?? 0),
    records: (here?.known ?? 0) + (only?.count ?? 0),
    untilMs: untils.length === 0 ? null : Math.max(...untils),
  };
}

function count(db: Database, sql: string, ...values: readonly string[]): number {
  return db.get<{ readonly count: number }>(sql, ...values)?.count ?? 0;
}

/** Of those that are there. */
async function sizes(files: readonly string[]): Promise<Amount> {
  const sum = { count: 0, bytes: 0 };
  for (let start = 0; start < files.length; start += 64) {
    const found = await Promise.all(
      files.slice(start, start + 64).map((file) => stat(file).catch(() => null)),
    );
    for (const one of found) {
      if (!one?.isFile()) continue;
      sum.count += 1;
      sum.bytes += one.size;
    }
  }
  return sum;
}
