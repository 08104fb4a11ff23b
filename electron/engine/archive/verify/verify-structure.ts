// What can be said of an archive from its list of files alone: safe names, no tricks, and nothing beside the manifest. Pure.
import { foldedPath, problemWithPath, shownName } from '../format/archive-path.ts';
import { checksumsPath, type Manifest, manifestPath } from '../format/manifest.ts';
import type { ZipEntry } from '../zip/zip-reader.ts';

/** Deflate cannot do better than about 1:1032; text of ours stays far below this. */
const mostInflation = 400;
const inflationMattersAbove = 16 * 1024 * 1024;
const allTogetherMattersAbove = 256 * 1024 * 1024;

export function checkNames(entries: readonly ZipEntry[]): string[] {
  const problems: string[] = [];
  const files = new Set<string>();
  const folders = new Set<string>();
  for (const entry of entries) {
    const { name } = entry;
    const isFolder = name.endsWith('/');
    const path = isFolder ? name.slice(0, -1) : name;
    const problem = problemWithPath(path) ?? problemWithEntry(entry);
    if (problem) problems.push(`${shownName(name)}: ${problem}`);
    const folded = foldedPath(path);
    if (files.has(folded)) problems.push(`${shownName(name)}: The name is there twice.`);
    if (isFolder) folders.add(folded);
    else files.add(folded);
    addFolders(folders, folded);
  }
  for (const { name } of entries) {
    if (name.endsWith('/') || !folders.has(foldedPath(name))) continue;
    problems.push(`${shownName(name)}: The name is there twice, as a file and as a folder.`);
  }
  return [...problems, ...findOverlaps(entries), ...findBomb(entries)];
}

/** Of the file's path, from the innermost out; where one is known, its own are too. */
function addFolders(folders: Set<string>, path: string): void {
  let end = path.lastIndexOf('/');
  while (end > 0 && !folders.has(path.slice(0, end))) {
    folders.add(path.slice(0, end));
    end = path.lastIndexOf('/', end - 1);
  }
}

function problemWithEntry(entry: ZipEntry): string | null {
  if (entry.isSpecial) return 'This is a link or a device and not a file.';
  if (entry.isEncrypted) return 'The file is encrypted.';
  if (entry.hasOtherName) return 'The file has two names.';
  if (entry.method !== 0 && entry.method !== 8) return 'The file is packed in an unknown way.';
  if (entry.name.endsWith('/') && entry.sizeBytes > 0) return 'A folder cannot have content.';
  const isBomb =
    entry.sizeBytes > inflationMattersAbove &&
    entry.sizeBytes > entry.compressedSize * mostInflation;
  return isBomb ? 'The file would unpack to far more than it should.' : null;
}

function findBomb(entries: readonly ZipEntry[]): string[] {
  let packed = 0;
  let unpacked = 0;
  for (const { compressedSize, sizeBytes } of entries) {
    packed += compressedSize;
    unpacked += sizeBytes;
  }
  const isBomb = unpacked > allTogetherMattersAbove && unpacked > packed * mostInflation;
  return isBomb ? ['The archive would unpack to far more than it should.'] : [];
}

/** Entries that share bytes are how small archives unpack to huge ones. */
function findOverlaps(entries: readonly ZipEntry[]): string[] {
  const byOffset = [...entries].sort((left, right) => left.offset - right.offset);
  let end = 0;
  for (const entry of byOffset) {
    if (entry.offset < end) return [`${shownName(entry.name)}: The file overlaps another one.`];
    end = entry.offset + 30 + Buffer.byteLength(entry.name) + entry.compressedSize;
  }
  return [];
}

/** Differences between the list of files, the manifest and the checksums. */
export function findSurprises(
  entries: readonly ZipEntry[],
  manifest: Manifest,
  checksums: ReadonlyMap<string, string>,
): string[] {
  const problems: string[] = [];
  const present = new Set(entries.map(({ name }) => name).filter((name) => !name.endsWith('/')));
  const listed = new Set<string>([manifestPath, checksumsPath]);
  for (const { path, sha256 } of manifest.files) {
    if (listed.has(path)) problems.push(`${shownName(path)} is listed twice.`);
    listed.add(path);
    if (!present.has(path)) problems.push(`${shownName(path)} is missing.`);
    if (checksums.get(path) !== sha256) {
      problems.push(`${shownName(path)} has another checksum in ${checksumsPath}.`);
    }
  }
  for (const name of present) {
    if (!listed.has(name)) problems.push(`${shownName(name)} is not in the manifest.`);
  }
  for (const name of checksums.keys()) {
    if (!listed.has(name))
      problems.push(`${shownName(name)} has a checksum and is not in the manifest.`);
  }
  return problems;
}
