// Which lines of an archive an import sets aside, what each must hold, and whom it belongs to. Data only.
import type { z } from 'zod';
import * as lines from './import-lines.ts';

/** Which lines are kept, what each must hold, and by what it is looked up: its own id or that of its generation. */
export const stagedLines = {
  tags: { schema: lines.tagLine, owner: (line: lines.TagLine) => String(line.id) },
  prompts: { schema: lines.promptLine, owner: (line: lines.PromptLine) => String(line.id) },
  'saved-prompts': {
    schema: lines.savedPromptLine,
    owner: (line: lines.SavedPromptLine) => line.id,
  },
  assets: { schema: lines.assetLine, owner: (line: lines.AssetLine) => line.id },
  generations: { schema: lines.generationLine, owner: (line: lines.GenerationLine) => line.id },
  'generation-images': { schema: lines.imageLine, owner: ofGeneration },
  outputs: { schema: lines.outputLine, owner: ofGeneration },
  events: { schema: lines.eventLine, owner: ofGeneration },
  'generation-tags': { schema: lines.generationTagLine, owner: ofGeneration },
  collections: { schema: lines.collectionLine, owner: (line: lines.CollectionLine) => line.id },
  'collection-items': {
    schema: lines.collectionItemLine,
    owner: (line: lines.CollectionItemLine) => line.collectionId,
  },
  'saved-searches': { schema: lines.savedSearchLine, owner: ofNobody },
  consents: { schema: lines.consentLine, owner: ofNobody },
  'network-requests': { schema: lines.requestLine, owner: ofNobody },
  tombstones: { schema: lines.tombstoneLine, owner: ofNobody },
  erasures: { schema: lines.erasureLine, owner: ofNobody },
  'privacy-requests': { schema: lines.privacyRequestLine, owner: ofNobody },
  'erase-receipts': { schema: lines.eraseReceiptLine, owner: ofNobody },
  'cloud-data': { schema: lines.heldLine, owner: ofNobody },
  settings: { schema: lines.settingLine, owner: ofNobody },
} as const satisfies Record<string, { schema: z.ZodType; owner: (line: never) => string }>;

function ofGeneration({ generationId }: { readonly generationId: string }): string {
  return generationId;
}
function ofNobody(): string {
  return '';
}

type StagedLines = typeof stagedLines;
export type StagedName = keyof StagedLines;
export type StagedLine<N extends StagedName> = z.infer<StagedLines[N]['schema']>;
export const stagedNames = Object.keys(stagedLines) as StagedName[];
