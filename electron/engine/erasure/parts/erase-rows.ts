// Takes the rows of what was ordered, one batch in one transaction: tombstones, the promise to ask the cloud, the rows with their search
// text, and a note of the files that have to go. Files are removed by somebody else, later.
import { isActive, type GenerationStatus } from '#shared/domain/generation-status.ts';
import type { ErasePlace } from '#shared/domain/erase-subject.ts';
import type { ErasureSubject } from '#shared/gateway/erasure.ts';
import { cloudSubjectsOf, queueCloudErasure } from '../../cloud-erasure/queue-cloud-erasure.ts';
import type { Database } from '../../database/database.ts';
import type { EngineContext } from '../../engine-context.ts';
import { libraryFile } from '../../library/library-file.ts';
import { isListable } from '../../library/library-names.ts';
import { statOf } from '../file-tree.ts';
import { addCloudKey, addRemoved, forgetItem, noteFile } from './erase-book.ts';
import {
  clearDraft,
  isDraftOf,
  removePrompt,
  removeUnusedPrompts,
  removeUnusedTags,
} from './erase-words.ts';
import { eraseKept } from './erase-kept.ts';
import type { EraseItem } from './erase-item.ts';
import { logFiles } from './erase-logs.ts';
import { isNamedByOthers } from './shared-files.ts';

export interface Batch {
  readonly orderId: string;
  readonly place: ErasePlace;
  readonly items: readonly EraseItem[];
}

type Deps = Pick<EngineContext, 'db' | 'paths' | 'clock' | 'ids'>;

/** Returns whether what was in the composer went too. */
export function eraseRows(deps: Deps, { orderId, place, items }: Batch): boolean {
  const { db, clock, ids } = deps;
  return db.transaction(() => {
    let hasClearedDraft = false;
    const subjects: ErasureSubject[] = [];
    const numbers = (kind: EraseItem['kind']) =>
      items.filter((item) => item.kind === kind).map(({ reference }) => Number(reference));
    const clips = numbers('clip').filter((sequence) => hasEnded(db, sequence));
    const assets = numbers('asset');
    if (place !== 'here') {
      subjects.push(
        ...cloudSubjectsOf(db, clips),
        ...assetSubjects(db, assets),
        ...onlyThere(db, orderId, items),
      );
    }
    const keys = queueCloudErasure(db, { subjects, atMs: clock.now(), makeId: () => ids.make() });
    for (const key of keys) addCloudKey(db, orderId, key);
    if (place !== 'cloud') {
      eraseAssets(deps, orderId, assets);
      const prompts = numbers('prompt').reduce((sum, id) => sum + removePrompt(db, id), 0);
      addRemoved(db, orderId, [{ kind: 'prompts', count: prompts, bytes: 0 }]);
      if (items.some(({ kind }) => kind === 'draft') || isDraftOf(db, JSON.stringify(clips))) {
        clearDraft(db);
        hasClearedDraft = true;
      }
      eraseKept(db, orderId, items);
      eraseClips(deps, orderId, clips);
      if (items.some(({ kind }) => kind === 'logs')) noteLogs(deps, orderId);
      if (items.some(({ kind }) => kind === 'ledger')) eraseLedger(db, orderId);
    }
    for (const item of items) forgetItem(db, orderId, item);
    return hasClearedDraft;
  });
}

function hasEnded(db: Database, sequence: number): boolean {
  const row = db.get<{ readonly status: GenerationStatus }>(
    'select status from generation where sequence = ?',
    sequence,
  );
  return row !== undefined && !isActive(row.status);
}

interface ClipRow {
  readonly id: string;
  readonly promptId: number | null;
}

function eraseClips(deps: Deps, orderId: string, sequences: readonly number[]): void {
  const { db, clock } = deps;
  if (sequences.length === 0) return;
  const prompts: number[] = [];
  const tags: number[] = [];
  for (const sequence of sequences) {
    const row = db.get<ClipRow>(
      'select id, prompt_id as promptId from generation where sequence = ?',
      sequence,
    );
    if (!row) continue;
    noteClipFiles(deps, orderId, sequence, row.id);
    if (row.promptId !== null) prompts.push(row.promptId);
    tags.push(...tagIdsOf(db, sequence));
    bury(db, 'generation', row.id, clock.now());
    db.run('delete from generation where sequence = ?', sequence);
  }
  const words = removeUnusedPrompts(db, prompts);
  removeUnusedTags(db, tags);
  addRemoved(db, orderId, [
    { kind: 'history', count: sequences.length, bytes: 0 },
    { kind: 'prompts', count: words, bytes: 0 },
  ]);
}

interface OutputRow {
  readonly id: string;
  readonly filePath: string;
  readonly posterPath: string | null;
  readonly sha256: string;
}

function noteClipFiles(
  { db, paths, clock }: Deps,
  orderId: string,
  sequence: number,
  id: string,
): void {
  const outputs = db.all<OutputRow>(
    `select id, file_path as filePath, poster_path as posterPath, sha256 from output
     where generation_sequence = ?`,
    sequence,
  );
  const note = (path: string, kind: string) => noteListed({ db, paths }, orderId, path, kind);
  for (const output of outputs) {
    const noteOwn = (path: string, kind: string) => {
      const isShared = isNamedByOthers(db, sequence, { path, sha256: output.sha256 });
      if (!isShared) note(path, kind);
    };
    noteOwn(output.filePath, 'videos');
    if (output.posterPath !== null) noteOwn(output.posterPath, 'posters');
    bury(db, 'output', output.id, clock.now());
  }
  const begun = db.all<{ readonly position: number; readonly outputId: string }>(
    'select position, output_id as outputId from incoming where generation_sequence = ?',
    sequence,
  );
  for (const { position, outputId } of begun) {
    note(`incoming/${id}-${position}.part`, 'incoming');
    note(`incoming/${outputId}-poster.part`, 'incoming');
  }
}

function eraseAssets({ db, paths, clock }: Deps, orderId: string, assets: readonly number[]): void {
  for (const sequence of assets) {
    const row = db.get<{ readonly id: string; readonly sha256: string; readonly path: string }>(
      'select id, sha256, file_path as path from asset where sequence = ?',
      sequence,
    );
    if (!row) continue;
    noteListed({ db, paths }, orderId, row.path, 'assets');
    bury(db, 'asset', row.id, clock.now());
    db.run('delete from generation_image where asset_sequence = ?', sequence);
    db.run('delete from asset where sequence = ?', sequence);
  }
}

/** Not what is missing, and never what is not ours by its place. */
function noteListed(
  { db, paths }: Pick<Deps, 'db' | 'paths'>,
  orderId: string,
  path: string,
  kind: string,
): void {
  if (!isListable(path) && !/^incoming\/[^/]+\.part$/.test(path)) return;
  const found = statOf(libraryFile(paths.library, path));
  if (found?.isFile()) noteFile(db, orderId, { path, kind, sizeBytes: found.size });
}

function noteLogs({ db, paths }: Deps, orderId: string): void {
  for (const path of logFiles(paths)) {
    noteFile(db, orderId, { path, kind: 'logs', sizeBytes: statOf(path)?.size ?? 0 });
  }
}

/** What is under way is noted still, and stays. */
function eraseLedger(db: Database, orderId: string): void {
  const { changes } = db.run('delete from network_request where duration_ms >= 0');
  addRemoved(db, orderId, [{ kind: 'ledger', count: changes, bytes: 0 }]);
}

function tagIdsOf(db: Database, sequence: number): number[] {
  return db
    .all<{ readonly id: number }>(
      'select tag_id as id from generation_tag where generation_sequence = ?',
      sequence,
    )
    .map(({ id }) => id);
}

function assetSubjects(db: Database, assets: readonly number[]): ErasureSubject[] {
  return assets.flatMap((sequence) => {
    const row = db.get<{ readonly sha256: string }>(
      'select sha256 from asset where sequence = ?',
      sequence,
    );
    return row ? [{ type: 'asset' as const, sha256: row.sha256 }] : [];
  });
}

/** Clips that are in the cloud and not here: what is known of them here goes too. */
function onlyThere(db: Database, orderId: string, items: readonly EraseItem[]): ErasureSubject[] {
  const found = items.flatMap(({ kind, reference }) => {
    if (kind !== 'cloud-clip') return [];
    const row = db.get<{ readonly cloudId: string }>(
      'select cloud_id as cloudId from cloud_clip where id = ?',
      reference,
    );
    if (!row) return [];
    db.run(
      `update cloud_clip set is_gone = 1, prompt = '', parameters = '{}' where id = ?`,
      reference,
    );
    return [{ type: 'generation' as const, id: row.cloudId }];
  });
  addRemoved(db, orderId, [{ kind: 'prompts', count: found.length, bytes: 0 }]);
  return found;
}

function bury(db: Database, kind: string, reference: string, atMs: number): void {
  db.run(
    'insert into tombstone (kind, reference, at) values (?, ?, ?) on conflict do nothing',
    kind,
    reference,
    atMs,
  );
}
