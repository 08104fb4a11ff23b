// What can be said of an archive from its list of files alone: safe names, no tricks, and nothing beside the manifest. Pure.
import { foldedPath, problemWithPath } from './archive-path.ts';
import { checksumsPath, type Manifest, manifestPath } from './manifest.ts';
import type { ZipEntry } from './zip-reader.ts';

/** Deflate cannot do better than about 1:1032; text of ours stays far below this. */
const mostInflation = 400;
const inflationMattersAbove = 64 * 1024 * 1024;

const shown = (name: string): string => JSON.stringify(name.slice(0, 120));

export function checkNames(entries: readonly ZipEntry[]): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const entry of entries) {
    const { name } = entry;
    const isFolder = name.endsWith('/');
    const problem = problemWithPath(isFolder ? name.slice(0, -1) : name) ?? problemWithEntry(entry);
    if (problem) problems.push(`${shown(name)}: ${problem}`);
    const folded = foldedPath(name);
    if (seen.has(folded)) problems.push(`${shown(name)}: The name is there twice.`);
    seen.add(folded);
  }
  return [...problems, ...findOverlaps(entries)];
}

function problemWithEntry(entry: ZipEntry): string | null {
  if (entry.isLink) return 'This is a link and not a file.';
  if (entry.isEncrypted) return 'The file is encrypted.';
  if (entry.method !== 0 && entry.method !== 8) return 'The file is packed in an unknown way.';
  const isBomb =
    entry.sizeBytes > inflationMattersAbove &&
    entry.sizeBytes > entry.compressedSize * mostInflation;
  return isBomb ? 'The file would unpack to far more than it should.' : null;
}

/** Entries that share bytes are how small archives unpack to huge ones. */
function findOverlaps(entries: readonly ZipEntry[]): string[] {
  const byOffset = [...entries].sort((left, right) => left.offset - right.offset);
  let end = 0;
  for (const entry of byOffset) {
    if (entry.offset < end) return [`${shown(entry.name)}: The file overlaps another one.`];
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
    if (listed.has(path)) problems.push(`${shown(path)} is listed twice.`);
    listed.add(path);
    if (!present.has(path)) problems.push(`${shown(path)} is missing.`);
    if (checksums.get(path) !== sha256) {
      problems.push(`${shown(path)} has another checksum in ${checksumsPath}.`);
    }
  }
  for (const name of present) {
    if (!listed.has(name)) problems.push(`${shown(name)} is not in the manifest.`);
  }
  for (const name of checksums.keys()) {
    if (!listed.has(name))
      problems.push(`${shown(name)} has a checksum and is not in the manifest.`);
  }
  return problems;
}
