// Small values that belong to the folder, such as the secret that signs URLs.
import type { GatewayDatabase } from './open-database.ts';

/** The stored value, or the made one stored now. */
export function settingOnce(database: GatewayDatabase, name: string, make: () => string): string {
  database
    .prepare<[string, string]>(
      'insert into setting(name, value) values (?, ?) on conflict do nothing',
    )
    .run(name, make());
  const row = database
    .prepare<[string], { value: string }>('select value from setting where name = ?')
    .get(name);
  return row?.value ?? '';
}
