// What a line of data must hold before it may become a row: more than its schema says, since whatever is in the library is
// later shown, served and sent. Also turns a line back into the values of its columns. Pure.
import { z } from 'zod';
import { longestRequest } from '#shared/domain/privacy-request.ts';
import { privacyRequestSchema } from '#shared/contract/privacy-requests.ts';
import { eraseReceiptSchema } from '#shared/contract/erase.ts';
import { highestRating, labels } from '#shared/domain/clip-change.ts';
import { clipKindSchema } from '#shared/contract/generation.ts';
import { parametersSchema } from '#shared/gateway/model.ts';
import { savedPromptKinds } from '#shared/domain/saved-prompt.ts';
import { generationStatuses } from '#shared/domain/generation-status.ts';
import { imageRoleSchema } from '#shared/gateway/generation.ts';
import type { SqlValue } from '../../database/database.ts';
import { type ColumnKind, type EntityDefinition, snakeCase } from '../format/entity.ts';

/** A parsed line, by the names of the archive. */
export type Line = Readonly<Record<string, unknown>>;

const id = z.string().regex(/^[0-9a-z]{8,40}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const words = (most: number) => z.string().max(most);
const whole = z.int().min(0);

/** What may be served to a window, with the extensions of such files. */
export const videoTypes: Readonly<Record<string, string>> = {
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'video/quicktime': 'mov',
};
export const imageTypes: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};
const oneOf = (types: Readonly<Record<string, string>>) =>
  z.string().refine((type) => Object.hasOwn(types, type));

const picture = { sha256, sizeBytes: whole, width: whole, height: whole };

export const generationLine = z.looseObject({
  id,
  sequence: whole,
  idempotencyKey: words(200).min(1),
  kind: clipKindSchema,
  modelId: words(200),
  modelName: words(200),
  prompt: words(100_000),
  promptId: z.int().nullable(),
  parameters: parametersSchema,
  title: words(10_000),
  notes: words(1_000_000),
  rating: z.int().min(0).max(highestRating),
  label: z.enum(labels).nullable(),
  parentId: id.nullable(),
  sourceSha256: sha256.nullable(),
  savedPromptId: id.nullable(),
  status: z.enum(generationStatuses),
  cancelRequested: z.boolean(),
  failureDetails: z.record(z.string(), z.json()).nullable(),
  cloudId: words(500).nullable(),
  createdAt: z.string(),
  endedAt: z.string().nullable(),
  updatedAt: z.string(),
});
export type GenerationLine = z.infer<typeof generationLine>;

export const imageLine = z.looseObject({
  generationId: id,
  position: whole,
  role: imageRoleSchema,
  assetId: id,
});

export const outputLine = z.looseObject({
  ...picture,
  generationId: id,
  position: whole,
  id,
  cloudId: words(500).nullable(),
  file: words(1000),
  poster: words(1000).nullable(),
  mimeType: oneOf(videoTypes),
  durationMs: whole,
  isMissing: z.boolean(),
});
export type OutputLine = z.infer<typeof outputLine>;

export const assetLine = z.looseObject({
  ...picture,
  id,
  sequence: whole,
  mimeType: oneOf(imageTypes),
  originalName: words(500),
  file: words(1000),
  isMissing: z.boolean(),
  replacedBy: sha256.nullable(),
});
export type AssetLine = z.infer<typeof assetLine>;

export const promptLine = z.looseObject({
  id: whole,
  text: words(100_000),
  useCount: whole,
  createdAt: z.string(),
  lastUsedAt: z.string(),
  lastGenerationId: id.nullable(),
});
export type PromptLine = z.infer<typeof promptLine>;

export const savedPromptLine = z.looseObject({
  sequence: whole,
  id,
  kind: z.enum(savedPromptKinds),
  title: words(10_000),
  text: words(100_000),
  variables: z.record(words(1000), z.array(words(100_000))),
  tags: z.array(words(1000)),
  versions: z.array(
    z.looseObject({
      text: words(100_000),
      variables: z.record(words(1000), z.array(words(100_000))),
      at: z.iso.datetime(),
    }),
  ),
  isFavourite: z.boolean(),
  createdAt: z.string(),
  wordedAt: z.string(),
  updatedAt: z.string(),
});
export type SavedPromptLine = z.infer<typeof savedPromptLine>;

export const eventLine = z.looseObject({
  id: z.int(),
  generationId: id,
  at: z.string(),
  type: words(200),
  status: z.enum(generationStatuses),
  note: words(10_000),
});
export type EventLine = z.infer<typeof eventLine>;

export const tagLine = z.looseObject({ id: whole, name: words(1000).min(1) });
export type TagLine = z.infer<typeof tagLine>;
export const generationTagLine = z.looseObject({ generationId: id, tagId: whole });

export const collectionLine = z.looseObject({ id, sequence: whole, name: words(1000).min(1) });
export type CollectionLine = z.infer<typeof collectionLine>;
export const collectionItemLine = z.looseObject({
  collectionId: id,
  generationId: id,
  position: z.number(),
  addedAt: z.string(),
});
export type CollectionItemLine = z.infer<typeof collectionItemLine>;
export const savedSearchLine = z.looseObject({
  id,
  sequence: whole,
  name: words(1000).min(1),
  search: words(10_000),
  sort: words(80),
});

export const consentLine = z.looseObject({
  id: z.int(),
  at: z.string(),
  purpose: words(200),
  isGranted: z.boolean(),
});
export const requestLine = z.looseObject({
  id: z.int(),
  method: words(20),
  host: words(500),
  path: words(2000),
  dataKinds: z.array(words(200)),
  bytesSent: whole,
  bytesReceived: whole,
  status: z.int().nullable(),
  outcome: z.enum(['ok', 'refused', 'failed', 'cancelled']),
  generationId: words(80).nullable(),
});
export const tombstoneLine = z.looseObject({ kind: words(80), reference: words(500) });
export const erasureLine = z.looseObject({
  id: words(80),
  state: z.enum(['waiting', 'accepted', 'confirmed']),
  cause: z.enum(['asked', 'kept-here']),
  signatureCheck: z.enum(['valid', 'unsigned', 'unknown-key', 'invalid']).nullable(),
});
export const privacyRequestLine = z.looseObject({
  id: privacyRequestSchema.shape.id,
  kind: privacyRequestSchema.shape.kind,
  text: z.string().max(longestRequest),
  answer: z.string().max(longestRequest),
});

export const eraseReceiptLine = z.looseObject({
  id: words(80),
  subject: eraseReceiptSchema.shape.subject.shape.type,
  kind: eraseReceiptSchema.shape.subject.shape.kind,
  place: eraseReceiptSchema.shape.where,
  removed: z.array(z.object({ kind: words(40), count: whole, bytes: whole })).max(100),
  filesLeft: whole,
  cloudKeys: z.array(words(80)),
  checksum: words(80).nullable(),
});
export const heldLine = z.looseObject({ kind: words(80), reference: words(200) });
export const settingLine = z.looseObject({ key: words(200).min(1) });

function toSql(kind: ColumnKind, value: unknown): SqlValue {
  if (value === null || value === undefined) return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  switch (kind) {
    case 'flag':
      return value === true ? 1 : 0;
    case 'time':
    case 'time?':
      return Date.parse(text);
    case 'json':
    case 'json?':
      return JSON.stringify(value);
    case 'text':
    case 'text?':
      return text;
    case 'integer':
    case 'integer?':
    case 'number':
      return Number(value);
    default:
      return kind satisfies never;
  }
}

interface PlainColumn {
  readonly name: string;
  /** In the database. */
  readonly column: string;
  readonly kind: ColumnKind;
}

const plain = new WeakMap<EntityDefinition, readonly PlainColumn[]>();

/** The columns that a line holds as they are; ids of other rows and paths must be worked out. */
export function plainColumns(entity: EntityDefinition): readonly PlainColumn[] {
  const known = plain.get(entity);
  if (known) return known;
  const columns = Object.entries(entity.columns).flatMap(([name, column]) => {
    const names = { name, column: snakeCase(name) };
    if (typeof column === 'string') return [{ ...names, kind: column }];
    return column.sql === undefined ? [{ ...names, kind: column.kind }] : [];
  });
  plain.set(entity, columns);
  return columns;
}

/** Values by the names of the database. */
export function toColumns(entity: EntityDefinition, line: Line): Record<string, SqlValue> {
  const values: Record<string, SqlValue> = {};
  for (const { name, column, kind } of plainColumns(entity)) {
    values[column] = toSql(kind, line[name]);
  }
  return values;
}
