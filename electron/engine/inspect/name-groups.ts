// What is kept under names rather than in rows: settings, preferences, keychain entries, lines of the log, the tables themselves.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataKind } from '#shared/contract/data.ts';
import {
  mappedLogFields,
  mappedPreferences,
  mappedSecrets,
  mappedSettings,
  mappedStudioSettings,
  type MappedName,
} from '#shared/domain/data-map/names.ts';
import { mappedTables } from '#shared/domain/data-map/tables.ts';
import type { EngineContext } from '../engine-context.ts';
import { isLogFile } from '../erasure/home-names.ts';
import { libraryLabel } from '../library/library-folder.ts';
import { plainWords } from './plain-words.ts';
import { type ListedRow, listSource, type RowSource } from './row-source.ts';

export type NameDeps = Pick<EngineContext, 'db' | 'paths' | 'host' | 'settings'> & {
  readonly hidePaths: (text: string) => string;
};

export function nameSources(deps: NameDeps, kind: DataKind): RowSource[] {
  const settings = Object.entries<MappedName>(mappedSettings).filter(
    ([, name]) => name.kind === kind,
  );
  return [
    ...(kind === 'preferences'
      ? [
          listSource('Choices about the window', () => windowChoices(deps)),
          listSource('Choices about the work', () => workChoices(deps)),
        ]
      : []),
    ...(settings.length > 0
      ? [listSource('Remembered by name', () => settingRows(deps, settings))]
      : []),
    ...(kind === 'keychain' ? [listSource('Keychain entries', () => secretRows(deps))] : []),
    ...(kind === 'logs' ? [listSource('Lines', () => logLines(deps))] : []),
    ...(kind === 'database' ? [listSource('Tables', () => tableRows(deps))] : []),
  ];
}

function named(key: string, what: string, value: string, words = value): ListedRow {
  return { key, title: what, note: words, fields: [{ name: key, what, value }] };
}

const valued = (key: string, what: string, value: unknown, hide: (text: string) => string) =>
  named(key, what, hide(value === null ? '' : textOf(value)), hide(plainWords(value)));

async function windowChoices({ paths, hidePaths }: NameDeps): Promise<ListedRow[]> {
  const text = await readFile(join(paths.home, 'preferences.json'), 'utf8').catch(() => '{}');
  const appearance = readObject(readObject(text)['appearance']);
  return Object.entries(mappedPreferences).map(([key, what]) =>
    key in appearance
      ? valued(key, what, appearance[key], hidePaths)
      : named(key, what, 'not chosen'),
  );
}

function workChoices({ settings, hidePaths }: NameDeps): ListedRow[] {
  const now: Readonly<Record<string, unknown>> = { ...settings.now };
  return Object.entries(mappedStudioSettings).map(([key, what]) =>
    valued(key, what, now[key] ?? null, hidePaths),
  );
}

function settingRows(
  { db, hidePaths }: NameDeps,
  settings: readonly (readonly [string, MappedName])[],
): ListedRow[] {
  return settings.flatMap(([key, { what }]) => {
    const row = db.get<{ readonly value: string }>('select value from setting where key = ?', key);
    if (!row) return [];
    const value = shownValue(key, row.value, hidePaths);
    return [named(key, what, value, plainWords(readJson(value)))];
  });
}

async function secretRows({ host }: NameDeps): Promise<ListedRow[]> {
  const { names } = await host.call('secrets.names', {});
  const mapped: Readonly<Record<string, string>> = mappedSecrets;
  return names.map((name) => ({
    ...named(name, mapped[name] ?? name, 'Never shown'),
    where: 'System keychain',
  }));
}

async function logLines({ paths, hidePaths }: NameDeps): Promise<ListedRow[]> {
  const names = (await readdir(paths.logs).catch(() => [])).filter(isLogFile).sort();
  const rows: ListedRow[] = [];
  for (const name of names) {
    const lines = (await readFile(join(paths.logs, name), 'utf8')).split('\n');
    for (const [index, line] of lines.entries()) {
      if (line !== '') rows.push(logRow(`${name}:${index}`, line, hidePaths));
    }
  }
  return rows.sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1));
}

const logHead: Readonly<Record<string, string>> = {
  at: 'When',
  level: 'How bad it is',
  event: 'What happened',
};

function logRow(key: string, line: string, hidePaths: (text: string) => string): ListedRow {
  const { at, level, event, ...facts } = readObject(line);
  const mapped: Readonly<Record<string, string>> = { ...logHead, ...mappedLogFields };
  const words = (values: Readonly<Record<string, unknown>>) =>
    Object.entries(values).map(([name, value]) => ({
      name,
      what: mapped[name] ?? 'A field of an earlier version',
      value: hidePaths(textOf(value)),
    }));
  const isTime = typeof at === 'string' && !Number.isNaN(Date.parse(at));
  const isWhole = event !== undefined;
  return {
    key,
    title: isWhole ? `${textOf(event)} · ${textOf(level)}` : hidePaths(line),
    note: words(facts)
      .map(({ name, value }) => `${name} ${value}`)
      .join(', '),
    at: isTime ? new Date(at).toISOString() : null,
    fields: isWhole
      ? words({ at, level, event, ...facts })
      : [{ name: 'line', what: 'A line that was cut off', value: hidePaths(line) }],
  };
}

/** An index that keeps no copy of its rows cannot count them. */
const countedTable: Readonly<Record<string, string>> = { generation_search: 'generation_words' };

function tableRows({ db }: NameDeps): ListedRow[] {
  return Object.entries(mappedTables).map(([table, { what, columns }]) => {
    const { count } = db.get<{ readonly count: number }>(
      `select count(*) as count from ${countedTable[table] ?? table}`,
    ) ?? { count: 0 };
    return {
      key: table,
      title: table,
      note: `${what} · ${count.toLocaleString('en-US')}`,
      fields: Object.entries(columns).map(([name, meaning]) => ({
        name,
        what: meaning,
        value: '',
      })),
    };
  });
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text; // words already
  }
}

function readObject(value: unknown): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = typeof value === 'string' ? JSON.parse(value) : value;
    return typeof read === 'object' && read !== null ? { ...read } : {};
  } catch {
    return {}; // cut off while it was written, or by hand: there is nothing to show of it
  }
}

/** Names of folders are told only as far as their owner needs them. */
function shownValue(key: string, json: string, hidePaths: (text: string) => string): string {
  if (key === 'unfinished_exports') return `${Object.keys(readObject(json)).length} files`;
  if (key !== 'backup_plan') return hidePaths(json);
  const { folder, ...plan } = readObject(json);
  const label = typeof folder === 'string' ? libraryLabel(folder) : null;
  return JSON.stringify({ ...plan, folder: label });
}
