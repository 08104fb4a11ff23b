// Carries out one order to erase a part of the library: rows and their search text with tombstones and outbox, files, copies of the
// database, the note of what is done, and the write-ahead log last. Killed anywhere, it goes on at the next start and ends the same.
import { createHash } from 'node:crypto';
import type { EngineContext } from '../../engine-context.ts';
import { failpoint } from '../../failpoint.ts';
import { sweepGone } from '../../sync/sweep-gone.ts';
import type { TaskProgress } from '../../tasks/task-book.ts';
import { statOf } from '../file-tree.ts';
import { emptyLog } from './empty-log.ts';
import { replaceBackups } from './erase-backups.ts';
import {
  addRemoved,
  cancelOrder,
  countItems,
  endOrder,
  type EraseOrder,
  nextItems,
  noteFile,
  readReceipt,
  sizeOfFiles,
} from './erase-book.ts';
import { eraseFiles } from './erase-files.ts';
import { eraseRows } from './erase-rows.ts';

/** `cancel`: what was not begun stays. `close`: the engine ends, and the next start goes on. */
export type EraseStop = 'no' | 'cancel' | 'close';

export interface EraseRun {
  readonly order: EraseOrder;
  readonly progress: TaskProgress;
  readonly stop: () => EraseStop;
  /** Rows went. */
  readonly onRows: () => void;
}

const itemsAtOnce = 100;

/** True when it has ended; false when the engine ends first. */
export async function runErase(context: EngineContext, run: EraseRun): Promise<boolean> {
  const { db, paths } = context;
  const { order, progress, stop } = run;
  const isClosing = () => stop() === 'close';
  context.undo.forget(); // its steps hold titles, notes and tags
  progress.phase('rows');
  const total = countItems(db, order.id);
  for (;;) {
    progress.items(total - countItems(db, order.id), total);
    if (isClosing()) return false;
    if (stop() === 'cancel') cancelOrder(db, order.id);
    const items = nextItems(db, order.id, itemsAtOnce);
    if (items.length === 0) break;
    if (eraseRows(context, { orderId: order.id, place: order.place, items })) {
      context.emit('erase.draftCleared', {});
    }
    failpoint('erase rows gone');
    run.onRows();
    if (order.place !== 'here') context.erasures.wake();
    await new Promise((resolve) => setImmediate(resolve));
  }
  progress.phase('files', sizeOfFiles(db, order.id));
  const filesLeft = await eraseFiles(context, {
    orderId: order.id,
    isOver: isClosing,
    onGone: ({ sizeBytes }) => progress.add(sizeBytes),
  });
  if (isClosing()) return false;
  await sweepGone(db, paths.library);
  progress.phase('backups');
  const backupsLeft = replaceCopies(context, order);
  end(context, order, filesLeft + backupsLeft);
  failpoint('erase ended');
  progress.phase('log');
  return emptyLog(context, isClosing);
}

/** Of the database as it was; not when nothing of it went. */
function replaceCopies(context: EngineContext, order: EraseOrder): number {
  const { db } = context;
  const removed = readReceipt(db, order.id)?.removed ?? [];
  const isAsked = order.kind === 'backups' || order.kind === 'draft';
  const isChanged = removed.some(({ kind }) => kind !== 'logs' && kind !== 'backups');
  if (!isAsked && !isChanged) return 0;
  const { count, bytes, left } = replaceBackups(context);
  db.transaction(() => {
    addRemoved(db, order.id, [{ kind: 'backups', count, bytes }]);
    for (const path of left) {
      noteFile(db, order.id, { path, kind: 'backups', sizeBytes: statOf(path)?.size ?? 0 });
    }
  });
  return left.length;
}

function end({ db, clock }: EngineContext, order: EraseOrder, filesLeft: number): void {
  db.transaction(() => {
    const endedAtMs = clock.now();
    const { removed = [], wasCancelled = false } = readReceipt(db, order.id) ?? {};
    const { id, place, type, kind, orderedAtMs } = order;
    const told = JSON.stringify({
      id,
      type,
      kind,
      place,
      orderedAtMs,
      removed,
      wasCancelled,
      filesLeft,
    });
    const checksum = createHash('sha256').update(told).digest('hex');
    endOrder(db, id, { endedAtMs, filesLeft, checksum });
  });
}
