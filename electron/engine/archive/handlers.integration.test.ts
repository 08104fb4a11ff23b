import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TaskState } from '#shared/contract/data.ts';
import { demoDraft, startTestEngine } from '../testing/start-engine.ts';
import { useStudio } from '../testing/use-studio.ts';

const studio = useStudio();

const begin = (path: string) =>
  studio.engine.call('archive.export', { grantId: studio.engine.grant(path) });
const ended = (taskId: TaskState['id']) =>
  studio.engine.until(async () => {
    const state = await studio.engine.call('tasks.get', { id: taskId });
    return state.state === 'running' ? null : state;
  });

describe('archive.export', () => {
  it('tells its phases, and what it made shows up in the overview', async () => {
    const { items } = await studio.engine.call('generations.create', demoDraft);
    await studio.engine.ended(items[0]?.id ?? '');
    const target = join(studio.engine.folder, 'mine.zip');
    const { taskId } = await begin(target);
    const state = await ended(taskId);
    expect(state).toMatchObject({ state: 'done', result: { fileName: 'mine.zip' } });
    const told = studio.engine.events.filter(({ name }) => name === 'task.changed');
    const phases = told.map(({ payload }) => (payload as TaskState).phase);
    expect([...new Set(phases)]).toEqual(['plan', 'data', 'media', 'verify']);
    expect(execFileSync('unzip', ['-tq', target]).toString()).toContain('No errors');
    const { lastExport } = await studio.engine.call('data.overview', {});
    expect(lastExport).toMatchObject({ sizeBytes: state.result?.sizeBytes, verified: true });
    expect((await studio.engine.call('tasks.list', {})).items).toEqual([state]);
  });

  it('takes a grant once', async () => {
    const grantId = studio.engine.grant(join(studio.engine.folder, 'a.zip'));
    const { taskId } = await studio.engine.call('archive.export', { grantId });
    await expect(studio.engine.call('archive.export', { grantId })).rejects.toMatchObject({
      code: 'grant-unknown',
    });
    await ended(taskId);
  });

  it('refuses to write one file twice at once', async () => {
    const target = join(studio.engine.folder, 'a.zip');
    const { taskId } = await begin(target);
    await expect(begin(target)).rejects.toMatchObject({ code: 'conflict' });
    await ended(taskId);
    await ended((await begin(target)).taskId);
  });

  it('fails in a sentence where nothing can be written', async () => {
    const { taskId } = await begin(join(studio.engine.folder, 'no such folder', 'a.zip'));
    expect(await ended(taskId)).toMatchObject({ state: 'failed', error: { code: 'file-missing' } });
    const second = await begin(studio.engine.library);
    expect(await ended(second.taskId)).toMatchObject({ error: { code: 'invalid-input' } });
    expect(existsSync(join(studio.engine.library, 'library.db'))).toBe(true);
  });

  it('is cancelled by a call, and by the end of the engine', async () => {
    const first = await begin(join(studio.engine.folder, 'a.zip'));
    await studio.engine.call('tasks.cancel', { id: first.taskId });
    expect((await ended(first.taskId)).state).toBe('cancelled');
    await begin(join(studio.engine.folder, 'b.zip'));
    await studio.engine.close();
    expect(readdirSync(studio.engine.folder).filter((name) => name.includes('.zip'))).toEqual([]);
  });
});

describe('archive.import', () => {
  const bringIn = (path: string) =>
    studio.engine.call('archive.import', { grantId: studio.engine.grant(path) });

  it('tells its phases and its report, and a second run finds everything there', async () => {
    const { items } = await studio.engine.call('generations.create', demoDraft);
    await studio.engine.ended(items[0]?.id ?? '');
    const target = join(studio.engine.folder, 'mine.zip');
    await ended((await begin(target)).taskId);
    const detail = await studio.engine.call('generations.get', { id: items[0]?.id ?? '' });
    const other = await startTestEngine({ cloud: null });
    try {
      for (const expected of [
        { added: 1, present: 0, conflicts: 0 },
        { added: 0, present: 1, conflicts: 0 },
      ]) {
        const { taskId } = await other.call('archive.import', { grantId: other.grant(target) });
        const state = await other.until(async () => {
          const now = await other.call('tasks.get', { id: taskId });
          return now.state === 'running' ? null : now;
        });
        expect(state).toMatchObject({ kind: 'import', state: 'done', error: null });
        expect(state.result?.imported?.counts['generations']).toEqual(expected);
      }
      const phases = other.events
        .filter(({ name }) => name === 'task.changed')
        .map(({ payload }) => (payload as TaskState).phase);
      expect([...new Set(phases)]).toEqual(['verify', 'plan', 'import']);
      expect(other.events.filter(({ name }) => name === 'library.changed')).not.toEqual([]);
      expect(await other.call('generations.get', { id: detail.id })).toEqual(detail);
      const { items: page } = await other.call('library.page', { search: 'neon' });
      expect(page.map(({ id }) => id)).toEqual([detail.id]);
    } finally {
      await other.remove();
    }
  });

  it('takes one archive at a time, and can be cancelled', async () => {
    const target = join(studio.engine.folder, 'mine.zip');
    await ended((await begin(target)).taskId);
    const { taskId } = await bringIn(target);
    await expect(bringIn(target)).rejects.toMatchObject({ code: 'conflict' });
    await studio.engine.call('tasks.cancel', { id: taskId });
    expect(await ended(taskId)).toMatchObject({ state: 'cancelled', result: null });
    expect(await ended((await bringIn(target)).taskId)).toMatchObject({ state: 'done' });
  });

  it('imports what was inspected with the same grant, once', async () => {
    const target = join(studio.engine.folder, 'mine.zip');
    await ended((await begin(target)).taskId);
    const grantId = studio.engine.grant(target);
    const seen = await studio.engine.call('archive.inspect', { grantId });
    expect(seen).toMatchObject({ fileName: 'mine.zip', isOfThisLibrary: true });
    expect(await studio.engine.call('archive.inspect', { grantId })).toEqual({
      ...seen,
      freeBytes: expect.any(Number),
    });
    const { taskId } = await studio.engine.call('archive.import', { grantId });
    expect(await ended(taskId)).toMatchObject({ state: 'done' });
    await expect(studio.engine.call('archive.import', { grantId })).rejects.toMatchObject({
      code: 'grant-unknown',
    });
  });

  it('fails in a sentence for what is no archive', async () => {
    const { taskId } = await bringIn(join(studio.engine.library, 'library.db'));
    expect(await ended(taskId)).toMatchObject({
      state: 'failed',
      error: { code: 'archive-damaged' },
    });
  });
});
