// Changes of what is kept by name. Every wording that was replaced becomes a version. To be called in a transaction.
import {
  longestPromptTitle,
  mostVersions,
  type SavedPromptKind,
} from '#shared/domain/saved-prompt.ts';
import type { VariableValues } from '#shared/domain/prompt-variables.ts';
import { isoTime } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { indexSavedPrompt } from '../library/search-index.ts';
import { readTags, readVariables, readVersions, type SavedPromptRow } from './saved-prompt-rows.ts';

export interface SavedWords {
  readonly title: string;
  readonly text: string;
  readonly variables: VariableValues;
  readonly tags: readonly string[];
  readonly isFavourite: boolean;
}

export interface NewSavedPrompt extends SavedWords {
  readonly id: string;
  readonly kind: SavedPromptKind;
  readonly atMs: number;
}

export function addSavedPrompt(db: Database, made: NewSavedPrompt): void {
  const { id: sequence } = db.run(
    `insert into saved_prompt (id, kind, title, text, variables, tags, versions, is_favourite, created_at, worded_at,
       updated_at)
     values (?, ?, ?, ?, ?, ?, '[]', ?, ?, ?, ?)`,
    made.id,
    made.kind,
    made.title,
    made.text,
    JSON.stringify(made.variables),
    JSON.stringify(uniqueTags(made.tags)),
    Number(made.isFavourite),
    made.atMs,
    made.atMs,
    made.atMs,
  );
  indexSavedPrompt(db, sequence);
}

export function changeSavedPrompt(
  db: Database,
  row: SavedPromptRow,
  change: Partial<SavedWords>,
  atMs: number,
): void {
  const variables = change.variables ?? readVariables(row);
  const text = change.text ?? row.text;
  const isReworded =
    text !== row.text || JSON.stringify(variables) !== JSON.stringify(readVariables(row));
  const versions = readVersions(row);
  if (isReworded) {
    versions.push({ text: row.text, variables: readVariables(row), at: isoTime(row.worded_at) });
  }
  db.run(
    `update saved_prompt set title = ?, text = ?, variables = ?, tags = ?, versions = ?, is_favourite = ?, worded_at = ?,
       updated_at = ? where sequence = ?`,
    change.title ?? row.title,
    text,
    JSON.stringify(variables),
    JSON.stringify(uniqueTags(change.tags ?? readTags(row))),
    JSON.stringify(versions.slice(-mostVersions)),
    Number(change.isFavourite ?? row.is_favourite === 1),
    isReworded ? atMs : row.worded_at,
    atMs,
    row.sequence,
  );
  indexSavedPrompt(db, row.sequence);
}

/** `Umbrella` → `Umbrella 2`; the number goes up where there is one. */
export function titleOfCopy(title: string): string {
  const numbered = /^(.*?) (\d{1,4})$/.exec(title);
  const [, words = title, number = '1'] = numbered ?? [];
  const suffix = ` ${Number(number) + 1}`;
  return `${words.slice(0, longestPromptTitle - suffix.length)}${suffix}`;
}

function uniqueTags(tags: readonly string[]): string[] {
  return [...new Set(tags.filter((tag) => tag !== ''))];
}
