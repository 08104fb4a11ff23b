// What an archive holds and what an import of it would do, asked of the same look-ups that the import uses. Reads names, manifest and
// data, no media, and writes nothing but a part file that goes at once. A promise about this moment only.
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { transition } from '#shared/domain/generation-status.ts';
import type { ArchiveInspection } from '#shared/contract/data.ts';
import { AppError, toAppError } from '#shared/errors.ts';
import { makeIncoming } from '../../library/place-file.ts';
import type { ImportTarget } from './import-archive.ts';
import {
  findLocal,
  findOutput,
  findRenamed,
  type LocalGeneration,
  type LookUp,
} from './import-generations.ts';
import type { GenerationLine, OutputLine } from './import-lines.ts';
import { measureRoom } from './import-room.ts';
import { isTombstoned } from './import-run.ts';
import { type Staging, stage } from './import-staging.ts';
import { readManifest } from '../verify/verify-manifest.ts';
import { checkNames, findSurprises } from '../verify/verify-structure.ts';
import { openZip, type ZipReader } from '../zip/zip-reader.ts';

export interface PreviewSource extends Pick<ImportTarget, 'db' | 'ids' | 'paths'> {
  readonly libraryId: string;
}

type Row = ArchiveInspection['wouldDo'][string];
type Verdict = keyof Row;
type Count = (name: string, verdict: Verdict) => void;

const atOnce = 500;
const keptById = [
  ['collections', 'collection'],
  ['saved-searches', 'saved_search'],
] as const;

export async function inspectArchive(
  source: PreviewSource,
  path: string,
  signal: AbortSignal,
): Promise<ArchiveInspection> {
  let zip: ZipReader | null = null;
  let staging: Staging | null = null;
  try {
    if (!(await stat(path)).isFile()) {
      throw new AppError('invalid-input', 'This is a folder and not an archive.');
    }
    zip = await openZip(path);
    refuse(checkNames(zip.entries));
    const { manifest, checksums } = await readManifest(zip);
    refuse(findSurprises(zip.entries, manifest, checksums));
    await makeIncoming(source.paths.incoming);
    const part = join(source.paths.incoming, `${source.ids.make()}-0.part`);
    staging = await stage(part, zip, manifest, signal);
    return {
      fileName: basename(path),
      sizeBytes: zip.sizeBytes,
      createdAt: manifest.createdAt,
      appVersion: manifest.app.version,
      isOfThisLibrary: manifest.libraryId === source.libraryId,
      mediaBytes: manifest.mediaBytes,
      part: manifest.part ?? null,
      missingCount: manifest.missing.length,
      wouldDo: await foresee({ db: source.db, staging }, signal),
      ...(await measureRoom(source, manifest)),
    };
  } catch (error) {
    throw signal.aborted ? new AppError('cancelled', 'Cancelled') : toAppError(error);
  } finally {
    staging?.close();
    await zip?.close();
  }
}

function refuse([first]: readonly string[]): void {
  if (first !== undefined) throw new AppError('archive-damaged', first);
}

async function foresee(look: LookUp, signal: AbortSignal): Promise<ArchiveInspection['wouldDo']> {
  const wouldDo: Record<string, Row> = {};
  const count: Count = (name, verdict) => {
    const row = (wouldDo[name] ??= { added: 0, present: 0, conflicts: 0, leftOut: 0 });
    row[verdict] += 1;
  };
  const { db, staging } = look;
  for (const block of staging.blocks('assets', atOnce)) {
    for (const { id, sha256 } of block) {
      if (db.get('select 1 from asset where sha256 = ?', sha256)) count('assets', 'present');
      else if (isTombstoned(db, id, sha256)) count('assets', 'leftOut');
      else if (db.get('select 1 from asset where id = ?', id)) count('assets', 'conflicts');
      else count('assets', 'added');
    }
  }
  for (const block of staging.blocks('prompts', atOnce)) {
    for (const { text } of block) {
      const sha256 = createHash('sha256').update(text).digest('hex');
      if (db.get('select 1 from prompt where text_sha256 = ?', sha256)) count('prompts', 'present');
      else count('prompts', isTombstoned(db, sha256) ? 'leftOut' : 'added');
    }
  }
  for (const block of staging.blocks('saved-prompts', atOnce)) {
    for (const { id } of block) {
      if (db.get('select 1 from saved_prompt where id = ?', id)) count('saved-prompts', 'present');
      else count('saved-prompts', isTombstoned(db, id) ? 'leftOut' : 'added');
    }
  }
  for (const block of staging.blocks('tags', atOnce)) {
    for (const { name } of block) {
      count('tags', db.get('select 1 from tag where name = ?', name) ? 'present' : 'added');
    }
  }
  for (const [name, table] of keptById) {
    for (const block of staging.blocks(name, atOnce)) {
      for (const line of block) {
        const isHere = db.get(`select 1 from ${table} where id = ?`, line.id);
        count(name, isHere ? 'present' : 'added');
      }
    }
  }
  const renamed = findRenamed(look);
  for (const block of staging.blocks('generations', atOnce)) {
    await new Promise((resolve) => setImmediate(resolve)); // others get their turn
    signal.throwIfAborted();
    for (const line of block) foreseeGeneration(look, line, renamed.get(line.id), count);
  }
  return wouldDo;
}

function foreseeGeneration(
  look: LookUp,
  line: GenerationLine,
  newId: string | undefined,
  count: Count,
): void {
  const id = newId ?? line.id;
  const local = findLocal(look, id);
  const outputs = look.staging.of('outputs', line.id);
  if (!local && isTombstoned(look.db, line.id, line.cloudId)) {
    count('generations', 'leftOut');
    for (const _ of outputs) count('outputs', 'leftOut');
    return;
  }
  count('generations', local ? 'present' : newId === undefined ? 'added' : 'conflicts');
  for (const output of outputs)
    count('outputs', foreseeOutput(look, local && { ...local, id }, output));
}

function foreseeOutput(
  look: LookUp,
  local: (LocalGeneration & { readonly id: string }) | undefined,
  output: OutputLine,
): Verdict {
  if (local && findOutput(look, local, output)) return 'present';
  if (isTombstoned(look.db, output.id, output.cloudId)) return 'leftOut';
  const isOpen =
    !local || local.status === 'ready' || transition(local.status, 'refetched') !== null;
  if (!isOpen) return 'leftOut';
  return look.db.get('select 1 from output where id = ?', output.id) ? 'conflicts' : 'added';
}
