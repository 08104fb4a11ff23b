// The Data Room at a glance: every kind of data with its count and bytes, counted on the disk and in the database.
import { join } from 'node:path';
import type { DataKind, InventoryRow, Overview } from '#shared/contract/data.ts';
import type { HostContract } from '#shared/contract/host.ts';
import type { TypedClient } from '#shared/rpc/typed-client.ts';
import { z } from 'zod';
import { type Clock, isoTime, isoTimeOrNull } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { sumLedger } from '../database/ledger-reads.ts';
import { readCounts } from '../database/library-sums.ts';
import { readSetting } from '../database/settings.ts';
import type { EnginePaths } from '../engine-context.ts';
import { readDiskSpace } from '../library/disk-space.ts';
import { libraryLabel } from '../library/library-folder.ts';
import type { LibraryPaths } from '../library/library-paths.ts';
import { addSizes, type Size, sizeOf } from './folder-size.ts';

export interface OverviewDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly paths: EnginePaths & LibraryPaths;
  readonly host: TypedClient<HostContract>;
}

const freshMs = 3000;
export const lastExportSchema = z.object({
  at: z.iso.datetime(),
  sizeBytes: z.number().int(),
  verified: z.boolean(),
});

interface Known {
  readonly atMs: number;
  readonly state: string;
  readonly overview: Promise<Overview>;
}

/** A function that counts, and answers from memory for a few seconds after, unless the library or the last export changed. */
export function createOverview(deps: OverviewDeps): () => Promise<Overview> {
  let known: Known | null = null;
  return async () => {
    const counts = await readCounts(deps.db);
    const state = JSON.stringify([counts, readLastExport(deps.db)]);
    const now = deps.clock.now();
    if (!known || known.state !== state || Math.abs(now - known.atMs) > freshMs) {
      const overview = count(deps);
      known = { atMs: now, state, overview };
      overview.catch(() => {
        known = null;
      });
    }
    return known.overview;
  };
}

function readLastExport(db: Database): Overview['lastExport'] {
  return readSetting(db, 'last_export', lastExportSchema);
}

async function count(deps: OverviewDeps): Promise<Overview> {
  const { db, paths, clock } = deps;
  const [onDisk, space] = await Promise.all([sizesOnDisk(deps), readDiskSpace(paths.library)]);
  const counts = await readCounts(db);
  return {
    countedAt: isoTime(clock.now()),
    libraryLabel: libraryLabel(paths.library),
    totalBytes: addSizes(Object.values(onDisk)).bytes,
    ...space,
    clipCount: counts.clips,
    assetCount: counts.assets,
    promptCount: counts.prompts,
    inventory: inventory(db, onDisk),
    network: sumLedger(db),
    erasuresWaiting: countRows(db, "erasure where state <> 'confirmed'"),
    lastExport: readLastExport(db),
  };
}

type DiskKind = Exclude<
  DataKind,
  'prompts' | 'history' | 'account' | 'consents' | 'deletions' | 'ledger'
>;

async function sizesOnDisk({ paths, host }: OverviewDeps): Promise<Record<DiskKind, Size>> {
  const { home, library, logs } = paths;
  const preferenceFiles = [join(home, 'preferences.json'), join(home, 'known-library.json')];
  const gateway = join(home, 'embedded-gateway');
  const sum = async (files: readonly string[]) =>
    addSizes(await Promise.all(files.map((file) => sizeOf(file))));
  const databaseFiles = ['', '-wal', '-shm'].map((suffix) => paths.database + suffix);
  const secrets = await host.call('secrets.count', {});
  return {
    videos: await sizeOf(paths.videos),
    posters: await sizeOf(paths.posters),
    assets: await sizeOf(paths.assets),
    incoming: await sizeOf(paths.incoming),
    backups: await sizeOf(paths.backups),
    database: await sum([...databaseFiles, paths.marker, paths.lock]),
    preferences: await sum(preferenceFiles),
    logs: await sizeOf(logs),
    'cloud-embedded': await sizeOf(gateway),
    browser: await sizeOf(home, [library, logs, gateway, ...preferenceFiles]),
    keychain: { count: secrets.count, bytes: 0 },
  };
}

/** Kinds that live inside the database have a count of their own; their bytes are the database's. */
function inventory(db: Database, onDisk: Record<DiskKind, Size>): InventoryRow[] {
  const inCloud = db.get<{ readonly count: number; readonly until: number | null }>(
    'select count(*) as count, max(cloud_expires_at) as until from generation where is_in_cloud = 1',
  );
  const rows = (table: string): Size => ({ count: countRows(db, table), bytes: 0 });
  const sizes: Record<DataKind, Size> = {
    ...onDisk,
    prompts: addSizes([rows('prompt'), rows('saved_prompt')]),
    history: rows('generation'),
    account: addSizes([rows("setting where key = 'cloud_description'"), rows('privacy_request')]),
    consents: rows('consent'),
    deletions: addSizes([rows('erasure'), rows('tombstone')]),
    ledger: rows('network_request'),
  };
  const cloudKinds: readonly string[] = ['videos', 'prompts'];
  return (Object.entries(sizes) as [DataKind, Size][]).map(([kind, { count, bytes }]) => ({
    kind,
    count,
    bytes,
    inCloudCount: cloudKinds.includes(kind) ? (inCloud?.count ?? 0) : 0,
    cloudUntil: cloudKinds.includes(kind) ? isoTimeOrNull(inCloud?.until ?? null) : null,
  }));
}

/** `source` is written here, never taken from outside. */
function countRows(db: Database, source: string): number {
  return db.get<{ readonly count: number }>(`select count(*) as count from ${source}`)?.count ?? 0;
}
