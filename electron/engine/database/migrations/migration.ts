// What a step from one version of the tables to the next is made of. Types only.
import type { Database as Connection } from 'better-sqlite3';

/** A CHECK that allows more than before: every row that was right still is. */
export interface WidenedCheck {
  readonly table: string;
  /** As the table was declared. */
  readonly before: string;
  readonly after: string;
}

export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** Before the SQL. */
  readonly widenedChecks?: readonly WidenedCheck[];
  /** After the SQL: what it cannot say. */
  readonly fill?: (connection: Connection) => void;
}
