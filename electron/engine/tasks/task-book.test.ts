import { describe, expect, it } from 'vitest';
import type { TaskState } from '#shared/contract/data.ts';
import { AppError } from '#shared/errors.ts';
import { createTaskBook, type TaskWork } from './task-book.ts';

function book() {
  const told: TaskState[] = [];
  let nowMs = 1000;
  let made = 0;
  const tasks = createTaskBook({
    makeId: () => `task000${++made}`,
    now: () => nowMs,
    onChange: (state) => told.push(state),
  });
  return { tasks, told, wait: (ms: number) => (nowMs += ms) };
}

async function ended(work: TaskWork) {
  const { tasks, told } = book();
  const id = tasks.start('export', work);
  await Promise.resolve();
  const cancelled = () => tasks.cancel(id);
  return { tasks, told, id, cancelled };
}

describe('task book', () => {
  it('tells phases at once and progress at most four times a second', async () => {
    const { tasks, told, wait } = book();
    const id = tasks.start('export', async (progress) => {
      progress.phase('media', 300);
      progress.add(100);
      progress.add(100);
      wait(300);
      progress.add(100);
      return null;
    });
    await tasks.close();
    expect(told.map(({ state, doneBytes }) => [state, doneBytes])).toEqual([
      ['running', 0],
      ['running', 300],
      ['done', 300],
    ]);
    expect(tasks.get(id).state).toBe('done');
  });

  it('keeps the code of what went wrong', async () => {
    const { tasks, id } = await ended(async () => {
      throw new AppError('disk-full', 'The disk is full.');
    });
    await tasks.close();
    expect(tasks.get(id)).toMatchObject({ state: 'failed', error: { code: 'disk-full' } });
  });

  it('ends as cancelled when it is cancelled, and stays so', async () => {
    const { tasks, id } = await ended(
      (_, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('stopped')));
        }),
    );
    tasks.cancel(id);
    await tasks.close();
    expect(tasks.get(id)).toMatchObject({ state: 'cancelled', error: null });
    expect(tasks.cancel(id).state).toBe('cancelled');
  });

  it('does not know what it was never given', () => {
    const { tasks } = book();
    expect(() => tasks.get('zzzzzzzz' as never)).toThrow('not known');
  });
});
