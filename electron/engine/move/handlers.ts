// Answers the contract's calls about moving the library. Copying is a task that can be cancelled; the last step belongs to the next
// start of the engine, which the host is asked for.
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { MoveState } from '#shared/contract/move.ts';
import { AppError, toAppError } from '#shared/errors.ts';
import type { TaskId } from '#shared/domain/ids.ts';
import type { EngineContext, MoveHandlers } from '../engine-context.ts';
import { requireSpace } from '../library/disk-space.ts';
import { libraryLabel } from '../library/library-folder.ts';
import { kindsOfListed } from '../library/listed-files.ts';
import { clearOld } from './clear-old.ts';
import { discardMove } from './discard-move.ts';
import { copyFiles, missingBytes } from './copy-library.ts';
import { isSwitchedTo } from './finish-move.ts';
import { isAbout, type MoveOrder, readMoveOrder, writeMoveOrder } from './move-order.ts';
import { claimTarget } from './move-target.ts';

/** For the database, which is copied last, and for what comes meanwhile. */
const spareBytes = 256 * 1024 * 1024;
const endToldMs = 300;
const clearAfterMs = 3000;
const clearAgainMs = 10 * 60_000;

export function createMoveHandlers(context: EngineContext): MoveHandlers {
  const { paths, tasks, host } = context;
  let running: TaskId | null = null;
  clearLater(context, clearAfterMs);

  const present = (): MoveOrder | null => {
    const order = readMoveOrder(paths.home);
    return order && isAbout(order, paths.library) ? order : null;
  };

  function start(order: Omit<MoveOrder, 'format' | 'version'>): { taskId: TaskId } {
    if (running !== null) throw new AppError('busy', 'The library is being moved already.');
    const busy = tasks.list().find(({ state, kind }) => state === 'running' && kind !== 'move');
    if (busy) {
      throw new AppError('busy', 'Something else is being written. Wait for it, or cancel it.');
    }
    const taskId = tasks.start('move', async (progress, signal) => {
      let hasBegun = present() !== null;
      try {
        progress.phase('counting');
        const listed = kindsOfListed(context.db);
        const work = { from: order.from, to: order.to, listed, withIncoming: false, signal };
        const totalBytes = await missingBytes(work);
        const isSameDrive = (await stat(order.from)).dev === (await stat(order.to)).dev;
        await requireSpace(order.to, (isSameDrive ? 0 : totalBytes) + spareBytes);
        writeMoveOrder(paths.home, { ...order, state: 'copying' });
        hasBegun = true;
        progress.phase('copying', totalBytes);
        const copied = await copyFiles({ ...work, onBytes: progress.add });
        writeMoveOrder(paths.home, { ...order, state: 'copied' });
        startAgainSoon(context);
        return {
          fileName: libraryLabel(order.to),
          sizeBytes: copied.sizeBytes,
          entries: copied.files,
        };
      } catch (thrown) {
        // what was copied stays, to go on from; a folder that was only marked is given back as it was
        if (signal.aborted || !hasBegun) discardMove(context, order);
        throw thrown;
      } finally {
        running = null;
      }
    });
    running = taskId;
    return { taskId };
  }

  return {
    'library.moveState': () => moveState(context, running !== null),
    'library.move': async ({ grantId }) => {
      const { path } = await host.call('grants.redeem', { grantId, use: 'folder' });
      const order = {
        libraryId: context.libraryId,
        from: resolve(paths.library),
        to: resolve(path),
        state: 'copying' as const,
      };
      const unfinished = present();
      if (unfinished && resolve(unfinished.to) !== order.to) {
        throw new AppError(
          'conflict',
          'A move was interrupted. Go on with it or discard it first.',
        );
      }
      await claimTarget({ ...order, home: paths.home });
      return start(order);
    },
    'library.continueMove': async () => {
      const order = present();
      if (!order) throw new AppError('not-found', 'There is no move to go on with.');
      await claimTarget({ ...order, home: paths.home });
      return start(order);
    },
    'library.discardMove': () => {
      const order = present();
      if (running !== null) throw new AppError('busy', 'The library is being moved. Cancel it.');
      if (order && order.state !== 'switched') discardMove(context, order);
      return {};
    },
  };
}

/** Once the end of the task has been told. */
function startAgainSoon({ clock, host, log }: EngineContext): void {
  clock.later(endToldMs, () => {
    host.call('engine.startAgain', {}).catch((thrown: unknown) => {
      log.warn('not-started-again', { code: toAppError(thrown).code }); // the next start finishes it
    });
  });
}

function moveState({ paths }: EngineContext, isRunning: boolean): MoveState {
  const order = readMoveOrder(paths.home);
  if (order && isSwitchedTo(order, paths.library)) {
    return { state: 'clearing', label: libraryLabel(order.from) };
  }
  if (!order || !isAbout(order, paths.library)) return { state: 'none', label: '' };
  return { state: isRunning ? 'copying' : 'interrupted', label: libraryLabel(order.to) };
}

function clearLater(context: EngineContext, delayMs: number): void {
  const { clock, db, log, paths, onClose } = context;
  const controller = new AbortController();
  const run = async () => {
    const order = readMoveOrder(paths.home);
    if (!order || !isSwitchedTo(order, paths.library)) return;
    const left = await clearOld(order, paths.home, db, controller.signal).catch(
      (thrown: unknown) => {
        log.warn('old-folder-stays', { code: toAppError(thrown).code });
        return 1;
      },
    );
    if (left > 0 && !controller.signal.aborted) cancel = clock.later(clearAgainMs, begin);
  };
  let clearing: Promise<void> = Promise.resolve();
  const begin = () => {
    clearing = run();
  };
  let cancel = clock.later(delayMs, begin);
  onClose(() => {
    cancel();
    controller.abort();
    return clearing;
  });
}
