// One run of the model-based test of jobs, and many of them: commands in any order, then rest, then both audits.
import fc from 'fast-check';
import { auditSoon } from '../audits/audit-world.ts';
import { comeToRest, jobCommands, type JobModel, type JobReal } from './job-model.ts';
import { startJobWorld } from '../job-world.ts';

/** What was seen in all runs together. */
export interface FuzzSums {
  runs: number;
  commands: number;
  jobs: number;
  delivered: number;
  chargedCredits: number;
  refundedCredits: number;
  paidAndCancelled: number;
  requests: number;
  lostOnTheWay: number;
}

export interface FuzzOptions {
  readonly runs: number;
  readonly seed: number;
  /** Of a failure that was seen before. */
  readonly path?: string;
  readonly onRun?: (done: number, sums: Readonly<FuzzSums>) => void;
}

const priceCredits = 30;
/** One second of the engine is 5 ms. */
const speed = 200;

/** Throws with the commands, seed and path of the first run that does not add up. */
export async function fuzzJobs({ runs, seed, path, onRun }: FuzzOptions): Promise<FuzzSums> {
  const sums: FuzzSums = {
    runs: 0,
    commands: 0,
    jobs: 0,
    delivered: 0,
    chargedCredits: 0,
    refundedCredits: 0,
    paidAndCancelled: 0,
    requests: 0,
    lostOnTheWay: 0,
  };
  const property = fc.asyncProperty(jobCommands, fc.nat(), async (commands, worldSeed) => {
    await runOnce(commands, worldSeed, sums);
    sums.runs += 1;
    onRun?.(sums.runs, sums);
  });
  // the real parts have timing of their own, so a smaller example is found by looking, not by shrinking
  const again = path === undefined ? {} : { path };
  await fc.assert(property, {
    numRuns: runs,
    seed,
    endOnFailure: true,
    includeErrorInReport: true,
    ...again,
  });
  return sums;
}

async function runOnce(
  commands: Iterable<fc.AsyncCommand<JobModel, JobReal>>,
  seed: number,
  sums: FuzzSums,
): Promise<void> {
  const world = await startJobWorld({ seed, speed });
  const model: JobModel = { created: 0 };
  const real: JobReal = { world, ids: [] };
  try {
    await fc.asyncModelRun(() => ({ model, real }), commands);
    const stuck = await comeToRest(real);
    const { jobs, ledger } = await auditSoon(world, model.created, false);
    const problems = [
      ...stuck.map((job) => `does not end: ${job}`),
      ...jobs.problems,
      ...ledger.problems,
    ];
    if (jobs.charged !== (jobs.delivered + jobs.paidAndCancelled) * priceCredits) {
      problems.push(`${jobs.charged} credits for ${jobs.delivered} clips`);
    }
    if (problems.length > 0) throw new Error(problems.join('\n'));
    sums.commands += [...commands].length;
    sums.jobs += model.created;
    sums.delivered += jobs.delivered;
    sums.chargedCredits += jobs.charged;
    sums.refundedCredits += jobs.refunded;
    sums.paidAndCancelled += jobs.paidAndCancelled;
    sums.requests += ledger.requests;
    sums.lostOnTheWay += ledger.lostOnTheWay;
  } finally {
    await world.remove();
  }
}
