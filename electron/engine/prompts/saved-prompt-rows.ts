// Prompts and snippets that are kept by name: rows, and the way from there to what the interface gets.
import type { SavedPrompt, SavedPromptDetail } from '#shared/contract/saved-prompts.ts';
import type { OutputId } from '#shared/domain/ids.ts';
import type { SavedPromptKind } from '#shared/domain/saved-prompt.ts';
import {
  type PromptVersion,
  promptVersionSchema,
  type SavedPromptId,
  variableValuesSchema,
} from '#shared/domain/saved-prompt-schemas.ts';
import { AppError } from '#shared/errors.ts';
import { z } from 'zod';
import { isoTime } from '../clock.ts';
import type { Database } from '../database/database.ts';

export interface SavedPromptRow {
  readonly sequence: number;
  readonly id: SavedPromptId;
  readonly kind: SavedPromptKind;
  readonly title: string;
  readonly text: string;
  readonly variables: string;
  readonly tags: string;
  readonly versions: string;
  readonly is_favourite: number;
  readonly created_at: number;
  readonly worded_at: number;
  readonly updated_at: number;
  readonly clip_count: number;
  readonly output_id: OutputId | null;
  readonly has_poster: number | null;
}

/** `p` is the saved prompt. */
export const selectSavedPrompt = `select p.*,
    (select count(*) from generation g where g.saved_prompt_id = p.id) as clip_count,
    o.id as output_id, o.poster_path is not null as has_poster
  from saved_prompt p
  left join output o on o.position = 0 and o.generation_sequence =
    (select max(g.sequence) from generation g where g.saved_prompt_id = p.id and g.status = 'ready'
      and g.trashed_at is null)`;

export function requireSavedPrompt(db: Database, id: string): SavedPromptRow {
  const row = db.get<SavedPromptRow>(`${selectSavedPrompt} where p.id = ?`, id);
  if (!row) throw new AppError('not-found', 'This prompt is not in the prompt library any more.');
  return row;
}

/** Empty, when somebody edited it into something else: one row must not take a whole list with it. */
function readJson<S extends z.ZodType>(text: string, schema: S, empty: z.output<S>): z.output<S> {
  const read = schema.safeParse(JSON.parse(text));
  return read.success ? read.data : empty;
}

const tagsSchema = z.array(z.string());
const versionsSchema = z.array(promptVersionSchema);

export const readVariables = ({ variables }: Pick<SavedPromptRow, 'variables'>) =>
  readJson(variables, variableValuesSchema, {});
export const readVersions = ({ versions }: Pick<SavedPromptRow, 'versions'>): PromptVersion[] =>
  readJson(versions, versionsSchema, []);
export const readTags = ({ tags }: Pick<SavedPromptRow, 'tags'>): string[] =>
  readJson(tags, tagsSchema, []);

export function toSavedPrompt(row: SavedPromptRow): SavedPrompt {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    text: row.text,
    variables: readVariables(row),
    tags: readTags(row),
    isFavourite: row.is_favourite === 1,
    createdAt: isoTime(row.created_at),
    wordedAt: isoTime(row.worded_at),
    updatedAt: isoTime(row.updated_at),
    clipCount: row.clip_count,
    newestOutput:
      row.output_id === null ? null : { id: row.output_id, hasPoster: row.has_poster === 1 },
  };
}

/** A clip belongs to the wording that was the present one when it was asked for. */
export function toSavedPromptDetail(db: Database, row: SavedPromptRow): SavedPromptDetail {
  const countBetween = (from: number, to: number) =>
    db.get<{ readonly count: number }>(
      `select count(*) as count from generation
       where saved_prompt_id = ? and created_at >= ? and created_at < ?`,
      row.id,
      from,
      to,
    )?.count ?? 0;
  const versions = readVersions(row);
  const starts = [...versions.map(({ at }) => Date.parse(at)), row.worded_at];
  starts[0] = 0; // nothing was asked for before the first wording
  return {
    ...toSavedPrompt(row),
    clipsOfWording: countBetween(starts.at(-1) ?? 0, Number.MAX_SAFE_INTEGER),
    versions: versions
      .map((version, index) => ({
        ...version,
        clipCount: countBetween(starts[index] ?? 0, starts[index + 1] ?? 0),
      }))
      .toReversed(),
  };
}
