// The parts of an archive, each written by one function: data and schemas, gallery, media, and what closes it (README, manifest,
// checksums). The order and what happens around them is decided in write-archive.ts.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ExportSelection } from '#shared/contract/data.ts';
import { failpoint } from '../../failpoint.ts';
import { clipCount, galleryClips, inBlocks } from './archive-rows.ts';
import { entities } from '../format/entities.ts';
import { redactions } from '../format/left-out.ts';
import type { Entity } from '../format/entity.ts';
import type { ExportPlan } from './export-plan.ts';
import { leftOutOfSelection } from './export-selection.ts';
import { galleryHtml, galleryPages } from './gallery.ts';
import { createPathHider } from './hidden-paths.ts';
import {
  type ArchiveFile,
  archiveFormat,
  archiveVersion,
  checksumLines,
  checksumsPath,
  type ManifestHead,
  manifestPath,
  manifestText,
  type MissingFile,
} from '../format/manifest.ts';
import { preferenceLines, preferencesEntity } from '../format/preference-lines.ts';
import { readmeText } from './readme-text.ts';
import { sidecarLines, sidecars, sidecarTable } from './sidecars.ts';
import type { Snapshot } from './snapshot.ts';
import type { TaskProgress } from '../../tasks/task-book.ts';
import type { FileToCopy } from '../zip/copy-files.ts';
import type { Reread } from './reread.ts';
import type { ZipWriter } from '../zip/zip-writer.ts';

export interface ArchiveSource {
  readonly database: string;
  readonly library: string;
  readonly home: string;
  readonly libraryId: string;
  readonly version: string;
  readonly now: () => number;
}

export interface ExportOptions {
  readonly includeMedia: boolean;
  /** Everything without it. */
  readonly only?: ExportSelection;
  /** What is known of each clip beside its video too, and a table of all. */
  readonly sidecars?: boolean;
  /** As several archives that are no larger than this. */
  readonly partBytes?: number | null;
  /** From so many bytes on, media are copied and read again in threads of their own; 64 MB without it. */
  readonly threadsFromBytes?: number;
  /** Told where the archive is written before it has its name, and again when nothing is there any more. */
  readonly onPart?: (part: string, isThere: boolean) => void;
  readonly progress: TaskProgress;
  readonly signal: AbortSignal;
}

export interface Draft {
  readonly zip: ZipWriter;
  readonly reread: Reread | null;
  readonly files: ArchiveFile[];
  readonly missing: MissingFile[];
  readonly counts: Record<string, number>;
  readonly source: ArchiveSource;
  readonly options: ExportOptions;
  readonly startedAt: number;
}

async function addText(
  draft: Draft,
  path: string,
  type: ArchiveFile['type'],
  chunks: Iterable<string>,
): Promise<void> {
  const { sizeBytes, sha256 } = await draft.zip.addText(path, chunks, {
    modifiedAt: draft.startedAt,
    signal: draft.options.signal,
  });
  draft.files.push({ path, size: sizeBytes, sha256, type, id: null });
}

/** An archive begins with it. */
export const firstEntryName = `data/${entities[0]?.name}.jsonl`;

export async function writeData(draft: Draft, snapshot: Snapshot): Promise<void> {
  const { source, counts } = draft;
  const hidePaths = createPathHider([
    { path: source.library, placeholder: '<library>' },
    { path: source.home, placeholder: '<home>' },
  ]);
  function* counted(name: string, lines: Iterable<string>): Generator<string> {
    counts[name] = 0;
    for (const line of lines) {
      counts[name] += 1;
      yield `${line}\n`;
    }
  }
  for (const entity of entities) {
    const rows = snapshot.rows<Record<string, unknown>>(entity.sql);
    const lines = toLines(entity, rows, hidePaths);
    await addText(
      draft,
      `data/${entity.name}.jsonl`,
      'data',
      inBlocks(counted(entity.name, lines)),
    );
  }
  const preferences = draft.options.only
    ? ''
    : await readFile(join(source.home, 'preferences.json'), 'utf8').catch(() => '');
  const { name } = preferencesEntity;
  await addText(
    draft,
    `data/${name}.jsonl`,
    'data',
    inBlocks(counted(name, preferenceLines(preferences))),
  );
  for (const entity of [...entities, preferencesEntity]) {
    const schema = z.toJSONSchema(entity.schema, { target: 'draft-2020-12' });
    await addText(draft, `schema/${entity.name}.schema.json`, 'schema', [
      `${JSON.stringify(schema, null, 2)}\n`,
    ]);
  }
}

function* toLines(
  entity: Entity,
  rows: Iterable<Record<string, unknown>>,
  hidePaths: (text: string) => string,
): Generator<string> {
  for (const row of rows) yield entity.toLine(row, hidePaths);
}

export async function writeGallery(
  draft: Draft,
  plan: ExportPlan,
  snapshot: Snapshot,
): Promise<void> {
  const present = new Set(plan.media.map(({ archivePath }) => archivePath));
  const total = clipCount(snapshot);
  const pages = galleryPages(total);
  const clips = galleryClips(snapshot, (path) => present.has(path));
  const facts = {
    clipCount: total,
    createdAt: new Date(draft.startedAt).toISOString(),
    appVersion: draft.source.version,
  };
  for (const page of pages) {
    const some = takeSome(clips, page.count);
    await addText(draft, page.path, 'page', inBlocks(galleryHtml(some, page, pages, facts)));
  }
}

/** `Iterator.take` would close the rest. */
function takeSome<T>(items: Iterator<T>, most: number): T[] {
  const some: T[] = [];
  while (some.length < most) {
    const next = items.next();
    if (next.done) break;
    some.push(next.value);
  }
  return some;
}

export async function writeSidecars(
  draft: Draft,
  plan: ExportPlan,
  snapshot: Snapshot,
): Promise<void> {
  if (draft.options.sidecars !== true) return;
  await addText(draft, sidecarTable, 'sidecar', inBlocks(sidecarLines(sidecars(snapshot))));
  const present = new Set(plan.media.map(({ archivePath }) => archivePath));
  for (const { videoPath, facts } of sidecars(snapshot)) {
    if (!present.has(videoPath)) continue;
    const text = `${JSON.stringify(facts, null, 2)}\n`;
    await addText(draft, `${videoPath}.json`, 'sidecar', [text]);
  }
}

function* filesToCopy({ source, reread }: Draft, plan: ExportPlan): Generator<FileToCopy> {
  for (const { archivePath, filePath, createdAt, sha256 } of plan.media) {
    yield {
      name: archivePath,
      path: join(source.library, filePath),
      modifiedAt: createdAt,
      wantsHash: reread === null || sha256 === null, // else that of the second reading is compared with the library's
    };
  }
}

export async function writeMedia(draft: Draft, plan: ExportPlan): Promise<void> {
  const { zip, reread, files, missing, options } = draft;
  const copied = await zip.addFiles(filesToCopy(draft, plan), {
    signal: options.signal,
    onBytes: options.progress.add,
    onFile: () => failpoint('export file written'),
    isAside: reread !== null,
  });
  if (reread) options.progress.phase('verify', reread.behindBytes);
  const read = await reread?.caughtUp(options.progress.add);
  for (const [index, { archivePath: path, type, id, sha256: expected }] of plan.media.entries()) {
    const one = copied[index];
    const sha256 = one?.record ? (one.sha256 ?? read?.get(path)?.sha256) : undefined;
    if (!one?.record || sha256 === undefined) {
      missing.push({ path, type, id, reason: 'unreadable' });
      continue;
    }
    const isAsExpected = expected === null || expected === sha256;
    files.push({
      path,
      size: one.record.sizeBytes,
      sha256,
      type,
      id,
      ...(isAsExpected ? {} : { expectedSha256: expected }),
    });
  }
}

/** What was asked for; the clips themselves are in the data. */
const selectionFacts = ({ ids, since, until }: ExportSelection): ManifestHead['selection'] => ({
  clips: ids ? new Set(ids).size : null,
  since: since ?? null,
  until: until ?? null,
});

export async function writeClosing(
  draft: Draft,
  facts: {
    readonly clips: number;
    readonly mediaBytes: number;
    readonly schemaVersion: number;
    readonly part: NonNullable<ManifestHead['part']> | null;
  },
): Promise<void> {
  const { source, files, missing, zip } = draft;
  const createdAt = new Date(draft.startedAt).toISOString();
  const { only } = draft.options;
  const leftOut = only ? [leftOutOfSelection, ...redactions] : [...redactions];
  const readme = readmeText({
    createdAt,
    appVersion: source.version,
    clipCount: facts.clips,
    mediaBytes: facts.mediaBytes,
    missingCount: missing.length,
    entities: [...entities, preferencesEntity],
    redactions: leftOut,
    part: facts.part,
    hasSidecars: draft.options.sidecars === true,
  });
  await addText(draft, 'README.txt', 'page', [readme]);
  const head: ManifestHead = {
    format: archiveFormat,
    formatVersion: archiveVersion,
    schemaVersion: facts.schemaVersion,
    app: { name: 'Kling 5 Studio', version: source.version },
    createdAt,
    libraryId: source.libraryId,
    counts: draft.counts,
    mediaBytes: facts.mediaBytes,
    ...(only ? { selection: selectionFacts(only) } : {}),
    ...(facts.part ? { part: facts.part } : {}),
    redactions: leftOut,
  };
  const options = { modifiedAt: draft.startedAt, signal: draft.options.signal };
  const { sha256 } = await zip.addText(
    manifestPath,
    inBlocks(manifestText(head, files, missing)),
    options,
  );
  await zip.addText(
    checksumsPath,
    inBlocks(checksumLines([...files, { path: manifestPath, sha256 }])),
    options,
  );
}
