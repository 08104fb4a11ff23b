// `kling5 erasures`: what the cloud was asked to erase, and its receipts; also what a wipe left to be confirmed.
import { setTimeout as delay } from 'node:timers/promises';
import type { ErasureRow } from '../../engine/cloud-erasure/erasure-views.ts';
import { readResidue } from '../../engine/erasure/residue.ts';
import { findOutcome, listOfWipe } from '../../engine/erasure/residue-views.ts';
import type { Command } from '../command.ts';
import type { Session } from '../session.ts';

interface Item {
  readonly id: string;
  readonly subject: unknown;
  readonly state: string;
  readonly attempts: number;
  readonly requestedAt: string;
  readonly nextTryAt: string | null;
  readonly problem: string | null;
  readonly receipt: unknown;
  readonly signature: string | null;
}

export const erasures: Command = {
  name: 'erasures',
  summary: 'Lists what the cloud was asked to erase, with its receipts',
  usage: '',
  options: {},
  run: async ({ output, home, openSession }) => {
    const session = await openSession();
    await firstAttempt(home);
    const items = listAll(session);
    await output.result(
      { items },
      items.length === 0 ? ['The cloud was not asked to erase anything.'] : items.map(lineOf),
    );
    return 0;
  },
};

/** The engine asks again when it starts; a moment for that, so that the list is fresh. */
async function firstAttempt(home: string): Promise<void> {
  const tries = () =>
    readResidue(home)
      .flatMap(({ erasures: left }) => left)
      .reduce((sum, { attempts }) => sum + attempts + 1, 0);
  const before = tries();
  if (before === 0) return;
  const endsAt = performance.now() + 5000;
  while (performance.now() < endsAt && tries() === before) await delay(100);
}

function listAll({ engine }: Session): Item[] {
  const { db, paths } = engine.context;
  const ofWipe = listOfWipe(paths.home).map((item) => ({
    id: item.id,
    subject: item.subjects.isEverything ? { type: 'everything' } : item.subjects,
    state: item.state,
    attempts: item.attempts,
    requestedAt: item.requestedAt,
    nextTryAt: item.nextTryAt,
    problem: item.problem,
    receipt: findOutcome(paths.home, item.id)?.receipt ?? null,
    signature: item.receipt?.signature ?? null,
  }));
  const rows = db.all<ErasureRow>('select * from erasure order by requested_at desc');
  return [...ofWipe, ...rows.map(ofOutbox)];
}

function ofOutbox(row: ErasureRow): Item {
  const all = JSON.parse(row.subjects) as unknown[];
  return {
    id: row.id,
    subject: all.length === 1 ? all[0] : all,
    state: row.state,
    attempts: row.attempts,
    requestedAt: new Date(row.requested_at).toISOString(),
    nextTryAt: row.next_try_at === null ? null : new Date(row.next_try_at).toISOString(),
    problem: row.last_error,
    receipt: row.receipt === null ? null : (JSON.parse(row.receipt) as unknown),
    signature: row.signature_check,
  };
}

function lineOf({ id, state, attempts, problem, signature }: Item): string {
  const why = problem === null ? '' : `  last answer: ${problem}`;
  const signed = signature === null ? '' : `  signature: ${signature}`;
  return `${id}  ${state}  asked ${attempts} times${why}${signed}`;
}
