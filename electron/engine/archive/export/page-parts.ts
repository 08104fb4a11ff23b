// What people read in an archive without the app: the gallery, and the side-cars where they were asked for.
import { clipCount, galleryClips, inBlocks } from './archive-rows.ts';
import { addText, type Draft } from './draft.ts';
import type { ExportPlan } from './export-plan.ts';
import { galleryHtml, galleryPages } from './gallery.ts';
import { sidecarLines, sidecars, sidecarTable } from './sidecars.ts';
import type { Snapshot } from './snapshot.ts';

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
