// Reads every byte of an archive once: sizes, CRC-32, SHA-256, and each line of data against its schema and the ids of the others.
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { AppError } from '#shared/errors.ts';
import { createHeapWatch } from '../garbage.ts';
import type { LineSplitter } from './archive-lines.ts';
import { shownName } from './archive-path.ts';
import { createLineChecker, dataNameOf, type LineFindings } from './line-checker.ts';
import type { ArchiveFile, Manifest } from './manifest.ts';
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
  const lines = createLineChecker(manifest.schemaVersion);
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
  return { checksums, ...countedLines(lines.found(), manifest), checked };
}

/** What the lines say for themselves, and whether there are as many as the manifest says. */
function countedLines(
  { problems, counts }: LineFindings,
  manifest: Manifest,
): Pick<ContentFindings, 'data' | 'rows'> {
  const wrong: string[] = [];
  let rows = 0;
  for (const [path, count] of counts) {
    const name = dataNameOf(path);
    const expected = Object.hasOwn(manifest.counts, name) ? manifest.counts[name] : undefined;
    if (expected !== undefined && expected !== count) {
      wrong.push(`${path} has ${count} ${count === 1 ? 'line' : 'lines'} instead of ${expected}.`);
    }
    rows += count;
  }
  return { data: [...wrong, ...problems], rows };
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
