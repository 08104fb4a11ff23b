// Fills one ZIP: data and gallery from the snapshot, the media that belong into it, and what closes it. What happens to the file
// before and after is decided in write-archive.ts.
import { failpoint } from '../../failpoint.ts';
import { collectGarbage as makeRoom } from '../../garbage.ts';
import { writeClosing } from './closing-part.ts';
import { writeData } from './data-part.ts';
import type { ArchiveSource, Draft, ExportOptions } from './draft.ts';
import { writeMedia } from './media-part.ts';
import { writeGallery, writeSidecars } from './page-parts.ts';
import { clipCount } from './archive-rows.ts';
import type { MeantContent } from './confirm-archive.ts';
import type { ExportPlan } from './export-plan.ts';
import type { ManifestHead } from '../format/manifest.ts';
import type { Reread } from './reread.ts';
import type { Snapshot } from './snapshot.ts';
import { createZipWriter } from '../zip/zip-writer.ts';

export interface Share {
  readonly plan: ExportPlan;
  /** Nothing is read from the snapshot afterwards. */
  readonly isLast: boolean;
  readonly part: NonNullable<ManifestHead['part']> | null;
}

export interface FillWork {
  readonly snapshot: Snapshot;
  readonly source: ArchiveSource;
  readonly options: ExportOptions;
  /** Reads the file again meanwhile; `null` where that is done when it is written. */
  readonly reread: Reread | null;
}

export interface Filled extends MeantContent {
  readonly sizeBytes: number;
  readonly entries: number;
}

/** `choose` is asked what belongs into this file once it is known what the data takes. */
export async function fillArchive(
  file: string,
  { snapshot, source, options, reread }: FillWork,
  choose: (dataBytes: number) => Share,
): Promise<Filled> {
  const zip = await createZipWriter(file, { onEntry: reread?.add });
  const draft: Draft = {
    zip,
    reread,
    files: [],
    missing: [],
    counts: {},
    source,
    options,
    startedAt: source.now(),
  };
  try {
    const { schemaVersion } = snapshot;
    options.progress.phase('data');
    await writeData(draft, snapshot);
    const { plan, isLast, part } = choose(zip.sizeBytes);
    draft.missing.push(...plan.missing);
    if (reread) makeRoom();
    reread?.begin();
    await writeGallery(draft, plan, snapshot);
    await writeSidecars(draft, plan, snapshot);
    failpoint('export data written');
    const clips = clipCount(snapshot);
    if (isLast) snapshot.close(); // from here on the database may be tidied up behind us
    options.progress.phase('media', plan.mediaBytes);
    if (reread) makeRoom();
    await writeMedia(draft, plan);
    await writeClosing(draft, { clips, mediaBytes: plan.mediaBytes, schemaVersion, part });
    const { files, counts } = draft;
    return { files, counts, ...(await zip.finish()) };
  } finally {
    await zip.close();
  }
}
