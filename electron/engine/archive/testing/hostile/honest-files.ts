// The files of a real archive, taken apart so that a test can change one and close it again as somebody would who wants to be
// believed: every size, hash and checksum agrees with what is there.
import { createHash } from 'node:crypto';
import { openZip } from '../../zip/zip-reader.ts';
import { type EndFields, type ForgedEntry, forgeZip } from './forge-zip.ts';

export interface ManifestFile {
  path: string;
  size: number;
  sha256: string;
  type: string;
  id: string | null;
}

/** As JSON, with nothing checked: a hostile manifest holds anything. */
export interface LooseManifest {
  [name: string]: unknown;
  counts: Record<string, number>;
  files: ManifestFile[];
}

export interface Parts {
  /** Everything but the manifest and its checksums, in the order of the archive. */
  readonly files: Map<string, Buffer>;
  readonly manifest: LooseManifest;
}

export interface Closing {
  /** Changes the manifest after its hashes were made to agree. */
  readonly manifest?: (manifest: LooseManifest) => void;
  /** Replaces the text of the manifest; its own checksum still agrees. */
  readonly manifestText?: (text: string) => string;
  readonly checksums?: (text: string) => string;
  /** Changes the list of entries before the ZIP is made. */
  readonly entries?: (entries: ForgedEntry[]) => ForgedEntry[];
  readonly end?: EndFields;
}

/** Larger data is stored, so that it is not taken for a bomb where something else is wrong with it. */
const largestPacked = 8 * 1024 * 1024;

export async function takeApart(archive: string): Promise<Parts> {
  const zip = await openZip(archive);
  const files = new Map<string, Buffer>();
  try {
    for (const entry of zip.entries) {
      const blocks: Buffer[] = [];
      for await (const block of zip.content(entry)) blocks.push(Buffer.from(block));
      files.set(entry.name, Buffer.concat(blocks));
    }
  } finally {
    await zip.close();
  }
  const manifest = JSON.parse(String(files.get('manifest.json'))) as LooseManifest;
  files.delete('manifest.json');
  files.delete('manifest-sha256.txt');
  return { files, manifest };
}

export function copyParts({ files, manifest }: Parts): Parts {
  return { files: new Map(files), manifest: structuredClone(manifest) };
}

/** Entries of an archive whose manifest and checksums agree with its files, as far as `closing` lets them. */
export function closeParts({ files, manifest }: Parts, closing: Closing = {}): Buffer {
  for (const file of manifest.files) {
    const data = files.get(file.path);
    if (!data) continue;
    file.size = data.length;
    file.sha256 = sha256(data);
  }
  closing.manifest?.(manifest);
  const plain = JSON.stringify(manifest);
  const head = Buffer.from(closing.manifestText?.(plain) ?? plain);
  const sums = [
    ...manifest.files.map(({ sha256: hash, path }) => `${hash}  ${path}\n`),
    `${sha256(head)}  manifest.json\n`,
  ].join('');
  const entries: ForgedEntry[] = [
    ...[...files].map(([name, data]) => ({
      name,
      data,
      method: name.startsWith('media/') || data.length > largestPacked ? 0 : 8,
    })),
    { name: 'manifest.json', data: head, method: 8 },
    {
      name: 'manifest-sha256.txt',
      data: Buffer.from(closing.checksums?.(sums) ?? sums),
      method: 8,
    },
  ];
  return forgeZip(closing.entries?.(entries) ?? entries, closing.end);
}

/** A file that the manifest lists like any other. */
export function addFile(
  { files, manifest }: Parts,
  path: string,
  data: Buffer,
  type: string,
): void {
  files.set(path, data);
  manifest.files.push({ path, size: data.length, sha256: sha256(data), type, id: null });
}

export function replaceText(parts: Parts, path: string, change: (text: string) => string): void {
  const before = String(parts.files.get(path) ?? '');
  const after = change(before);
  if (after === before) throw new Error(`Nothing changed in ${path}`);
  parts.files.set(path, Buffer.from(after));
}

export function sha256(data: Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}
