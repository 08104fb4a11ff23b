// Decides what goes into an archive from what the database says. Pure: looks at no file.
import { foldedPath, problemWithPath } from '../format/archive-path.ts';
import type { ArchiveFile, MissingFile } from '../format/manifest.ts';

export interface MediaRow {
  readonly type: Extract<ArchiveFile['type'], 'video' | 'poster' | 'asset'>;
  readonly id: string;
  /** Within the library, with `/`. */
  readonly filePath: string;
  /** `null` where the database knows none, as for posters. */
  readonly sizeBytes: number | null;
  readonly sha256: string | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

export interface PlannedMedia extends MediaRow {
  readonly archivePath: string;
}

export interface ExportPlan {
  readonly media: readonly PlannedMedia[];
  readonly missing: readonly MissingFile[];
  readonly mediaBytes: number;
}

/** A poster's size is not in the database; this is a guess on the large side. */
const posterBytes = 150_000;
/** A JSONL line, its share of manifest, checksums, gallery and directory. On the large side. */
const bytesPerRow = 1500;
const spareBytes = 8 * 1024 * 1024;

export function planExport(rows: Iterable<MediaRow>, includeMedia: boolean): ExportPlan {
  const media: PlannedMedia[] = [];
  const missing: MissingFile[] = [];
  const taken = new Map<string, string>();
  let mediaBytes = 0;
  for (const row of rows) {
    const archivePath = `media/${row.filePath}`;
    const leaveOut = (reason: MissingFile['reason'], path: string) =>
      missing.push({ path, type: row.type, id: row.id, reason });
    if (problemWithPath(row.filePath)) leaveOut('unsafe-name', `media/${row.type}-${row.id}`);
    else if (taken.get(foldedPath(archivePath)) === archivePath)
      continue; // rows may share a file
    else if (taken.has(foldedPath(archivePath))) leaveOut('unsafe-name', archivePath);
    else if (!includeMedia) leaveOut('not-asked-for', archivePath);
    else {
      taken.set(foldedPath(archivePath), archivePath);
      media.push({ ...row, archivePath });
      mediaBytes += row.sizeBytes ?? posterBytes;
    }
  }
  return { media, missing, mediaBytes };
}

/** What the disk must have free before the first byte is written. */
export function neededBytes(plan: ExportPlan, rowCount: number): number {
  return plan.mediaBytes + (rowCount + plan.media.length) * bytesPerRow + spareBytes;
}
