// What an archive must say once it was imported into an empty library and exported again: the differences that the format's
// documentation names, and no others. Written apart from the import, so that the two can disagree.
import { sampleAt } from './sample-library.ts';

type Row = Record<string, unknown>;
export type Data = Record<string, Row[]>;

const active = ['queued', 'uploading', 'submitting', 'rendering', 'downloading'];
const brought = ['draft', 'last_export'];

/** `files` are the paths in the archive. */
export function expectedAfterImport(data: Data, files: ReadonlySet<string>): Data {
  const arrived = (row: Row): Row => ({ ...row, isMissing: !files.has(String(row['file'])) });
  const unfinished = (data['generations'] ?? []).filter(({ status }) =>
    active.includes(String(status)),
  );
  return {
    ...data,
    generations: (data['generations'] ?? []).map((row) =>
      unfinished.includes(row) ? ended(row) : row,
    ),
    events: [...(data['events'] ?? []), ...endings(unfinished, data['events'] ?? [])],
    outputs: (data['outputs'] ?? []).map(arrived),
    assets: (data['assets'] ?? []).map(arrived),
    consents: withoutTraining(data['consents'] ?? []),
    erasures: (data['erasures'] ?? []).filter(({ state }) => state === 'confirmed'),
    settings: (data['settings'] ?? []).filter(({ key }) => brought.includes(String(key))),
  };
}

function ended(row: Row): Row {
  const isCancelled = row['cancelRequested'] === true;
  return {
    ...row,
    status: isCancelled ? 'cancelled' : 'failed',
    endedAt: row['updatedAt'],
    cancelRequested: false,
    failureCode: isCancelled ? null : 'cancelled',
    failureMessage: isCancelled ? null : 'The clip was not finished when the archive was written.',
    failureDetails: isCancelled ? null : {},
  };
}

function endings(unfinished: readonly Row[], events: readonly Row[]): Row[] {
  const last = Math.max(0, ...events.map(({ id }) => Number(id)));
  return unfinished.map((row, index) => ({
    id: last + 1 + index,
    generationId: row['id'],
    at: row['updatedAt'],
    type: row['cancelRequested'] === true ? 'cancelled' : 'failed',
    status: row['cancelRequested'] === true ? 'cancelled' : 'failed',
    note: 'Not finished when the archive was written',
  }));
}

/** A file cannot agree to training: where it does, a line withdraws it. */
function withoutTraining(consents: readonly Row[]): Row[] {
  const last = consents.findLast(({ purpose }) => purpose === 'training');
  if (last?.['isGranted'] !== true) return [...consents];
  return [
    ...consents,
    {
      id: Math.max(...consents.map(({ id }) => Number(id))) + 1,
      at: new Date(sampleAt).toISOString(),
      purpose: 'training',
      isGranted: false,
      policyVersion: '',
    },
  ];
}
