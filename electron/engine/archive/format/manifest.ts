// The manifest of an archive: what it is, and every file in it with size and hash. Other programs read it; changes need a new version.
import { z } from 'zod';

export const archiveFormat = 'kling5-archive';
export const archiveVersion = 1;

export const manifestPath = 'manifest.json';
export const checksumsPath = 'manifest-sha256.txt';

const fileTypes = ['data', 'schema', 'video', 'poster', 'asset', 'page', 'sidecar'] as const;

const archiveFileSchema = z.object({
  path: z.string().min(1).max(1000),
  /** Bytes. */
  size: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  type: z.enum(fileTypes),
  /** Of the row it belongs to; `null` for files of the archive itself. */
  id: z.string().max(80).nullable(),
  /** What the library expected, where the file on disk is not what it was. */
  expectedSha256: z.string().optional(),
});
export type ArchiveFile = z.infer<typeof archiveFileSchema>;

const missingReasons = [
  'not-found',
  'unreadable',
  'unsafe-name',
  'not-asked-for',
  'other-part',
] as const;
const missingFileSchema = z.object({
  path: z.string().max(1000),
  type: z.enum(fileTypes),
  id: z.string().max(80),
  reason: z.enum(missingReasons),
});
export type MissingFile = z.infer<typeof missingFileSchema>;

export const manifestSchema = z.object({
  format: z.literal(archiveFormat),
  formatVersion: z.int().min(1),
  /** Number of steps that the database has taken. */
  schemaVersion: z.int(),
  app: z.object({ name: z.string(), version: z.string() }),
  createdAt: z.iso.datetime(),
  libraryId: z.string().max(80),
  /** Lines of each file in data/, by its name. */
  counts: z.record(z.string(), z.int().min(0)),
  mediaBytes: z.int().min(0),
  /** What was asked for, where that was not everything. */
  selection: z
    .object({
      /** How many were picked one by one. */
      clips: z.int().min(0).nullable(),
      since: z.iso.datetime().nullable(),
      until: z.iso.datetime().nullable(),
    })
    .optional(),
  /** One of several archives that hold the media together; each has all of the data. */
  part: z
    .object({ number: z.int().min(1), count: z.int().min(2), setId: z.string().max(80) })
    .optional(),
  files: z.array(archiveFileSchema),
  missing: z.array(missingFileSchema),
  redactions: z.array(z.object({ what: z.string(), why: z.string() })),
});
export type Manifest = z.infer<typeof manifestSchema>;

export type ManifestHead = Omit<Manifest, 'files' | 'missing'>;

/** The manifest's text in pieces, one file a line, so that a long one never stands in memory as a whole. */
export function* manifestText(
  head: ManifestHead,
  files: readonly ArchiveFile[],
  missing: readonly MissingFile[],
): Generator<string> {
  const opening = JSON.stringify(head, null, 2).replace(/\n\}$/, '');
  yield `${opening},\n  "missing": [`;
  yield* lines(missing);
  yield `],\n  "files": [`;
  yield* lines(files);
  yield ']\n}\n';
}

function* lines(items: readonly unknown[]): Generator<string> {
  for (const [index, item] of items.entries()) {
    yield `${index === 0 ? '' : ','}\n    ${JSON.stringify(item)}`;
  }
  if (items.length > 0) yield '\n  ';
}

/** `sha256sum -c` reads this. Names of ours have no line breaks and no backslashes. */
export function* checksumLines(
  files: readonly Pick<ArchiveFile, 'path' | 'sha256'>[],
): Generator<string> {
  for (const { path, sha256 } of files) yield `${sha256}  ${path}\n`;
}
