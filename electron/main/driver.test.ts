import { afterEach, beforeEach, expect, it } from 'vitest';
import { untilDriven } from './driver.ts';

const inTests = { isPackaged: false } as const;
const shared = globalThis as { __playwright_run?: () => void };
const waits = async (driven: Promise<void>) =>
  (await Promise.race([driven, Promise.resolve('waiting')])) === 'waiting';

beforeEach(() => {
  process.env['KLING5_DRIVEN'] = '1';
});
afterEach(() => {
  delete process.env['KLING5_DRIVEN'];
  delete shared.__playwright_run;
});

it('waits for the driver, and no process that is started from here does', async () => {
  const driven = untilDriven(inTests);
  expect(process.env['KLING5_DRIVEN']).toBeUndefined();
  expect(await waits(driven)).toBe(true);
  shared.__playwright_run?.();
  expect(await waits(driven)).toBe(false);
});

it('waits for nobody when nobody is announced', async () => {
  delete process.env['KLING5_DRIVEN'];
  expect(await waits(untilDriven(inTests))).toBe(false);
});

it('never waits in a packaged app, and leaves no door there', async () => {
  expect(await waits(untilDriven({ isPackaged: true }))).toBe(false);
  expect(shared.__playwright_run).toBeUndefined();
});
