// What the tests of imports share: a library to export from, libraries to import into, and a look into archives.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entities } from '../format/entities.ts';
import { writeArchive } from '../export/write-archive.ts';
import { openTarget, type Target } from './import-target.ts';
import { makeSampleLibrary, quiet, type SampleLibrary } from './sample-library.ts';

export type Row = Record<string, unknown>;

export interface ImportFixture {
  readonly source: SampleLibrary;
  readonly folder: string;
  /** Where the first archive of a test goes. */
  readonly archive: string;
  newTarget(library?: string): Target;
  /** Exports a library and reads its lines of data. */
  exportOf(target: Target, name: string): Promise<Record<string, Row[]>>;
  remove(): void;
}

export function makeImportFixture(): ImportFixture {
  const source = makeSampleLibrary();
  const folder = mkdtempSync(join(tmpdir(), 'kling5-import-'));
  const targets: Target[] = [];
  return {
    source,
    folder,
    archive: join(folder, 'archive.zip'),
    newTarget: (library) => {
      const target = openTarget(library);
      targets.push(target);
      return target;
    },
    exportOf: async (target, name) => {
      const file = join(folder, name);
      await writeArchive(target.source, file, quiet);
      return dataOf(file);
    },
    remove: () => {
      for (const target of targets) target.remove();
      source.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Every line of data of an archive, by file. */
export function dataOf(archive: string): Record<string, Row[]> {
  const lines = (name: string) =>
    execFileSync('unzip', ['-p', archive, `data/${name}.jsonl`])
      .toString()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Row);
  return Object.fromEntries(entities.map(({ name }) => [name, lines(name)]));
}
