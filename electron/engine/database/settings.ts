// Small facts the engine keeps under a name, as JSON checked by a schema on the way out.
import type { z } from 'zod';
import type { mappedSettings } from '#shared/domain/data-map/names.ts';
import type { Database } from './database.ts';

export type SettingName = Exclude<keyof typeof mappedSettings, 'closed_cleanly'>;

/** `null` when it was never set or does not fit the schema any more. */
export function readSetting<S extends z.ZodType>(
  db: Database,
  name: SettingName,
  schema: S,
): z.output<S> | null {
  const row = db.get<{ readonly value: string }>('select value from setting where key = ?', name);
  if (!row) return null;
  const parsed = schema.safeParse(JSON.parse(row.value));
  return parsed.success ? parsed.data : null;
}

export function writeSetting(db: Database, name: SettingName, value: unknown): void {
  db.run(
    `insert into setting (key, value) values (?, ?)
     on conflict (key) do update set value = excluded.value`,
    name,
    JSON.stringify(value),
  );
}
