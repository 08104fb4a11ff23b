// `kling5 erase` in a process of its own, on a library that was seeded.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ErasePlan, EraseReceipt } from '#shared/contract/erase.ts';
import type { Item } from './item.ts';
import { type Kling5, makeKling5 } from './testing/run-kling5.ts';

let kling5: Kling5;
beforeEach(() => {
  kling5 = makeKling5();
});
afterEach(() => kling5.remove());

interface Refused {
  readonly error: { readonly message: string };
  readonly plan?: ErasePlan;
}
const list = async () =>
  (await kling5.run(['list', '--json'])).json<{ total: number; items: Item[] }>();

it(
  'shows a plan, and erases only with --yes and only what was meant',
  { timeout: 240_000 },
  async () => {
    await kling5.run(['seed', '--count', '6', '--json']);
    const before = await list();
    const [first, second] = before.items.map(({ id }) => id);
    const ids = ['--ids', `${first},${second}`, '--where', 'here'];

    const planned = await kling5.run(['erase', ...ids, '--json']);
    expect(planned.exitCode).toBe(2);
    expect(planned.json<Refused>().plan).toMatchObject({ clipCount: 2, goneLater: [] });
    expect((await list()).total).toBe(before.total);

    const erased = await kling5.run(['erase', ...ids, '--yes', '--json']);
    expect(erased, erased.stderr).toMatchObject({ exitCode: 0 });
    expect(erased.json<EraseReceipt>()).toMatchObject({ where: 'here', filesLeft: 0 });
    const after = (await list()).items.map(({ id }) => id);
    expect(after).toEqual(before.items.slice(2).map(({ id }) => id));
  },
);

it('says what is wrong with a call that means nothing, or two things', async () => {
  for (const args of [[], ['--trash', '--kind', 'logs']]) {
    const run = await kling5.run(['erase', ...args, '--json']);
    expect(run.exitCode).toBe(2);
    expect(run.json<Refused>().error.message).toMatch(/^Say what/);
  }
});
