// What closes an archive: README, manifest, checksums. Written last, since they tell of everything before them.
import type { ExportSelection } from '#shared/contract/data.ts';
import { entities } from '../format/entities.ts';
import { redactions } from '../format/left-out.ts';
import {
  archiveFormat,
  archiveVersion,
  checksumLines,
  checksumsPath,
  type ManifestHead,
  manifestPath,
  manifestText,
} from '../format/manifest.ts';
import { preferencesEntity } from '../format/preference-lines.ts';
import { inBlocks } from './archive-rows.ts';
import { addText, type Draft } from './draft.ts';
import { leftOutOfSelection } from './export-selection.ts';
import { readmeText } from './readme-text.ts';

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
