// What the data map says of one table of the library. Types only.
import type { DataKind } from '../data-kinds.ts';

export interface MappedTable {
  readonly kind: DataKind;
  readonly what: string;
  readonly columns: Readonly<Record<string, string>>;
  /** Columns of another kind than their table. */
  readonly otherKinds?: Readonly<Record<string, DataKind>>;
}
