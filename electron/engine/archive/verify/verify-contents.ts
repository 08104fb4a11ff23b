// Reads every byte of an archive once: sizes, CRC-32, SHA-256, and each line of data against its schema and the ids of the others.
import { AppError } from '#shared/errors.ts';
import { createHeapWatch } from '../../garbage.ts';
import type { LineSplitter } from '../format/archive-lines.ts';
import { createContentCheck } from './content-check.ts';
import { createLineChecker, dataNameOf, type LineFindings } from '../format/line-checker.ts';
import type { ArchiveFile, Manifest } from '../format/manifest.ts';
import { sideBySide } from '../../side-by-side.ts';
import type { ZipEntry, ZipReader } from '../zip/zip-reader.ts';

export interface ContentFindings {
  readonly checksums: string[];
  readonly data: string[];
  readonly checked: number;
  readonly rows: number;
}

/** Resolves with what is wrong, by the path in the archive. */
export type MediaReader = (
  zip: ZipReader,
  manifest: Manifest,
  files: readonly ArchiveFile[],
) => Promise<ReadonlyMap<string, string>>;

export interface ContentOptions {
  readonly signal?: AbortSignal;
  readonly onBytes?: (sizeBytes: number) => void;
  /** Reads all that is not data, while the lines are checked, in place of what is done here. */
  readonly readMedia?: MediaReader | undefined;
  /** Every line is sound; other files may still turn out not to be. */
  readonly onSoundLines?: ((zip: ZipReader, manifest: Manifest) => Promise<void>) | undefined;
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
  const media = options.readMedia?.(zip, manifest, other);
  media?.catch(() => undefined); // looked at when the lines are done
  for (const file of data) await check(file); // in their order: lines point back
  const counted = countedLines(lines.found(), manifest);
  if (problems.size === 0 && counted.data.length === 0) {
    await options.onSoundLines?.(zip, manifest);
  }
  if (media) {
    for (const [path, words] of await media) problems.set(path, words);
    checked += other.length;
  } else await sideBySide(other, atOnce, check);
  const checksums = manifest.files.flatMap(({ path }) => problems.get(path) ?? []);
  return { checksums, ...counted, checked };
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
  const check = createContentCheck(entry, file);
  try {
    for await (const block of zip.content(entry)) {
      options.signal?.throwIfAborted();
      check.take(block);
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
  return check.problem();
}
