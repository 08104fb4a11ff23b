import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TaskState } from '#shared/contract/data.ts';
import { startTestGateway, type TestGateway } from '../../gateway/testing/start-gateway.ts';
import {
  demoDraft,
  prepareToCreate,
  startTestEngine,
  type TestEngine,
} from '../testing/start-engine.ts';

let gateway: TestGateway;
let engine: TestEngine;
beforeEach(async () => {
  gateway = await startTestGateway();
  engine = await startTestEngine({ cloud: gateway });
  await prepareToCreate(engine);
});
afterEach(async () => {
  await engine.remove();
  await gateway.close();
});

const begin = (path: string) => engine.call('archive.export', { grantId: engine.grant(path) });
const ended = (taskId: TaskState['id']) =>
  engine.until(async () => {
    const state = await engine.call('tasks.get', { id: taskId });
    return state.state === 'running' ? null : state;
  });

describe('archive.export', () => {
  it('tells its phases, and what it made shows up in the overview', async () => {
    const { items } = await engine.call('generations.create', demoDraft);
    await engine.ended(items[0]?.id ?? '');
    const target = join(engine.folder, 'mine.zip');
    const { taskId } = await begin(target);
    const state = await ended(taskId);
    expect(state).toMatchObject({ state: 'done', result: { fileName: 'mine.zip' } });
    const told = engine.events.filter(({ name }) => name === 'task.changed');
    const phases = told.map(({ payload }) => (payload as TaskState).phase);
    expect([...new Set(phases)]).toEqual(['plan', 'data', 'media', 'verify']);
    expect(execFileSync('unzip', ['-tq', target]).toString()).toContain('No errors');
    const { lastExport } = await engine.call('data.overview', {});
    expect(lastExport).toMatchObject({ sizeBytes: state.result?.sizeBytes, verified: true });
    expect((await engine.call('tasks.list', {})).items).toEqual([state]);
  });

  it('takes a grant once', async () => {
    const grantId = engine.grant(join(engine.folder, 'a.zip'));
    const { taskId } = await engine.call('archive.export', { grantId });
    await expect(engine.call('archive.export', { grantId })).rejects.toMatchObject({
      code: 'grant-unknown',
    });
    await ended(taskId);
  });

  it('refuses to write one file twice at once', async () => {
    const target = join(engine.folder, 'a.zip');
    const { taskId } = await begin(target);
    await expect(begin(target)).rejects.toMatchObject({ code: 'conflict' });
    await ended(taskId);
    await ended((await begin(target)).taskId);
  });

  it('fails in a sentence where nothing can be written', async () => {
    const { taskId } = await begin(join(engine.folder, 'no such folder', 'a.zip'));
    expect(await ended(taskId)).toMatchObject({ state: 'failed', error: { code: 'file-missing' } });
    const second = await begin(engine.library);
    expect(await ended(second.taskId)).toMatchObject({ error: { code: 'invalid-input' } });
    expect(existsSync(join(engine.library, 'library.db'))).toBe(true);
  });

  it('is cancelled by a call, and by the end of the engine', async () => {
    const first = await begin(join(engine.folder, 'a.zip'));
    await engine.call('tasks.cancel', { id: first.taskId });
    expect((await ended(first.taskId)).state).toBe('cancelled');
    await begin(join(engine.folder, 'b.zip'));
    await engine.close();
    expect(readdirSync(engine.folder).filter((name) => name.includes('.zip'))).toEqual([]);
  });
});

describe('archive.import', () => {
  const bringIn = (path: string) => engine.call('archive.import', { grantId: engine.grant(path) });

  it('tells its phases and its report, and a second run finds everything there', async () => {
    const { items } = await engine.call('generations.create', demoDraft);
    await engine.ended(items[0]?.id ?? '');
    const target = join(engine.folder, 'mine.zip');
    await ended((await begin(target)).taskId);
    const detail = await engine.call('generations.get', { id: items[0]?.id ?? '' });
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
    const target = join(engine.folder, 'mine.zip');
    await ended((await begin(target)).taskId);
    const { taskId } = await bringIn(target);
    await expect(bringIn(target)).rejects.toMatchObject({ code: 'conflict' });
    await engine.call('tasks.cancel', { id: taskId });
    expect(await ended(taskId)).toMatchObject({ state: 'cancelled', result: null });
    expect(await ended((await bringIn(target)).taskId)).toMatchObject({ state: 'done' });
  });

  it('imports what was inspected with the same grant, once', async () => {
    const target = join(engine.folder, 'mine.zip');
    await ended((await begin(target)).taskId);
    const grantId = engine.grant(target);
    const seen = await engine.call('archive.inspect', { grantId });
    expect(seen).toMatchObject({ fileName: 'mine.zip', isOfThisLibrary: true });
    expect(await engine.call('archive.inspect', { grantId })).toEqual({
      ...seen,
      freeBytes: expect.any(Number),
    });
    const { taskId } = await engine.call('archive.import', { grantId });
    expect(await ended(taskId)).toMatchObject({ state: 'done' });
    await expect(engine.call('archive.import', { grantId })).rejects.toMatchObject({
      code: 'grant-unknown',
    });
  });

  it('fails in a sentence for what is no archive', async () => {
    const { taskId } = await bringIn(join(engine.library, 'library.db'));
    expect(await ended(taskId)).toMatchObject({
      state: 'failed',
      error: { code: 'archive-damaged' },
    });
  });
});
