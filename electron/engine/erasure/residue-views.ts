// What a wipe left to be confirmed by clouds, and what they confirmed since, as the interface sees it. Reads only.
import type { CloudErasure } from '#shared/contract/erasures.ts';
import { countSubjects, hostOf, toReceiptView } from '../cloud-erasure/erasure-views.ts';
import {
  type CloudOutcome,
  type LeftCloud,
  type LeftErasure,
  readCloudOutcomes,
  readResidue,
} from './residue.ts';

/** Those that wait first. */
export function listOfWipe(home: string): readonly CloudErasure[] {
  const left = readResidue(home).flatMap((cloud) =>
    cloud.erasures.map((erasure) => ofLeft(cloud, erasure)),
  );
  const known = new Set(left.map(({ id }) => id));
  const confirmed = readCloudOutcomes(home).filter(
    ({ state, key }) => state === 'confirmed' && !known.has(key),
  );
  return [...left, ...confirmed.map(ofOutcome)];
}

export function findOutcome(home: string, id: string): CloudOutcome | undefined {
  return readCloudOutcomes(home).find(({ key }) => key === id);
}

const ofWipe = {
  isOfWipe: true,
  cause: 'asked',
  clip: null,
  backupsUntil: null,
  backupsPurgedAt: null,
} as const;

function ofLeft({ baseUrl }: LeftCloud, erasure: LeftErasure): CloudErasure {
  return {
    ...ofWipe,
    id: erasure.key,
    state: erasure.state,
    requestedAt: erasure.requestedAt,
    nextTryAt: erasure.nextTryAt,
    problem: erasure.lastError,
    confirmedAt: null,
    attempts: erasure.attempts,
    subjects: countSubjects(erasure.subjects),
    host: hostOf(baseUrl),
    receipt: null,
  };
}

function ofOutcome(outcome: CloudOutcome): CloudErasure {
  const { receipt, isEverything, subjectCount } = outcome;
  return {
    ...ofWipe,
    id: outcome.key,
    state: outcome.state,
    requestedAt: outcome.requestedAt,
    nextTryAt: null,
    problem: null,
    confirmedAt: outcome.confirmedAt,
    attempts: outcome.attempts,
    // which ids they were is not kept
    subjects: { clips: isEverything ? 0 : subjectCount, assets: 0, ratings: 0, isEverything },
    host: hostOf(outcome.baseUrl),
    backupsUntil: receipt?.retained.find(({ what }) => what === 'Backups')?.until ?? null,
    receipt: receipt && toReceiptView(receipt, outcome.signatureCheck),
  };
}
