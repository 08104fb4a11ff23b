// What of a damaged archive can be used: every byte is read, and only files that are whole are left in its list. Names that are not safe refuse
// the archive as a whole: damage does not make those.
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { AppError } from '#shared/errors.ts';
import { migrations } from '../../database/migrations/index.ts';
import { shownName } from '../format/archive-path.ts';
import { entities } from '../format/entities.ts';
import {
  type ArchiveFile,
  archiveFormat,
  archiveVersion,
  checksumsPath,
  type Manifest,
  manifestPath,
} from '../format/manifest.ts';
import { openEvenDamaged } from '../zip/salvage-zip.ts';
import { readManifest } from '../verify/verify-manifest.ts';
import { checkNames } from '../verify/verify-structure.ts';
import type { ZipEntry, ZipReader } from '../zip/zip-reader.ts';

export interface SiftedArchive {
  readonly zip: ZipReader;
  /** Lists only what is whole. */
  readonly manifest: Manifest;
  /** Files that are not, each with why; sentences. */
  readonly lost: readonly string[];
}

export interface SiftOptions {
  readonly signal: AbortSignal;
  readonly onBytes: (sizeBytes: number) => void;
}

export async function siftArchive(path: string, options: SiftOptions): Promise<SiftedArchive> {
  const zip = await openEvenDamaged(path);
  try {
    const [unsafe] = checkNames(zip.entries);
    if (unsafe !== undefined) throw new AppError('archive-damaged', unsafe);
    const listed = await readManifest(zip).catch((thrown: unknown) => withoutList(thrown));
    return await (listed ? siftListed(zip, listed.manifest, options) : siftFound(zip, options));
  } catch (error) {
    await zip.close();
    throw error;
  }
}

/** An archive of a newer version, or of another program, is not a damaged one. */
function withoutList(thrown: unknown): null {
  const isMissing = thrown instanceof AppError && thrown.message.includes('no manifest.json');
  const isDamaged = thrown instanceof AppError && thrown.code === 'archive-damaged';
  if (isMissing || isDamaged) return null;
  throw thrown;
}

async function siftListed(
  zip: ZipReader,
  manifest: Manifest,
  options: SiftOptions,
): Promise<SiftedArchive> {
  const entries = new Map(zip.entries.map((entry) => [entry.name, entry]));
  const files: ArchiveFile[] = [];
  const lost: string[] = [];
  for (const file of manifest.files) {
    const entry = entries.get(file.path);
    const seen = entry ? await readWhole(zip, entry, options) : null;
    const isWhole = seen?.sha256 === file.sha256 && seen.size === file.size;
    if (isWhole) files.push(file);
    // lines of data are read one by one, as far as they go
    else if (file.type === 'data' && entry)
      files.push({ ...file, sha256: seen?.sha256 ?? file.sha256 });
    if (!isWhole) lost.push(`${shownName(file.path)} is ${entry ? 'damaged' : 'missing'}.`);
  }
  return { zip, manifest: { ...manifest, files }, lost };
}

/** Without a list that can be used: what is there and has the checksum that its own header says. */
async function siftFound(zip: ZipReader, options: SiftOptions): Promise<SiftedArchive> {
  const files: ArchiveFile[] = [];
  const lost: string[] = [
    'The list of files is damaged or missing, so nobody knows what else there was.',
  ];
  for (const entry of zip.entries) {
    const { name } = entry;
    const type = typeOf(name);
    if (type === null || name === manifestPath || name === checksumsPath) continue;
    const seen = await readWhole(zip, entry, options);
    if (seen?.crc === entry.crc32) {
      files.push({ path: name, size: seen.size, sha256: seen.sha256, type, id: null });
    } else {
      lost.push(`${shownName(name)} is damaged.`);
      if (type === 'data')
        files.push({ path: name, size: 0, sha256: '0'.repeat(64), type, id: null });
    }
  }
  if (!files.some(({ path }) => path === `data/${entities[0]?.name}.jsonl`)) {
    throw new AppError('archive-damaged', 'Nothing of this archive can be used.');
  }
  const media = files.filter(({ path }) => path.startsWith('media/'));
  const manifest: Manifest = {
    format: archiveFormat,
    formatVersion: archiveVersion,
    schemaVersion: await guessSchema(zip),
    app: { name: 'Kling 5 Studio', version: 'unknown' },
    createdAt: new Date(0).toISOString(),
    libraryId: 'unknown',
    counts: {},
    mediaBytes: media.reduce((sum, { size }) => sum + size, 0),
    files,
    missing: [],
    redactions: [],
  };
  return { zip, manifest, lost };
}

function typeOf(name: string): ArchiveFile['type'] | null {
  if (/^data\/[\w-]+\.jsonl$/.test(name)) return 'data';
  if (name.startsWith('media/videos/')) return name.endsWith('.json') ? null : 'video';
  if (name.startsWith('media/posters/')) return 'poster';
  return name.startsWith('media/assets/') ? 'asset' : null;
}

/** The latest step whose form the first line of a generation has. */
async function guessSchema(zip: ZipReader): Promise<number> {
  const [generations] = entities;
  const entry = zip.entries.find(({ name }) => name === `data/${generations?.name}.jsonl`);
  if (!entry || !generations) return migrations.length;
  let text = '';
  try {
    for await (const block of zip.content(entry)) {
      text += block.toString('utf8');
      if (text.includes('\n')) break;
    }
  } catch {
    // what came before the damage is enough, or there is nothing to guess by
  }
  const first = text.slice(0, text.indexOf('\n'));
  for (let step = migrations.length; step > 0; step -= 1) {
    try {
      if (generations.schemaAt(step).safeParse(JSON.parse(first)).success) return step;
    } catch {
      return migrations.length; // no line at all
    }
  }
  return migrations.length;
}

async function readWhole(
  zip: ZipReader,
  entry: ZipEntry,
  { signal, onBytes }: SiftOptions,
): Promise<{ readonly sha256: string; readonly size: number; readonly crc: number } | null> {
  const hash = createHash('sha256');
  let size = 0;
  let crc = 0;
  try {
    for await (const block of zip.content(entry)) {
      signal.throwIfAborted();
      hash.update(block);
      crc = crc32(block, crc);
      size += block.length;
      onBytes(block.length);
    }
    return { sha256: hash.digest('hex'), size, crc };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof AppError && error.code === 'archive-damaged') return null;
    throw error;
  }
}
