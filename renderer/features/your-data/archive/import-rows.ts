// What an archive would bring or has brought, by the kinds that people know. Pure.
import type { ArchiveInspection, ImportReport } from '#shared/contract/data.ts';

/** Files of an archive that people know by a name, in the order in which they are told. */
const importedKinds = [
  'outputs',
  'assets',
  'prompts',
  'saved-prompts',
  'tags',
  'collections',
  'saved-searches',
  'generations',
] as const;
export type ImportedKind = (typeof importedKinds)[number];

export interface ImportRow {
  readonly kind: ImportedKind;
  readonly total: number;
  readonly added: number;
  readonly present: number;
  /** Another thing here has its id; both are kept. */
  readonly conflicts: number;
  /** Deleted here before, or under way here. */
  readonly leftOut: number;
}

type Counts = ArchiveInspection['wouldDo'] | ImportReport['counts'];

/** One row for each kind that the archive holds anything of. */
export function importRows(counts: Counts): ImportRow[] {
  return importedKinds
    .map((kind) => {
      const row = { added: 0, present: 0, conflicts: 0, leftOut: 0, ...counts[kind] };
      return { kind, ...row, total: row.added + row.present + row.conflicts + row.leftOut };
    })
    .filter(({ total }) => total > 0);
}

export interface Amount {
  readonly kind: ImportedKind;
  readonly count: number;
}

/** What is new, conflicts included: they come in too. */
export function newAmounts(rows: readonly ImportRow[]): Amount[] {
  return amounts(rows, ({ added, conflicts }) => added + conflicts);
}

export function presentAmounts(rows: readonly ImportRow[]): Amount[] {
  return amounts(rows, ({ present }) => present);
}

export function leftOutAmounts(rows: readonly ImportRow[]): Amount[] {
  return amounts(rows, ({ leftOut }) => leftOut);
}

export function conflictAmounts(rows: readonly ImportRow[]): Amount[] {
  return amounts(rows, ({ conflicts }) => conflicts);
}

function amounts(rows: readonly ImportRow[], countOf: (row: ImportRow) => number): Amount[] {
  const all = rows.map((row) => ({ kind: row.kind, count: countOf(row) }));
  const clips = all.find(({ kind }) => kind === 'outputs')?.count ?? 0;
  // The history of a clip goes without saying; only what was tried beyond the clips is told.
  return all
    .map(({ kind, count }) =>
      kind === 'generations' ? { kind, count: count - clips } : { kind, count },
    )
    .filter(({ count }) => count > 0);
}

/** Lines that have no name of their own: ledger, consents, settings. */
export function otherRecords(counts: ImportReport['counts']): number {
  return Object.entries(counts)
    .filter(([name]) => !importedKinds.some((kind) => kind === name))
    .reduce((sum, [, { added }]) => sum + added, 0);
}
