// What a kind of data is made of: groups of rows, each read a page at a time. Types, and the group that is short enough for a list.
import type { DataField, DataRow } from '#shared/contract/inspect.ts';

export type FoundRow = Omit<DataRow, 'group' | 'id'> & { readonly key: string };

export interface RowPage {
  readonly rows: readonly FoundRow[];
  /** Where the next page begins; `null` after the last. */
  readonly next: string | null;
}

export interface RowSource {
  readonly group: string;
  /** `search` is in lower case and may be empty. */
  page(search: string, after: string | null, limit: number): Promise<RowPage> | RowPage;
  count(search: string): Promise<number> | number;
  /** `null` when it is not there any more. */
  record(key: string): Promise<readonly DataField[] | null> | readonly DataField[] | null;
}

export interface ListedRow extends Partial<FoundRow> {
  readonly key: string;
  readonly title: string;
  readonly fields: readonly DataField[];
}

const nothing = {
  note: '',
  bytes: null,
  at: null,
  where: null,
  picture: null,
  file: null,
  generationId: null,
  isInCloud: false,
  cloudUntil: null,
} as const;

/** A group that is read as a whole each time: files, settings, lines of the log. */
export function listSource(
  group: string,
  load: () => Promise<readonly ListedRow[]> | readonly ListedRow[],
): RowSource {
  const find = async (search: string) =>
    (await load()).filter(
      ({ title, note = '', where, fields }) =>
        search === '' ||
        [title, note, where ?? '', ...fields.map(({ value }) => value)]
          .join('\n')
          .toLowerCase()
          .includes(search),
    );
  return {
    group,
    page: async (search, after, limit) => {
      const found = await find(search);
      const start = after === null ? 0 : found.findIndex(({ key }) => key === after) + 1;
      const page = found.slice(start, start + limit);
      const hasMore = start + limit < found.length;
      return {
        // what the contract does not name is taken off on the way out
        rows: page.map((row) => ({ ...nothing, ...row })),
        next: hasMore ? (page.at(-1)?.key ?? null) : null,
      };
    },
    count: async (search) => (await find(search)).length,
    record: async (key) => (await load()).find((row) => row.key === key)?.fields ?? null,
  };
}
