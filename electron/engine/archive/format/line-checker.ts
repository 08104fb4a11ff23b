// Checks the lines of an archive's data: each against its schema, and against the ids of the lines that came before. Reads no file.
import type { z } from 'zod';
import { createLineSplitter, fieldOf, type LineSplitter, readJson } from './archive-lines.ts';
import { entities } from './entities.ts';
import { preferencesEntity } from './preference-lines.ts';

/** As the version wrote them that made the archive. */
const schemasOf = (schemaVersion: number): ReadonlyMap<string, z.ZodType> =>
  new Map([
    ...entities.map(({ name, schemaAt }) => [name, schemaAt(schemaVersion)] as const),
    [preferencesEntity.name, preferencesEntity.schema],
  ]);
/** More are not looked for: nothing in such an archive is worth believing. */
const mostProblems = 200;

export interface LineFindings {
  readonly problems: readonly string[];
  /** Lines of each file of data, by its path. */
  readonly counts: ReadonlyMap<string, number>;
}

export interface LineChecker {
  /** Files of data in the order of an archive. */
  begin(path: string): LineSplitter;
  found(): LineFindings;
}

export const dataNameOf = (path: string): string =>
  path.replace(/^data\//, '').replace(/\.jsonl$/, '');

/** Generations and assets come first in an archive, so that what points to them can be looked up at once. */
export function createLineChecker(schemaVersion: number): LineChecker {
  const problems: string[] = [];
  const schemas = schemasOf(schemaVersion);
  const ids = { generation: new Set<string>(), asset: new Set<string>() };
  const pending = new Map<string, string>();
  const counts = new Map<string, number>();

  function checkLine(name: string, number: number, line: string): void {
    if (problems.length >= mostProblems) return;
    const where = `data/${name}.jsonl, line ${number}`;
    const read = readJson(line);
    if (!read.ok) {
      problems.push(`${where} ${read.problem}`);
      return;
    }
    const parsed = schemas.get(name)?.safeParse(read.value);
    if (parsed && !parsed.success) {
      problems.push(`${where} does not fit its schema: ${fieldOf(parsed.error)}.`);
      return;
    }
    remember(name, where, read.value);
  }

  function remember(name: string, where: string, value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    const row = value as Readonly<Record<string, unknown>>;
    if (name === 'generations') ids.generation.add(String(row['id']));
    else if (name === 'assets') ids.asset.add(String(row['id']));
    else if (name !== 'network-requests') {
      const { generationId, assetId } = row;
      if (typeof generationId === 'string' && !ids.generation.has(generationId)) {
        problems.push(`${where} belongs to a generation that is not there.`);
      }
      if (typeof assetId === 'string') pending.set(assetId, where);
    }
  }

  function begin(path: string): LineSplitter {
    const name = dataNameOf(path);
    counts.set(path, 0);
    return createLineSplitter(path, (line, number) => {
      counts.set(path, number);
      checkLine(name, number, line);
    });
  }

  return {
    begin,
    found: () => {
      const lost = [...pending].filter(([id]) => !ids.asset.has(id));
      const lostAssets = lost.map(([, where]) => `${where} belongs to an asset that is not there.`);
      return { problems: [...problems, ...lostAssets], counts };
    },
  };
}
