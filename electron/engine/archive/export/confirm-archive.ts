// The last look at an archive whose entries were read again while it was written: that it is complete, ends as it should, and lists exactly
// what was read. With little memory, however many files there are. Reads only.
import { open } from 'node:fs/promises';
import { AppError } from '#shared/errors.ts';
import type { ArchiveFile } from '../format/manifest.ts';
import { checksumsPath, manifestPath } from '../format/manifest.ts';
import type { LineFindings } from '../format/line-checker.ts';
import { eachEntry, type ZipEntry } from '../zip/zip-reader.ts';
import type { ZipRecord } from '../zip/zip-records.ts';

export type ReadEntries = ReadonlyMap<
  string,
  { readonly record: ZipRecord; readonly sha256: string }
>;

export interface ReadContent {
  readonly entries: ReadEntries;
  readonly lines: LineFindings;
}

/** What was meant to be written. */
export interface MeantContent {
  readonly files: readonly ArchiveFile[];
  /** Lines of each file of data, by its name. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Rejects with `archive-damaged` and the first thing that is not as it was meant. */
export async function confirmArchive(
  path: string,
  read: ReadContent,
  meant: MeantContent,
): Promise<void> {
  const [problem] = read.lines.problems;
  if (problem !== undefined) throw damaged(problem);
  for (const [name, count] of Object.entries(meant.counts)) {
    const found = read.lines.counts.get(`data/${name}.jsonl`);
    if (found !== count)
      throw damaged(`data/${name}.jsonl has ${found} lines instead of ${count}.`);
  }
  for (const { path: name, size, sha256 } of meant.files) {
    const one = read.entries.get(name);
    if (one?.record.sizeBytes !== size || one.sha256 !== sha256) {
      throw damaged(`${name} is not what the manifest says.`);
    }
  }
  const closing = [manifestPath, checksumsPath].filter((name) => read.entries.has(name));
  if (meant.files.length + closing.length !== read.entries.size || closing.length !== 2) {
    throw damaged('It does not hold what the manifest says.');
  }
  await confirmList(path, read.entries);
}

async function confirmList(path: string, entries: ReadEntries): Promise<void> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    let count = 0;
    for await (const entry of eachEntry(file, size)) {
      const record = entries.get(entry.name)?.record;
      if (!record || !isListed(entry, record)) {
        throw damaged(`The list of files says something else about ${entry.name}.`);
      }
      count += 1;
    }
    if (count !== entries.size) throw damaged('The list of files is not complete.');
  } finally {
    await file.close();
  }
}

const isListed = (entry: ZipEntry, record: ZipRecord): boolean =>
  entry.method === record.method &&
  entry.offset === record.offset &&
  entry.sizeBytes === record.sizeBytes &&
  entry.compressedSize === record.compressedSize &&
  entry.crc32 === record.crc32 &&
  !entry.isSpecial &&
  !entry.isEncrypted &&
  !entry.hasOtherName;

const damaged = (message: string) => new AppError('archive-damaged', message);
