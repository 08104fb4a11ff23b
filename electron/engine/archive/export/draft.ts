// An archive that is being written: where it comes from, what was asked for, and what is in it so far.
import type { ExportSelection } from '#shared/contract/data.ts';
import type { TaskProgress } from '../../tasks/task-book.ts';
import type { ArchiveFile, MissingFile } from '../format/manifest.ts';
import type { ZipWriter } from '../zip/zip-writer.ts';
import type { Reread } from './reread.ts';

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

/** Writes one file of text and notes it for the manifest. */
export async function addText(
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
