// The data map against what is really kept: a table, column, setting, preference, secret or kind of file that it does not describe
// fails here; so does a description of something that is no more. The fields of the log are closed by their type and by redact.ts.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, it } from 'vitest';
import { studioSettingsSchema } from '#shared/contract/settings.ts';
import { preferencesSchema } from '#shared/contract/shell.ts';
import { mappedFiles, mappedWipePapers } from '#shared/domain/data-map/files.ts';
import {
  mappedPreferences,
  mappedSettings,
  mappedStudioSettings,
} from '#shared/domain/data-map/names.ts';
import { mappedTables } from '#shared/domain/data-map/tables.ts';
import { migrate } from '../database/migrate.ts';
import { migrations } from '../database/migrations/index.ts';
import {
  homeForms,
  kindOfKnownHomeEntry,
  stayingNames,
  wipePapers,
} from '../erasure/home-names.ts';
import { kindOfLibraryFile, libraryForms } from '../library/library-names.ts';
import { markerName } from '../library/library-paths.ts';

function columnsByTable(): Record<string, string[]> {
  const connection = new BetterSqlite3(':memory:');
  migrate(connection, migrations);
  const tables = connection
    .prepare(
      `select name from pragma_table_list
       where schema = 'main' and type in ('table', 'virtual') and name not like 'sqlite_%'`,
    )
    .pluck()
    .all() as string[];
  const columns = connection.prepare('select name from pragma_table_info(?)').pluck();
  return Object.fromEntries(tables.map((table) => [table, columns.all(table) as string[]]));
}

const sorted = (names: Iterable<string>) => [...names].sort();

it('describes every table and every column, and none that is not there', () => {
  const real = columnsByTable();
  expect(sorted(Object.keys(mappedTables))).toEqual(sorted(Object.keys(real)));
  for (const [table, columns] of Object.entries(real)) {
    const { columns: mapped = {}, otherKinds = {}, what } = mappedTables[table] ?? {};
    expect(sorted(Object.keys(mapped)), table).toEqual(sorted(columns));
    expect(
      [what, ...Object.values(mapped)].every((words) => words?.trim()),
      table,
    ).toBe(true);
    expect(Object.keys(otherKinds).every((column) => columns.includes(column))).toBe(true);
  }
});

it('describes every preference and every setting', () => {
  expect(sorted(Object.keys(mappedPreferences))).toEqual(
    sorted(Object.keys(preferencesSchema.shape)),
  );
  expect(sorted(Object.keys(mappedStudioSettings))).toEqual(
    sorted(Object.keys(studioSettingsSchema.shape)),
  );
});

/** The names that sources write to the table `setting`, by its functions or by hand. */
function settingsInSources(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.includes('.test.'),
  );
  return files.flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const found = text.matchAll(
      /(?:writeSetting\(\s*[\w.]+,\s*|insert into setting \(key, value\) values \()'([a-z_]+)'/g,
    );
    return [...found].map((match) => match[1] ?? '');
  });
}

it('describes every name in the table of settings', () => {
  const engine = join(import.meta.dirname, '..');
  expect(sorted(new Set(settingsInSources(engine)))).toEqual(sorted(Object.keys(mappedSettings)));
});

it('describes every kind of file that a wipe knows as the app’s own', () => {
  const undescribed = (place: string, forms: readonly (readonly [RegExp, string])[]) =>
    forms.filter(
      ([form]) => !mappedFiles.some((file) => file.place === place && form.test(file.example)),
    );
  expect(undescribed('library', libraryForms)).toEqual([]);
  expect(undescribed('home', homeForms)).toEqual([]);
  for (const { place, example, kind } of mappedFiles) {
    if (example === markerName) continue; // known by name, and the last to go
    const known = place === 'library' ? kindOfLibraryFile(example) : kindOfKnownHomeEntry(example);
    expect(known, example).toBe(kind);
  }
  const papers = [...stayingNames, ...wipePapers].filter((name) => !name.endsWith('.part'));
  expect(sorted(papers)).toEqual(sorted(Object.keys(mappedWipePapers)));
});

it('is complete for the window, because the page keeps nothing by itself', () => {
  const renderer = join(import.meta.dirname, '../../../renderer');
  const keeping = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .filter((name) =>
      /\b(localStorage|sessionStorage|indexedDB|document\.cookie|caches\.open)\b/.test(
        readFileSync(join(renderer, name), 'utf8'),
      ),
    );
  expect(keeping).toEqual([]);
});
