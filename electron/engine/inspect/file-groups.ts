// The files of each kind as rows: what lies in the library folder and in the application data, largest first. Reads names and sizes only.
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { DataKind } from '#shared/contract/data.ts';
import { mappedFiles } from '#shared/domain/data-map/files.ts';
import { isoTime } from '../clock.ts';
import type { EngineContext } from '../engine-context.ts';
import { walkFiles, withSizes } from '../erasure/file-tree.ts';
import { kindOfKnownHomeEntry, receiptName, residueName } from '../erasure/home-names.ts';
import { lockName, markerName } from '../library/library-paths.ts';
import type { FileIds } from './file-ids.ts';
import { type ListedRow, listSource, type RowSource } from './row-source.ts';

export interface FileDeps {
  readonly paths: EngineContext['paths'];
  readonly fileIds: FileIds;
}

type Files = (deps: FileDeps) => Iterable<ListedRow>;

const filesOf: Partial<Record<DataKind, Files>> = {
  logs: (deps) => below(deps, deps.paths.logs, 'logs'),
  backups: (deps) => below(deps, deps.paths.backups, 'backups'),
  incoming: (deps) => below(deps, deps.paths.incoming, 'incoming'),
  'cloud-embedded': (deps) =>
    below(deps, join(deps.paths.home, 'embedded-gateway'), 'embedded-gateway'),
  database: (deps) => named(deps, deps.paths.library, databaseFiles),
  deletions: (deps) => named(deps, deps.paths.home, [receiptName, residueName]),
  preferences: (deps) => named(deps, deps.paths.home, preferenceFiles),
  browser: windowFiles,
};

const databaseFiles = ['', '-wal', '-shm']
  .map((suffix) => `library.db${suffix}`)
  .concat([markerName, lockName]);
const preferenceFiles = mappedFiles
  .filter(({ place, kind }) => place === 'home' && kind === 'preferences')
  .map(({ example }) => example);

/** `null` where a kind has no files but those that rows name. */
export function fileSource(deps: FileDeps, kind: DataKind): RowSource | null {
  const files = filesOf[kind];
  if (!files) return null;
  return listSource('Files', () =>
    [...files(deps)].sort((a, b) => (b.bytes ?? 0) - (a.bytes ?? 0)),
  );
}

function* below(deps: FileDeps, folder: string, label: string): Generator<ListedRow> {
  for (const { path, sizeBytes } of withSizes(folder, walkFiles(folder))) {
    yield rowOf(deps, join(folder, path), `${label}/${path}`, sizeBytes);
  }
}

function* named(deps: FileDeps, folder: string, names: readonly string[]): Generator<ListedRow> {
  for (const name of names) {
    const found = lstatSync(join(folder, name), { throwIfNoEntry: false });
    if (found?.isFile()) yield rowOf(deps, join(folder, name), name, found.size);
  }
}

/** What is in the application data and is of no other kind. */
function* windowFiles(deps: FileDeps): Generator<ListedRow> {
  const { home, library, logs } = deps.paths;
  const isElsewhere = (path: string) => {
    const full = join(home, path);
    const kind = kindOfKnownHomeEntry(path);
    return full === library || full === logs || (kind !== null && kind !== 'browser');
  };
  const files = walkFiles(home, (path) => !isElsewhere(path));
  for (const { path, sizeBytes } of withSizes(home, files)) {
    if (!isElsewhere(path)) yield rowOf(deps, join(home, path), path, sizeBytes);
  }
}

function rowOf(deps: FileDeps, path: string, shown: string, sizeBytes: number): ListedRow {
  const modifiedAt = lstatSync(path, { throwIfNoEntry: false })?.mtimeMs;
  const at = modifiedAt === undefined ? null : isoTime(modifiedAt);
  return {
    key: shown,
    title: shown.split('/').at(-1) ?? shown,
    bytes: sizeBytes,
    at,
    where: shown,
    file: { kind: 'file', id: deps.fileIds.idOf(path) },
    fields: [
      { name: 'path', what: 'Where it is', value: shown },
      { name: 'size', what: 'Bytes', value: String(sizeBytes) },
      { name: 'changed', what: 'When it changed last', value: at ?? '' },
    ],
  };
}
