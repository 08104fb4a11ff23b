// Compares what engine and gateway say about jobs and money, row by row in their databases. Returns what does not add up.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { type GenerationStatus, isActive } from '#shared/domain/generation-status.ts';
import type { JobWorld } from '../job-world.ts';

interface OurJob {
  readonly sequence: number;
  readonly key: string;
  readonly status: GenerationStatus;
  readonly failure: string | null;
  readonly quoted: number;
  readonly held: number;
  readonly settled: number;
  readonly refunded: number;
  /** The clip was there when the job ended. */
  readonly wasMade: number;
}
interface OurFile {
  readonly path: string;
  readonly sha256: string;
}
interface CloudJob {
  readonly id: string;
  readonly key: string;
  readonly status: string;
  readonly held: number;
  readonly settled: number;
  readonly refunded: number;
}
interface CreditRow {
  readonly type: string;
  readonly amount: number;
  readonly generationId: string | null;
}

export type AuditedWorld = Pick<JobWorld, 'engine' | 'gateway'>;

export interface JobAudit {
  readonly problems: readonly string[];
  /** Delivered, and paid once each. */
  readonly delivered: number;
  /** Of the cloud's own ledger. */
  readonly charged: number;
  readonly refunded: number;
  /** Made and paid when the user cancelled: the app said so before. */
  readonly paidAndCancelled: number;
}

/** To be called when nothing is under way. `created` is how many jobs the test has asked for. */
export function auditJobs(world: AuditedWorld, created: number): JobAudit {
  const problems: string[] = [];
  const ours = readOurs(world);
  const cloud = readCloud(world);
  const byKey = new Map(cloud.jobs.map((job) => [job.key, job]));
  if (ours.length !== created) problems.push(`${created} jobs made, ${ours.length} are here`);
  if (byKey.size !== cloud.jobs.length) problems.push('a key is in the cloud twice');
  for (const key of byKey.keys()) {
    if (!ours.some((job) => job.key === key)) problems.push('the cloud has a job of nobody');
  }
  const sums = { delivered: 0, charged: 0, refunded: 0, paidAndCancelled: 0 };
  for (const job of ours) {
    const known = byKey.get(job.key);
    const name = `job ${job.sequence} (${job.status} ${job.failure ?? ''})`;
    problems.push(...auditJob(job, known).map((problem) => `${name}: ${problem}`));
    sums.charged += known?.settled ?? 0;
    sums.refunded += known?.refunded ?? 0;
    if (job.status === 'ready') {
      sums.delivered += 1;
      problems.push(...auditFiles(world, job).map((problem) => `${name}: ${problem}`));
    } else if ((known?.settled ?? 0) > 0) sums.paidAndCancelled += 1;
  }
  problems.push(...auditCredits(cloud.credits, cloud.jobs), ...auditFolder(world));
  return { problems, ...sums };
}

function auditJob(job: OurJob, known: CloudJob | undefined): string[] {
  if (isActive(job.status)) return ['has not ended'];
  const books = `cloud ${known?.status}, ${known?.held} held, ${known?.settled} settled`;
  if (job.status === 'ready') {
    if (known?.status !== 'succeeded' || known.settled !== job.quoted) return [books];
    if (job.settled !== job.quoted || job.held !== 0) return ['our books say otherwise'];
    return [];
  }
  if (known === undefined) return job.held + job.settled > 0 ? ['charged for nothing'] : [];
  if (known.held !== 0) return [books];
  const isBack = known.settled === 0 && known.refunded === job.quoted;
  const isUsersWish = job.status === 'cancelled' && job.wasMade === 1;
  if (!isBack && !isUsersWish) return [`not delivered, not given back: ${books}`];
  if (job.settled !== known.settled || job.refunded !== known.refunded || job.held !== 0) {
    return [`our books say ${job.held}/${job.settled}/${job.refunded}, ${books}`];
  }
  return [];
}

function auditFiles(world: AuditedWorld, job: OurJob): string[] {
  const files = world.engine.engine.context.db.all<OurFile>(
    'select file_path as path, sha256 from output where generation_sequence = ?',
    job.sequence,
  );
  if (files.length !== 1) return [`${files.length} results`];
  return files.flatMap(({ path, sha256 }) => {
    const file = join(world.engine.library, path);
    if (!existsSync(file)) return [`${path} is not there`];
    const isWhole = createHash('sha256').update(readFileSync(file)).digest('hex') === sha256;
    return isWhole ? [] : [`${path} is damaged`];
  });
}

/** Every row of the ledger belongs to a job, and the rows of a job say what its row says. */
function auditCredits(rows: readonly CreditRow[], jobs: readonly CloudJob[]): string[] {
  return jobs.flatMap(({ id, held, settled, refunded, status }) => {
    const own = rows.filter(({ generationId }) => generationId === id);
    const sum = own.reduce((total, { amount }) => total + amount, 0);
    const holds = own.filter(({ type }) => type === 'hold').length;
    const ends = own.filter(({ type }) => type === 'settle' || type === 'refund').length;
    if (holds === 1 && ends === 1 && sum === -settled && held === 0) return [];
    return [`ledger of ${status} job: ${holds} holds, ${ends} ends, sum ${sum}, ${refunded} back`];
  });
}

/** No clip without a row, nothing left half fetched. */
function auditFolder(world: AuditedWorld): string[] {
  const list = (folder: string) => {
    const place = join(world.engine.library, folder);
    if (!existsSync(place)) return [];
    const entries = readdirSync(place, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  };
  const { db } = world.engine.engine.context;
  const known = db
    .all<{ readonly file: string; readonly poster: string | null }>(
      'select file_path as file, poster_path as poster from output',
    )
    .flatMap(({ file, poster }) => [file, poster ?? '']);
  const orphans = [...list('videos'), ...list('posters')].filter(
    (name) => !known.some((path) => path.endsWith(`/${name}`)),
  );
  return [
    ...orphans.map((name) => `${name} belongs to no job`),
    ...list('incoming').map((name) => `${name} was left behind`),
  ];
}

function readOurs(world: AuditedWorld): OurJob[] {
  return world.engine.engine.context.db.all<OurJob>(
    `select sequence, idempotency_key as key, status, failure_code as failure, credits_quoted as quoted, credits_held as held,
       credits_settled as settled, credits_refunded as refunded,
       exists (select 1 from event where generation_sequence = sequence and type = 'rendered') as wasMade
     from generation order by sequence`,
  );
}

function readCloud({ gateway }: AuditedWorld): { jobs: CloudJob[]; credits: CreditRow[] } {
  const database = new BetterSqlite3(join(gateway.dir, 'gateway.db'), { readonly: true });
  try {
    return {
      jobs: database
        .prepare<[], CloudJob>(
          `select id, idempotency_key as key, status, held_credits as held, settled_credits as settled,
             refunded_credits as refunded from generation`,
        )
        .all(),
      credits: database
        .prepare<[], CreditRow>(
          'select type, amount, generation_id as generationId from credit_entry',
        )
        .all(),
    };
  } finally {
    database.close();
  }
}
