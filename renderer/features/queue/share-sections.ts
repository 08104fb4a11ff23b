// Keeps what did not change the same object, so that the progress of one job leaves a list of a thousand alone. Pure.
import type { JobSection, RowKey } from './queue-sections.ts';

/** `next`, with every section and row of `previous` that is equal to it. */
export function shareSections(
  previous: readonly JobSection[],
  next: readonly JobSection[],
): readonly JobSection[] {
  const sections = next.map((section) => {
    const before = previous.find(({ id }) => id === section.id);
    return before ? shareSection(before, section) : section;
  });
  return isSameList(previous, sections) ? previous : sections;
}

function shareSection(before: JobSection, section: JobSection): JobSection {
  const known = new Map(before.rows.map((row) => [row.id, row]));
  const shared = section.rows.map((row): RowKey => {
    const same = known.get(row.id);
    return same?.name === row.name ? same : row;
  });
  const rows = isSameList(before.rows, shared) ? before.rows : shared;
  const isSame =
    rows === before.rows && before.title === section.title && before.note === section.note;
  return isSame ? before : { ...section, rows };
}

function isSameList<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
