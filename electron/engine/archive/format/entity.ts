// How one table becomes one JSONL file: which SQL reads it, how a row turns into plain JSON, which schema describes a line.
// One definition gives all three, so that they cannot drift apart.
import { z } from 'zod';

/** What a column holds and how it is written: times as ISO 8601, flags as true or false, JSON text as JSON. */
export type ColumnKind =
  | 'text'
  | 'text?'
  | 'integer'
  | 'integer?'
  | 'number'
  | 'flag'
  | 'time'
  | 'time?'
  | 'json'
  | 'json?';

export interface Column {
  readonly kind: ColumnKind;
  /** SQL that yields the value, where it is not a column of the table. */
  readonly sql?: string;
  /** Columns of the table that this one stands for. */
  readonly covers?: readonly string[];
  readonly description?: string;
  /** Written by the app, not by a person: names of this computer's folders are taken out. */
  readonly isMachineText?: boolean;
  /** The step of the database that brought it, where that is not the first: archives of earlier libraries do not have it. */
  readonly since?: number;
  /** What a line of such an archive means by not having it; `null` where nothing is said. */
  readonly before?: string | number | boolean;
}

export interface EntityDefinition {
  /** File name: `data/<name>.jsonl` and `schema/<name>.schema.json`. */
  readonly name: string;
  readonly table: string;
  readonly description: string;
  /** SQL after `from`, for joins; the table itself by default. */
  readonly from?: string;
  readonly where?: string;
  readonly orderBy: string;
  /** By the name in the archive. */
  readonly columns: Readonly<Record<string, ColumnKind | Column>>;
}

export interface Entity extends EntityDefinition {
  readonly sql: string;
  readonly schema: z.ZodObject;
  /** A line of an archive whose library had taken so many steps. */
  schemaAt(step: number): z.ZodObject;
  /** A line of such an archive, with what it means by the fields that came later. */
  complete(line: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
  /** Columns of the table that the file carries; a test compares them with the database. */
  readonly covered: readonly string[];
  /** One line without its line break. `hidePaths` takes folder names of this computer out of machine-written text. */
  toLine(row: Readonly<Record<string, unknown>>, hidePaths: (text: string) => string): string;
}

export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const schemas: Readonly<Record<ColumnKind, z.ZodType>> = {
  text: z.string(),
  'text?': z.string().nullable(),
  integer: z.int(),
  'integer?': z.int().nullable(),
  number: z.number(),
  flag: z.boolean(),
  time: z.iso.datetime(),
  'time?': z.iso.datetime().nullable(),
  json: z.json(),
  'json?': z.json().nullable(),
};

function toJson(kind: ColumnKind, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  switch (kind) {
    case 'flag':
      return value === 1;
    case 'time':
    case 'time?':
      return new Date(Number(value)).toISOString();
    case 'json':
    case 'json?':
      return typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
    case 'text':
    case 'text?':
    case 'integer':
    case 'integer?':
    case 'number':
      return value;
    default:
      return kind satisfies never;
  }
}

export function defineEntity(definition: EntityDefinition): Entity {
  const columns = Object.entries(definition.columns).map(([name, column]) => ({
    name,
    ...(typeof column === 'string' ? { kind: column } : column),
  }));
  const selected = columns.map(({ name, sql }) => `${sql ?? `t.${snakeCase(name)}`} as "${name}"`);
  const schemaAt = (step: number) => {
    const known = columns.filter(({ since = 1 }) => since <= Math.max(1, step));
    const shape = known.map(({ name, kind, description }) => [
      name,
      description ? schemas[kind].describe(description) : schemas[kind],
    ]);
    return z
      .strictObject(Object.fromEntries(shape) as Record<string, z.ZodType>)
      .describe(definition.description);
  };
  const schema = schemaAt(Infinity);
  const before = Object.fromEntries(
    columns.flatMap((column) => (column.since ? [[column.name, column.before ?? null]] : [])),
  );
  return {
    ...definition,
    schema,
    schemaAt,
    complete: (line) => ({ ...before, ...line }),
    sql: [
      `select ${selected.join(', ')}`,
      `from ${definition.from ?? `${definition.table} t`}`,
      ...(definition.where ? [`where ${definition.where}`] : []),
      `order by ${definition.orderBy}`,
    ].join(' '),
    covered: columns.flatMap(({ name, covers }) => covers ?? [snakeCase(name)]),
    toLine: (row, hidePaths) => {
      const line: Record<string, unknown> = {};
      for (const { name, kind, isMachineText } of columns) {
        const value = row[name];
        line[name] = toJson(
          kind,
          isMachineText && typeof value === 'string' ? hidePaths(value) : value,
        );
      }
      return JSON.stringify(schema.parse(line));
    },
  };
}
