// Prompts and snippets that an archive keeps by name. One that is here already takes the later wording, and keeps every earlier one of
// both sides: done twice it gives the same again.
import type { PromptVersion } from '#shared/domain/saved-prompt-schemas.ts';
import { indexSavedPrompt } from '../../library/search-index.ts';
import { type SavedPromptLine, toColumns } from './import-lines.ts';
import { isKeepable } from './import-numbers.ts';
import { entityOf, type ImportRun, insertRow, isTombstoned } from './import-run.ts';

const atOnce = 200;

export function importSavedPrompts(run: ImportRun): void {
  for (const block of run.staging.blocks('saved-prompts', atOnce)) {
    run.signal.throwIfAborted();
    run.db.transaction(() => {
      for (const line of block) importSavedPrompt(run, line);
    });
  }
}

interface LocalPrompt {
  readonly sequence: number;
  readonly text: string;
  readonly variables: string;
  readonly versions: string;
  readonly worded_at: number;
  readonly updated_at: number;
}

function importSavedPrompt(run: ImportRun, line: SavedPromptLine): void {
  const { db, tally } = run;
  const columns = toColumns(entityOf('saved-prompts'), line);
  const known = db.get<LocalPrompt>(
    'select sequence, text, variables, versions, worded_at, updated_at from saved_prompt where id = ?',
    line.id,
  );
  if (known) {
    tally.count('saved-prompts', 'present');
    join(run, known, line);
    return;
  }
  if (isTombstoned(db, line.id)) {
    tally.remark('tombstone', line.title);
    return;
  }
  const last = db.get<{ readonly last: number | null }>(
    'select max(sequence) as last from saved_prompt',
  )?.last;
  const next = (last ?? 0) + 1;
  const sequence = line.sequence >= next && isKeepable(line.sequence) ? line.sequence : next;
  insertRow(db, 'saved_prompt', { ...columns, sequence });
  indexSavedPrompt(db, sequence);
  tally.count('saved-prompts', 'added');
}

function join({ db }: ImportRun, known: LocalPrompt, line: SavedPromptLine): void {
  const here: PromptVersion = {
    text: known.text,
    variables: JSON.parse(known.variables) as PromptVersion['variables'],
    at: new Date(known.worded_at).toISOString(),
  };
  const there: PromptVersion = { text: line.text, variables: line.variables, at: line.wordedAt };
  const isLater = Date.parse(line.updatedAt) > known.updated_at;
  const present = isLater ? there : here;
  const versions = JSON.parse(known.versions) as PromptVersion[];
  const keys = new Set([...versions, present].map(keyOf));
  const added = [...line.versions, here, there].filter((version) => !keys.has(keyOf(version)));
  if (isLater) {
    const { title, text, variables, tags, is_favourite, worded_at, updated_at } = toColumns(
      entityOf('saved-prompts'),
      line,
    );
    db.run(
      `update saved_prompt set title = ?, text = ?, variables = ?, tags = ?, is_favourite = ?, worded_at = ?,
         updated_at = ? where sequence = ?`,
      ...[title, text, variables, tags, is_favourite, worded_at, updated_at].map((v) => v ?? null),
      known.sequence,
    );
    indexSavedPrompt(db, known.sequence);
  }
  if (added.length === 0) return;
  db.run(
    'update saved_prompt set versions = ? where sequence = ?',
    JSON.stringify(inOrder([...versions, ...added])),
    known.sequence,
  );
}

const keyOf = ({ text, variables, at }: PromptVersion) => JSON.stringify([at, text, variables]);

/** Each once, by their dates. */
function inOrder(versions: readonly PromptVersion[]): PromptVersion[] {
  const byKey = new Map(versions.map((version) => [keyOf(version), version]));
  return [...byKey.values()].sort((one, other) =>
    one.at === other.at ? (keyOf(one) < keyOf(other) ? -1 : 1) : one.at < other.at ? -1 : 1,
  );
}
