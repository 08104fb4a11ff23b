// The files of each kind as rows: what lies in the library folder and in the application data, largest first. Reads names and sizes only.
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { DataKind } from '#shared/contract/data.ts';
import { mappedFiles } from '#shared/domain/data-map/files.ts';
import { isoTime } from '../clock.ts';
import type { EngineContext } from '../engine-context.ts';
import { walkFiles } from '../erasure/file-tree.ts';
import { kindOfKnownHomeEntry } from '../erasure/home-names.ts';
import type { FileIds } from './file-ids.ts';
import { type ListedRow, listSource, type RowSource } from './row-source.ts';

export interface FileDeps {
  readonly paths: EngineContext['paths'];
  readonly fileIds: FileIds;
}

const kindsWithFiles: readonly DataKind[] = [
  'preferences',
  'logs',
  'database',
  'backups',
  'incoming',
  'browser',
  'cloud-embedded',
  'deletions',
];

/** `null` where a kind has no files but those that rows name. */
export function fileSource(deps: FileDeps, kind: DataKind): RowSource | null {
  if (!kindsWithFiles.includes(kind)) return null;
  return listSource('Files', () =>
    [...filesOf(deps, kind)].sort((a, b) => (b.bytes ?? 0) - (a.bytes ?? 0)),
  );
}

function* filesOf(deps: FileDeps, kind: DataKind): Generator<ListedRow> {
  const { home, library, logs, backups, incoming } = deps.paths;
  switch (kind) {
    case 'logs':
      return yield* below(deps, logs, 'logs');
    case 'backups':
      return yield* below(deps, backups, 'backups');
    case 'incoming':
      return yield* below(deps, incoming, 'incoming');
    case 'cloud-embedded':
      return yield* below(deps, join(home, 'embedded-gateway'), 'embedded-gateway');
    case 'database':
      for (const name of ['library.db', 'library.db-wal', 'library.db-shm']) {
        yield* single(deps, library, name);
      }
      yield* single(deps, library, '.kling5-library');
      return yield* single(deps, library, '.kling5-lock');
    case 'deletions':
      yield* single(deps, home, 'erase-receipt.json');
      return yield* single(deps, home, 'pending-erasure.json');
    case 'preferences':
      for (const { place, example, kind: ofKind } of mappedFiles) {
        if (place === 'home' && ofKind === 'preferences') yield* single(deps, home, example);
      }
      return;
    default:
      return yield* windowFiles(deps);
  }
}

function* below(deps: FileDeps, folder: string, label: string): Generator<ListedRow> {
  for (const { path, sizeBytes } of walkFiles(folder)) {
    yield rowOf(deps, join(folder, path), `${label}/${path}`, sizeBytes);
  }
}

function* single(deps: FileDeps, folder: string, name: string): Generator<ListedRow> {
  const found = lstatSync(join(folder, name), { throwIfNoEntry: false });
  if (found?.isFile()) yield rowOf(deps, join(folder, name), name, found.size);
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
  for (const { path, sizeBytes } of files) {
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
