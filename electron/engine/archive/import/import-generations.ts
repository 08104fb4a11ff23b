// Generations of an archive, each with everything that belongs to it in one transaction, its files on the disk before. Decides what
// is here already; the rows are written in import-generation-rows.ts.
import { type GenerationStatus, isActive, transition } from '#shared/domain/generation-status.ts';
import {
  type PlannedGeneration,
  type PlannedOutput,
  writeGeneration,
} from './import-generation-rows.ts';
import {
  derivedId,
  type GenerationIdentity,
  identityOfLine,
  identityText,
} from './import-identity.ts';
import type { GenerationLine, OutputLine } from './import-lines.ts';
import type { MediaBatch } from './import-media.ts';
import { posterNames, videoNames } from './import-names.ts';
import { freeName, type ImportRun, isOnDisk, isTombstoned, writeBatch } from './import-run.ts';
import type { LocalIds } from './import-words.ts';

const mostAtOnce = 256;
const mostBytesAtOnce = 128 * 1024 * 1024;

export interface GenerationMaps {
  readonly prompts: LocalIds;
  readonly tags: LocalIds;
}

export interface LocalGeneration extends GenerationIdentity {
  readonly sequence: number;
  readonly status: GenerationStatus;
}

/** All that it takes to see what is here already. */
export type LookUp = Pick<ImportRun, 'db' | 'staging'>;

interface LocalOutput {
  readonly id: string;
  readonly sha256: string;
  readonly file_path: string;
  readonly poster_path: string | null;
}

/** Returns those that have another id here. */
export async function importGenerations(
  run: ImportRun,
  maps: GenerationMaps,
): Promise<ReadonlyMap<string, string>> {
  const renamed = findRenamed(run);
  let batch = run.media.begin();
  let planned: PlannedGeneration[] = [];
  const flush = async () => {
    const writing = planned;
    const media = batch;
    planned = [];
    batch = run.media.begin();
    if (writing.length === 0) return;
    await writeBatch(run, media, () => {
      for (const plan of writing) writeGeneration(run, plan, { ...maps, renamed });
    });
  };
  for (const block of run.staging.blocks('generations', mostAtOnce)) {
    await new Promise((resolve) => setImmediate(resolve)); // others get their turn
    for (const line of block) {
      run.signal.throwIfAborted();
      try {
        const plan = await planGeneration(run, batch, line, renamed);
        if (plan) planned.push(plan);
      } catch (error) {
        await batch.undo();
        throw error;
      }
      if (batch.sizeBytes >= mostBytesAtOnce || planned.length >= mostAtOnce) await flush();
    }
  }
  await flush();
  return renamed;
}

/** New ids of generations whose own id belongs to another one here. Known before the first is written, since others point to them. */
export function findRenamed(run: LookUp): Map<string, string> {
  const renamed = new Map<string, string>();
  if (run.db.get('select 1 from generation limit 1') === undefined) return renamed;
  for (const block of run.staging.blocks('generations', mostAtOnce)) {
    for (const line of block) {
      const local = findLocal(run, line.id);
      const content = identityText(identityOfLine(line));
      if (local && identityText(local) !== content) {
        renamed.set(line.id, derivedId(line.id, content));
      }
    }
  }
  return renamed;
}

export function findLocal({ db }: LookUp, id: string): LocalGeneration | undefined {
  return db.get<LocalGeneration>(
    `select sequence, status, kind, model_id, prompt, parameters, created_at
     from generation where id = ?`,
    id,
  );
}

async function planGeneration(
  run: ImportRun,
  batch: MediaBatch,
  line: GenerationLine,
  renamed: ReadonlyMap<string, string>,
): Promise<PlannedGeneration | null> {
  const { tally } = run;
  const id = renamed.get(line.id) ?? line.id;
  const isRenamed = renamed.has(line.id);
  const local = findLocal(run, id);
  if (!local && isTombstoned(run.db, line.id, line.cloudId)) {
    tally.remark('tombstone', nameOf(line));
    return null;
  }
  if (isRenamed && !local) tally.remark('conflict', nameOf(line));
  tally.count('generations', local ? 'present' : isRenamed ? 'conflicts' : 'added');
  if (!local && isActive(line.status)) tally.remark('unfinished', nameOf(line));
  const outputs: PlannedOutput[] = [];
  for (const output of run.staging.of('outputs', line.id)) {
    const plan = await planOutput(run, batch, { line, id, local, output });
    if (plan) outputs.push(plan);
  }
  if (local && outputs.length === 0) return null;
  return { line, id, local: local ?? null, outputs };
}

interface OutputQuestion {
  readonly line: GenerationLine;
  /** Of the generation in the library. */
  readonly id: string;
  readonly local: LocalGeneration | undefined;
  readonly output: OutputLine;
}

async function planOutput(
  run: ImportRun,
  batch: MediaBatch,
  question: OutputQuestion,
): Promise<PlannedOutput | null> {
  const { db, tally, staging } = run;
  const { line, local, output } = question;
  const known = local ? findOutput(run, { ...local, id: question.id }, output) : undefined;
  if (known) {
    tally.count('outputs', 'present');
    return restore(run, batch, output, known);
  }
  if (isTombstoned(db, output.id, output.cloudId)) {
    tally.remark('tombstone', nameOf(line));
    return null;
  }
  if (local && local.status !== 'ready' && transition(local.status, 'refetched') === null) {
    tally.remark('kept-out', nameOf(line));
    return null;
  }
  const isTaken = db.get('select 1 from output where id = ?', output.id) !== undefined;
  const id = isTaken ? outputIdBeside(output.id, question.id, output.sha256) : output.id;
  tally.count('outputs', isTaken ? 'conflicts' : 'added');
  if (isTaken) tally.remark('conflict', nameOf(line));
  const names = () => videoNames(output, { ...line, id: question.id });
  const placed = await batch.add(output.file, names());
  const sha256 = run.media.fileOf(output.file)?.sha256 ?? output.sha256;
  const filePath = placed ?? freeName(staging, names(), output.sha256);
  staging.take(filePath, sha256);
  if (!placed) tally.remark('missing', nameOf(line));
  else if (sha256 !== output.sha256) tally.remark('changed', nameOf(line));
  const posterPath = output.poster === null ? null : await addPoster(run, batch, output.poster, id);
  return { kind: 'new', line: output, id, filePath, posterPath, isMissing: !placed };
}

/** A poster that is not in the archive keeps its name, so that nothing of the row is lost. */
async function addPoster(
  { staging, media }: ImportRun,
  batch: MediaBatch,
  poster: string,
  outputId: string,
): Promise<string> {
  const placed = await batch.add(poster, posterNames(poster, outputId));
  const sha256 = media.fileOf(poster)?.sha256 ?? '';
  const path = placed ?? freeName(staging, posterNames(poster, outputId), sha256);
  staging.take(path, sha256);
  return path;
}

/** The same content within the same generation: under its own id, or else one that it got when it was imported, or another. */
export function findOutput(
  { db }: LookUp,
  generation: { readonly id: string; readonly sequence: number },
  { id, sha256 }: OutputLine,
): LocalOutput | undefined {
  return db.get<LocalOutput>(
    `select id, sha256, file_path, poster_path from output
     where generation_sequence = ? and sha256 = ?
     order by id = ? desc, id = ? desc, position limit 1`,
    generation.sequence,
    sha256,
    id,
    outputIdBeside(id, generation.id, sha256),
  );
}

/** For a video whose own id is taken here. */
function outputIdBeside(id: string, generationId: string, sha256: string): string {
  return derivedId(id, `${generationId} ${sha256}`);
}

async function restore(
  run: ImportRun,
  batch: MediaBatch,
  output: OutputLine,
  known: LocalOutput,
): Promise<PlannedOutput | null> {
  if (run.media.fileOf(output.file)?.sha256 !== known.sha256) return null;
  if (await isOnDisk(run.library, known.file_path)) return null;
  if (!(await batch.restore(output.file, known.file_path))) return null;
  const { poster_path: poster } = known;
  if (poster !== null && output.poster !== null && !(await isOnDisk(run.library, poster))) {
    await batch.restore(output.poster, poster);
  }
  run.tally.remark('restored');
  return { kind: 'restored', id: known.id };
}

function nameOf({ title, prompt }: GenerationLine): string {
  const words = title || prompt;
  return words.length > 40 ? `“${words.slice(0, 39)}…”` : `“${words}”`;
}
