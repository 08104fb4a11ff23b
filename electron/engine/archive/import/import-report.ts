// Counts what an import did, by the names of the archive's files, and the sentences about what did not go the plain way.
import type { ImportReport } from '#shared/contract/data.ts';
import type { StagedName } from './staged-lines.ts';

export type Verdict = 'added' | 'present' | 'conflicts';

/** One sentence per kind of remark, with how often it was made and a few examples. */
export type RemarkKind =
  | 'conflict'
  | 'tombstone'
  | 'unfinished'
  | 'missing'
  | 'changed'
  | 'restored'
  | 'completed'
  | 'kept-out'
  | 'image-gone'
  | 'training'
  | 'erasure';

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

const wordings: Readonly<Record<RemarkKind, (count: number) => string>> = {
  conflict: (count) =>
    `${many(count, 'entry', 'entries')} had the id of something else in the library. Both are kept, and what was imported has a new id.`,
  tombstone: (count) =>
    `${many(count, 'entry', 'entries')} stayed out, because they were deleted here before.`,
  unfinished: (count) =>
    `${many(count, 'clip', 'clips')} had not been finished when the archive was written. Such clips come in as failed or cancelled and are not sent again.`,
  missing: (count) =>
    `${many(count, 'file', 'files')} named by the data are not in the archive. What they belong to is marked as missing.`,
  changed: (count) =>
    `${many(count, 'file', 'files')} had been changed in the library that wrote the archive, and came in as found.`,
  restored: (count) => `${many(count, 'file', 'files')} missing here came back.`,
  completed: (count) =>
    `${many(count, 'clip', 'clips')} without a video here got the one from the archive.`,
  'kept-out': (count) =>
    `${many(count, 'video', 'videos')} stayed out, because the clip is under way here or was ended here.`,
  'image-gone': (count) =>
    `${many(count, 'use', 'uses')} of a reference image could not be kept, because the image is not here.`,
  training: () =>
    'The archive agrees to training. A file cannot agree for you, so training stays off.',
  erasure: (count) =>
    `${many(count, 'cloud deletion', 'cloud deletions')} not confirmed yet stayed with the library that asked for it.`,
};

const mostNamed = 3;

export interface Tally {
  count(name: StagedName, verdict: Verdict): void;
  remark(kind: RemarkKind, example?: string): void;
  report(): ImportReport;
}

export function createTally(): Tally {
  const counts: Record<string, Record<Verdict, number>> = {};
  const remarks = new Map<RemarkKind, { count: number; examples: string[] }>();
  return {
    count: (name, verdict) => {
      const row = (counts[name] ??= { added: 0, present: 0, conflicts: 0 });
      row[verdict] += 1;
    },
    remark: (kind, example) => {
      const known = remarks.get(kind) ?? { count: 0, examples: [] };
      known.count += 1;
      if (example !== undefined && known.examples.length < mostNamed) known.examples.push(example);
      remarks.set(kind, known);
    },
    report: () => ({
      counts,
      notes: [...remarks].map(([kind, { count, examples }]) => {
        const named = examples.length > 0 ? ` For example: ${examples.join(', ')}.` : '';
        return wordings[kind](count) + named;
      }),
    }),
  };
}
