// Reads manifest.json and manifest-sha256.txt out of an archive, and says plainly when it is not one that this version understands.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { migrations } from '../../database/migrations/index.ts';
import { fieldOf, readJson } from '../format/archive-lines.ts';
import {
  archiveFormat,
  archiveVersion,
  checksumsPath,
  type Manifest,
  manifestPath,
  manifestSchema,
} from '../format/manifest.ts';
import type { ZipReader } from '../zip/zip-reader.ts';

/** A manifest of a million files takes about 250 MB. */
const mostManifestBytes = 400 * 1024 * 1024;
/** Its hashes can hardly be packed, so a manifest that unpacks to far more than this is not a list of files. */
const mostInflation = 60;
const inflationMattersAbove = 1024 * 1024;

const headSchema = z.object({
  format: z.string(),
  formatVersion: z.number(),
  schemaVersion: z.number().default(0), // one without is damaged, which is told later
});

export interface ReadManifest {
  readonly manifest: Manifest;
  /** By path, from manifest-sha256.txt. */
  readonly checksums: ReadonlyMap<string, string>;
}

export async function readManifest(zip: ZipReader): Promise<ReadManifest> {
  const text = await readText(zip, manifestPath);
  if (text === null) {
    throw new AppError(
      'archive-unsupported',
      'This ZIP is not an archive of Kling 5 Studio: it has no manifest.json.',
    );
  }
  const manifest = parseManifest(text);
  const checksumText = await readText(zip, checksumsPath);
  if (checksumText === null) throw new AppError('archive-damaged', `${checksumsPath} is missing.`);
  const checksums = parseChecksums(checksumText);
  const sha256 = createHash('sha256').update(text).digest('hex');
  if (checksums.get(manifestPath) !== sha256) {
    throw new AppError('archive-damaged', 'manifest.json was changed after the archive was made.');
  }
  return { manifest, checksums };
}

async function readText(zip: ZipReader, name: string): Promise<string | null> {
  const entry = zip.entries.find((candidate) => candidate.name === name);
  if (!entry) return null;
  const isInflated =
    entry.sizeBytes > inflationMattersAbove &&
    entry.sizeBytes > entry.compressedSize * mostInflation;
  if (entry.sizeBytes > mostManifestBytes || isInflated) {
    throw new AppError('archive-damaged', `${name} is larger than it can be.`);
  }
  const decoder = new TextDecoder();
  let text = '';
  for await (const block of zip.content(entry)) text += decoder.decode(block, { stream: true });
  return text + decoder.decode();
}

function parseManifest(text: string): Manifest {
  const read = readJson(text);
  if (!read.ok) {
    throw new AppError('archive-damaged', `manifest.json cannot be read: it ${read.problem}`);
  }
  const { value } = read;
  const head = headSchema.safeParse(value);
  if (!head.success || head.data.format !== archiveFormat) {
    throw new AppError('archive-unsupported', 'This ZIP was made by another program.');
  }
  const { formatVersion, schemaVersion } = head.data;
  if (formatVersion > archiveVersion || schemaVersion > migrations.length) {
    throw new AppError(
      'archive-unsupported',
      'This archive was written by a newer version of the app. Update the app to read it.',
    );
  }
  const parsed = manifestSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError('archive-damaged', `manifest.json is not complete: ${fieldOf(parsed.error)}.`);
}

function parseChecksums(text: string): Map<string, string> {
  const checksums = new Map<string, string>();
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const match = /^([0-9a-f]{64}) [ *](.+)$/.exec(line);
    if (!match?.[1] || !match[2]) {
      throw new AppError('archive-damaged', `${checksumsPath} has a line that is no checksum.`);
    }
    checksums.set(match[2], match[1]);
  }
  return checksums;
}
