import { expect, it } from 'vitest';
import type { TaskState } from '#shared/contract/data.ts';
import type { TaskId } from '#shared/domain/ids.ts';
import { AppError } from '#shared/errors.ts';
import { lastOf } from './use-task.ts';

const task = (state: TaskState['state']): TaskState => ({
  id: 'abcdefgh' as TaskId,
  kind: 'import',
  state,
  phase: 'import',
  doneBytes: 10,
  totalBytes: 20,
  error: null,
  result: null,
});
const gone = new AppError('not-found', 'This task is not known any more.');

it('a running task that the engine has forgotten has failed', () => {
  expect(lastOf(task('running'), gone)).toMatchObject({ state: 'failed', phase: 'import' });
});

it('a task that ended before it was forgotten stays as it ended', () => {
  expect(lastOf(task('done'), gone)).toEqual(task('done'));
});

it('a question that failed for another reason says nothing about the task', () => {
  expect(lastOf(task('running'), new AppError('deadline', ''))).toEqual(task('running'));
});
