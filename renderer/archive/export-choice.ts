// What somebody wants to export, as the dialog has it, and what the engine is asked for it. Pure.
import type { ExportSelection } from '#shared/contract/data.ts';
import type { CollectionId, GenerationId } from '#shared/domain/ids.ts';

const exportSubjects = ['all', 'picked', 'collection', 'dates'] as const;
export type ExportSubject = (typeof exportSubjects)[number];

export interface ExportChoice {
  readonly subject: ExportSubject;
  readonly collectionId: CollectionId | null;
  /** Days of this computer, such as `2026-06-30`; empty when open. */
  readonly since: string;
  readonly until: string;
  readonly includeMedia: boolean;
  readonly sidecars: boolean;
  readonly partBytes: number | null;
}

export const wholeExport: ExportChoice = {
  subject: 'all',
  collectionId: null,
  since: '',
  until: '',
  includeMedia: true,
  sidecars: false,
  partBytes: null,
};

/** What fits on a CD, a FAT stick, a Blu-ray disc. */
export const partSizes = [700_000_000, 4_000_000_000, 25_000_000_000, 100_000_000_000] as const;

/** Midnight where this computer is; `null` when it is no day. */
function startOfDay(day: string, later = 0): string | null {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  const start = new Date(year, month - 1, date + later);
  return Number.isNaN(start.getTime()) ? null : start.toISOString();
}

export function isInOrder({ since, until }: ExportChoice): boolean {
  return since === '' || until === '' || since <= until;
}

/** `null` when nothing can be exported yet; `{}` for everything. */
export function selectionOf(
  choice: ExportChoice,
  picked: readonly GenerationId[],
): { readonly only?: ExportSelection } | null {
  if (choice.subject === 'all') return {};
  if (choice.subject === 'picked') {
    return picked.length === 0 ? null : { only: { ids: [...picked] } };
  }
  if (choice.subject === 'collection') {
    const { collectionId } = choice;
    return collectionId === null ? null : { only: { collectionId } };
  }
  const since = startOfDay(choice.since);
  const until = startOfDay(choice.until, 1);
  if ((since === null && until === null) || !isInOrder(choice)) return null;
  return {
    only: { ...(since === null ? {} : { since }), ...(until === null ? {} : { until }) },
  };
}
