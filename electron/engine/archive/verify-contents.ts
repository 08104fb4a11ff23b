// Reads every byte of an archive once: sizes, CRC-32, SHA-256, and each line of data against its schema and the ids of the others.
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { createHeapWatch } from '../garbage.ts';
import { createLineSplitter, fieldOf, type LineSplitter, readJson } from './archive-lines.ts';
import { shownName } from './archive-path.ts';
import { entities } from './entities.ts';
import type { ArchiveFile, Manifest } from './manifest.ts';
import { preferencesEntity } from './preference-lines.ts';
import { sideBySide } from './side-by-side.ts';
import type { ZipEntry, ZipReader } from './zip-reader.ts';

export interface ContentFindings {
  readonly checksums: string[];
  readonly data: string[];
  readonly checked: number;
  readonly rows: number;
}

export interface ContentOptions {
  readonly signal?: AbortSignal;
  readonly onBytes?: (sizeBytes: number) => void;
}

export async function checkContents(
  zip: ZipReader,
  manifest: Manifest,
  options: ContentOptions,
): Promise<ContentFindings> {
  const byName = new Map(zip.entries.map((entry) => [entry.name, entry]));
  const problems = new Map<string, string>();
  const lines = createLineChecker(manifest);
  const watchHeap = createHeapWatch();
  let checked = 0;
  const check = async (file: ArchiveFile): Promise<void> => {
    options.signal?.throwIfAborted();
    const entry = byName.get(file.path);
    if (!entry) return; // told by the check for completeness
    const reader = file.type === 'data' ? lines.begin(file.path) : null;
    const problem = await checkFile(zip, entry, file, { ...options, watchHeap }, reader);
    if (problem) problems.set(file.path, problem);
    checked += 1;
  };
  const { data = [], other = [] } = Object.groupBy(manifest.files, ({ type }) =>
    type === 'data' ? 'data' : 'other',
  );
  for (const file of data) await check(file); // in their order: lines point back
  await sideBySide(other, atOnce, check);
  const checksums = manifest.files.flatMap(({ path }) => problems.get(path) ?? []);
  return { checksums, data: lines.problems(), checked, rows: lines.rows() };
}

const atOnce = 4;

async function checkFile(
  zip: ZipReader,
  entry: ZipEntry,
  file: ArchiveFile,
  options: ContentOptions & { readonly watchHeap: () => void },
  lines: LineSplitter | null,
): Promise<string | null> {
  const hash = createHash('sha256');
  let crc = 0;
  let size = 0;
  try {
    for await (const block of zip.content(entry)) {
      options.signal?.throwIfAborted();
      hash.update(block);
      crc = crc32(block, crc);
      size += block.length;
      lines?.take(block);
      options.watchHeap();
      if (entry.method === 0) options.onBytes?.(block.length);
    }
    lines?.end();
  } catch (error) {
    if (error instanceof AppError && error.code === 'archive-damaged') return error.message;
    throw error;
  }
  if (entry.method !== 0) options.onBytes?.(entry.compressedSize);
  const name = shownName(file.path);
  if (size !== file.size) return `${name} has ${size} bytes instead of ${file.size}.`;
  if (hash.digest('hex') !== file.sha256 || crc !== entry.crc32) {
    return `${name} was changed: its checksum is another.`;
  }
  return null;
}

/** As the version wrote them that made the archive. */
const schemasOf = ({ schemaVersion }: Manifest): ReadonlyMap<string, z.ZodType> =>
  new Map([
    ...entities.map(({ name, schemaAt }) => [name, schemaAt(schemaVersion)] as const),
    [preferencesEntity.name, preferencesEntity.schema],
  ]);
/** More are not looked for: nothing in such an archive is worth believing. */
const mostProblems = 200;

/** Generations and assets come first in an archive, so that what points to them can be looked up at once. */
function createLineChecker(manifest: Manifest) {
  const problems: string[] = [];
  const schemas = schemasOf(manifest);
  const ids = { generation: new Set<string>(), asset: new Set<string>() };
  const pending = new Map<string, string>();
  let rows = 0;

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
    const name = path.replace(/^data\//, '').replace(/\.jsonl$/, '');
    let count = 0;
    const lines = createLineSplitter(path, (line, number) => {
      count = number;
      checkLine(name, number, line);
    });
    return {
      take: lines.take,
      end: () => {
        lines.end();
        rows += count;
        const { counts } = manifest;
        const expected = Object.hasOwn(counts, name) ? counts[name] : undefined;
        if (expected !== undefined && expected !== count) {
          problems.push(`${path} has ${count} lines instead of ${expected}.`);
        }
      },
    };
  }

  return {
    begin,
    rows: () => rows,
    problems: () => {
      const lost = [...pending].filter(([id]) => !ids.asset.has(id));
      return [
        ...problems,
        ...lost.map(([, where]) => `${where} belongs to an asset that is not there.`),
      ];
    },
  };
}
