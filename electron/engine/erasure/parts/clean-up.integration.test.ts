// Rules that clean up: what they mean, what they would do before they are on, and what they do.
import { describe, expect, it } from 'vitest';
import type { CallInput } from '#shared/contract/define.ts';
import type { EngineContract } from '#shared/contract/engine.ts';
import { demoDraft } from '../../testing/start-engine.ts';
import { createTestClock, type TestClock } from '../../testing/test-clock.ts';
import { useStudio } from '../../testing/use-studio.ts';

const dayMs = 86_400_000;
let clock: TestClock;
const studio = useStudio({ deps: () => ({ clock: (clock = createTestClock(100)) }) });

async function makeClip(prompt: string) {
  const { items } = await studio.engine.call('generations.create', { ...demoDraft, prompt });
  return studio.engine.ended(items[0]?.id ?? '');
}
const atRest = () =>
  studio.engine.until(async () => {
    const { items } = await studio.engine.call('tasks.list', {});
    return items.some(({ state }) => state === 'running') ? null : items;
  });

describe('rules', () => {
  const rule = { olderThanDays: 30, largerThanBytes: null, onlyUnrated: true };

  it('are off, and say what they would do before they are on', async () => {
    const [old, rated] = [await makeClip('old'), await makeClip('rated')];
    await studio.engine.call('clips.change', {
      ids: [rated.id],
      change: { type: 'rate', rating: 2 },
    });
    clock.jump(40 * dayMs);
    await makeClip('young');
    expect(await studio.engine.call('settings.get', {})).toMatchObject({
      trashDays: null,
      cleanUp: null,
    });
    const preview = await studio.engine.call('cleanUp.preview', { rule, trashDays: 7 });
    expect(preview).toMatchObject({ toTrash: { count: 1 }, fromTrash: { count: 0 } });
    expect((await studio.engine.call('library.counts', {})).trash).toBe(0);
    expect(old.status).toBe('ready');
  });

  it('mean what they say: age, rating, size, and how long something is in the trash', async () => {
    const make = async (prompt: string) => (await makeClip(prompt)).id;
    const plain = await make('plain');
    const [rated, favourite, large, binned] = [
      await make('rated'),
      await make('favourite'),
      await make('large'),
      await make('binned'),
    ];
    const change = (id: string, what: CallInput<EngineContract, 'clips.change'>['change']) =>
      studio.engine.call('clips.change', { ids: [id], change: what });
    await change(rated, { type: 'rate', rating: 1 });
    await change(favourite, { type: 'favourite', isFavourite: true });
    await change(binned, { type: 'trash' });
    studio.engine.engine.context.db.run(
      `update output set size_bytes = 300000000 where generation_sequence =
         (select sequence from generation where id = ?)`,
      large,
    );
    clock.jump(40 * dayMs);
    await make('young');
    const meant = async (
      days: number | null,
      largerThanBytes: number | null,
      onlyUnrated: boolean,
      trashDays: number | null = null,
    ) => {
      const asked = { olderThanDays: days, largerThanBytes, onlyUnrated };
      const seen = await studio.engine.call('cleanUp.preview', { rule: asked, trashDays });
      return [seen.toTrash.count, seen.fromTrash.count];
    };
    expect(await meant(30, null, true)).toEqual([2, 0]); // plain, large
    expect(await meant(30, null, false)).toEqual([3, 0]); // rated too, the favourite never
    expect(await meant(50, null, false)).toEqual([0, 0]);
    expect(await meant(null, 200_000_000, false)).toEqual([1, 0]);
    expect(await meant(30, null, true, 45)).toEqual([2, 0]);
    expect(await meant(30, null, true, 30)).toEqual([2, 1]);
    await change(plain, { type: 'notes', notes: 'looked at again' });
    expect(await meant(30, null, true)).toEqual([1, 0]);
  });

  it('move to the trash what they mean, and erase it when it has been there for long enough', async () => {
    await makeClip('old');
    clock.jump(40 * dayMs);
    await makeClip('young');
    await studio.engine.call('settings.change', { cleanUp: rule, trashDays: 7 });
    const fast = createTestClock(5000, clock.now()); // an hour in less than a second
    await studio.restartEngine({ clock: fast });
    await expect
      .poll(async () => (await studio.engine.call('library.counts', {})).trash, { timeout: 60_000 })
      .toBe(1);
    studio.engine.engine.context.db.run(
      'update generation set trashed_at = trashed_at - ?',
      8 * dayMs,
    );
    await expect
      .poll(async () => (await studio.engine.call('erase.receipts', {})).items[0]?.subject.type, {
        timeout: 60_000,
      })
      .toBe('rule');
    await atRest();
    expect(await studio.engine.call('library.counts', {})).toMatchObject({ clips: 1, trash: 0 });
  });

  it('without an age or a size mean everything, so they are refused', async () => {
    const all = { olderThanDays: null, largerThanBytes: null, onlyUnrated: false };
    await expect(studio.engine.call('settings.change', { cleanUp: all })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});
