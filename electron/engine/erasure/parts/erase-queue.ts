// Orders to erase, one after the other, each as a task that can be followed and cancelled.
import type { TaskId } from '#shared/domain/ids.ts';
import { AppError, toAppError } from '#shared/errors.ts';
import type { EngineContext } from '../../engine-context.ts';
import { failpoint } from '../../failpoint.ts';
import { type EraseOrder, giveOrder, type NewOrder, readReceipt } from './erase-book.ts';
import { runErase } from './run-erase.ts';

export interface EraseQueue {
  /** It is on disk when this returns. */
  order(wanted: Omit<NewOrder, 'id' | 'orderedAtMs'>): {
    readonly taskId: TaskId;
    readonly receiptId: string;
  };
  /** One that is on disk already. */
  add(order: EraseOrder): TaskId;
}

export function createEraseQueue(
  context: EngineContext,
  changed: (reason: 'removed' | 'updated') => void,
): EraseQueue {
  const { db, ids, clock, tasks, emit, log, onClose } = context;
  let tail: Promise<unknown> = Promise.resolve();
  let isClosing = false;
  onClose(() => {
    isClosing = true; // before the tasks are cancelled: closing the app takes nothing back
  });

  async function carryOut(order: EraseOrder, run: Omit<Parameters<typeof runErase>[1], 'order'>) {
    try {
      const hasEnded = await runErase(context, { order, ...run });
      if (!hasEnded) throw new AppError('cancelled', 'The app ends; the next start goes on.');
      log.info('erased');
    } catch (thrown) {
      log.warn('not-erased', { code: toAppError(thrown).code });
      throw thrown;
    } finally {
      if (!isClosing) emit('erase.changed', {});
    }
  }

  function add(order: EraseOrder): TaskId {
    return tasks.start('erase', async (progress, signal) => {
      const before = tail;
      const mine = (async () => {
        await before.catch(() => undefined); // its own task tells what went wrong
        await carryOut(order, {
          progress,
          stop: () => (isClosing ? 'close' : signal.aborted ? 'cancel' : 'no'),
          onRows: () => changed(order.place === 'cloud' ? 'updated' : 'removed'),
        });
      })();
      tail = mine;
      await mine;
      // Whoever stopped it after the last item has not stopped anything.
      if (signal.aborted && readReceipt(db, order.id)?.wasCancelled)
        throw new AppError('cancelled', 'What was not begun stays.');
      return null;
    });
  }

  return {
    add,
    order: (wanted) => {
      const order = { ...wanted, id: ids.make(), orderedAtMs: clock.now() };
      giveOrder(db, order);
      failpoint('erase ordered');
      emit('erase.changed', {});
      return { taskId: add(order), receiptId: order.id };
    },
  };
}
