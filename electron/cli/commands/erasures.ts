// `kling5 erasures`: what the cloud was asked to erase, and its receipts; also what a wipe left to be confirmed.
import { setTimeout as delay } from 'node:timers/promises';
import { readCloudOutcome, readResidue } from '../../engine/erasure/residue.ts';
import type { Command } from '../command.ts';
import type { Session } from '../session.ts';

interface Item {
  readonly id: string;
  readonly subject: unknown;
  readonly state: string;
  readonly attempts: number;
  readonly requestedAt: string;
  readonly receipt: unknown;
}

export const erasures: Command = {
  name: 'erasures',
  summary: 'Lists what the cloud was asked to erase, with its receipts',
  usage: '',
  options: {},
  run: async ({ output, home, openSession }) => {
    const session = await openSession();
    await firstAttempt(home);
    const items = [...ofWipe(home), ...ofOutbox(session)];
    await output.result(
      { items },
      items.length === 0
        ? ['The cloud was not asked to erase anything.']
        : items.map(({ id, state, attempts }) => `${id}  ${state}  asked ${attempts} times`),
    );
    return 0;
  },
};

/** The engine asks again when it starts; a moment for that, so that the list is fresh. */
async function firstAttempt(home: string): Promise<void> {
  const attempts = readResidue(home)?.attempts;
  if (attempts === undefined) return;
  const endsAt = performance.now() + 5000;
  while (performance.now() < endsAt) {
    const residue = readResidue(home);
    const isAsked = residue !== null && residue.attempts > attempts;
    if (!residue || (isAsked && (residue.state === 'accepted' || residue.lastError !== null)))
      return;
    await delay(100);
  }
}

function ofWipe(home: string): Item[] {
  const residue = readResidue(home);
  const outcome = readCloudOutcome(home);
  const subject = { type: 'everything' };
  if (residue) {
    const { key, attempts, requestedAt, state } = residue;
    return [{ id: key, subject, state, attempts, requestedAt, receipt: null }];
  }
  if (!outcome) return [];
  const { key, state, requestedAt, receipt } = outcome;
  return [{ id: key, subject, state, attempts: 1, requestedAt, receipt }];
}

interface OutboxRow {
  readonly id: string;
  readonly subjects: string;
  readonly state: string;
  readonly attempts: number;
  readonly requestedAt: number;
  readonly receipt: string | null;
}

function ofOutbox({ engine }: Session): Item[] {
  const rows = engine.context.db.all<OutboxRow>(
    `select id, subjects, state, attempts, requested_at as requestedAt, receipt
     from erasure order by requested_at desc`,
  );
  return rows.map(({ id, subjects, state, attempts, requestedAt, receipt }) => {
    const all = JSON.parse(subjects) as unknown[];
    return {
      id,
      subject: all.length === 1 ? all[0] : all,
      state,
      attempts,
      requestedAt: new Date(requestedAt).toISOString(),
      receipt: receipt === null ? null : (JSON.parse(receipt) as unknown),
    };
  });
}
