// Both audits, once everything has come to rest: what is still on its way when they begin gets a moment to arrive.
import { setTimeout as delay } from 'node:timers/promises';
import { auditJobs, type JobAudit } from './audit-jobs.ts';
import { auditLedger, type LedgerAudit } from './audit-ledger.ts';
import type { JobWorld } from '../job-world.ts';

export interface WorldAudit {
  readonly jobs: JobAudit;
  readonly ledger: LedgerAudit;
}

const patienceMs = 2000;
const pauseMs = 10;

/** `strict` as for `auditLedger`. */
export async function auditSoon(
  world: JobWorld,
  created: number,
  strict = true,
): Promise<WorldAudit> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const ledger = await auditLedger(world, strict);
    const jobs = auditJobs(world, created);
    const isClean = jobs.problems.length + ledger.problems.length === 0;
    if (isClean || performance.now() > deadline) return { jobs, ledger };
    await delay(pauseMs);
  }
}
