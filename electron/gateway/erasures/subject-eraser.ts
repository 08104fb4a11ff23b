// What erasing one subject means for rows, ledger and tombstones. Runs inside the caller's transaction; what must happen
// outside of it (stopping renders, removing part files) is kept for `afterCommit`.
import type { CloudOutput } from '#shared/gateway/generation.ts';
import type { GatewayDatabase } from '../database/open-database.ts';
import type { EndJob } from '../generations/ending.ts';
import type { GenerationRow, GenerationRows } from '../generations/generation-rows.ts';
import type { AssetRow, Assets } from '../uploads/assets.ts';
import type { UploadRows } from '../uploads/upload-rows.ts';
import type { BackedUp } from './backups.ts';
import type { Tombstones } from './tombstones.ts';

/** How many of each went, by the words that the receipt shows. */
export type Counts = Readonly<
  Record<'generations' | 'outputs' | 'assets' | 'uploads' | 'feedback', number>
>;

export const noCounts: Counts = { generations: 0, outputs: 0, assets: 0, uploads: 0, feedback: 0 };

export function addCounts(a: Counts, b: Counts): Counts {
  return {
    generations: a.generations + b.generations,
    outputs: a.outputs + b.outputs,
    assets: a.assets + b.assets,
    uploads: a.uploads + b.uploads,
    feedback: a.feedback + b.feedback,
  };
}

export interface SubjectEraser {
  generation(accountId: string, id: string): Counts;
  generationKey(accountId: string, idempotencyKey: string): Counts;
  asset(accountId: string, sha256: string): Counts;
  /** What was said of a job; the job stays. */
  feedback(accountId: string, generationId: string): Counts;
  everything(accountId: string): Counts;
  /** What went since it was asked last, for the backups; empties itself. */
  takeBackedUp(): BackedUp[];
  afterCommit(): Promise<void>;
  afterRollback(): void;
}

export interface SubjectEraserDeps {
  readonly database: GatewayDatabase;
  readonly rows: GenerationRows;
  readonly assets: Assets;
  readonly uploads: UploadRows;
  readonly removePart: (uploadId: string) => Promise<void>;
  readonly tombstones: Tombstones;
  readonly endJob: EndJob;
  readonly abortRender: (generationId: string) => void;
  readonly outputsOf: (generationId: string) => readonly CloudOutput[];
  readonly eraseFeedback: (accountId: string, generationId: string) => boolean;
}

export function createSubjectEraser(deps: SubjectEraserDeps): SubjectEraser {
  const { database, rows, assets, uploads, tombstones } = deps;
  const unlink = database.prepare<[string]>(
    'update credit_entry set generation_id = null where generation_id = ?',
  );
  const unlinkOnward = database.prepare<[string]>(
    'update onward_request set generation_id = null where generation_id = ?',
  );
  const posters = database.prepare<[string], { sha256: string }>(
    'select poster_sha256 sha256 from output where generation_id = ? and poster_sha256 is not null',
  );
  const backedUp: BackedUp[] = [];
  const ended: string[] = [];
  const parts: string[] = [];

  /** A job that still runs is cancelled first, so that its credits come back. */
  function eraseRow(row: GenerationRow): Counts {
    if (deps.endJob(row, { status: 'cancelled', failure: null })) ended.push(row.id);
    const outputs = deps.outputsOf(row.id);
    backedUp.push({
      kind: 'generation',
      content: { ...row, outputs },
      files: [
        ...outputs.map(({ sha256 }) => `outputs/${sha256}.mp4`),
        ...posters.all(row.id).map(({ sha256 }) => `outputs/${sha256}.jpg`),
      ],
    });
    tombstones.addGeneration(row.account_id, row.id);
    tombstones.addKey(row.account_id, row.idempotency_key);
    const feedback = Number(deps.eraseFeedback(row.account_id, row.id));
    unlink.run(row.id);
    unlinkOnward.run(row.id);
    rows.remove(row.id);
    return { ...noCounts, generations: 1, outputs: outputs.length, feedback };
  }

  function backUpAssets(found: readonly AssetRow[]): void {
    for (const asset of found) {
      backedUp.push({ kind: 'asset', content: asset, files: [`assets/${asset.sha256}`] });
    }
  }

  function eraseUploads(accountId: string, sha256: string | null): number {
    const ids = uploads.remove(accountId, sha256);
    parts.push(...ids);
    return ids.length;
  }

  return {
    generation: (accountId, id) => {
      const row = rows.byId(accountId, id);
      if (row) return eraseRow(row);
      tombstones.addGeneration(accountId, id);
      return noCounts;
    },
    generationKey: (accountId, idempotencyKey) => {
      const row = rows.byKey(accountId, idempotencyKey);
      if (row) return eraseRow(row);
      // The request for this job may still be on its way.
      tombstones.addKey(accountId, idempotencyKey);
      return noCounts;
    },
    asset: (accountId, sha256) => {
      const found = assets.find(accountId, sha256);
      if (found) backUpAssets([found]);
      return {
        ...noCounts,
        assets: assets.remove(accountId, sha256),
        uploads: eraseUploads(accountId, sha256),
      };
    },
    feedback: (accountId, generationId) => ({
      ...noCounts,
      feedback: Number(deps.eraseFeedback(accountId, generationId)),
    }),
    everything: (accountId) => {
      const counts = rows.all(accountId).map(eraseRow).reduce(addCounts, noCounts);
      backUpAssets(assets.all(accountId));
      return addCounts(counts, {
        ...noCounts,
        assets: assets.removeAll(accountId),
        uploads: eraseUploads(accountId, null),
      });
    },
    takeBackedUp: () => backedUp.splice(0),
    afterRollback: () => {
      backedUp.length = 0;
      ended.length = 0;
      parts.length = 0;
    },
    afterCommit: async () => {
      for (const id of ended.splice(0)) deps.abortRender(id);
      for (const id of parts.splice(0)) await deps.removePart(id);
    },
  };
}
