// A disk that is too small for the result: the job waits, says how much is missing, and goes on when there is room.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestGateway } from '../../gateway/testing/start-gateway.ts';
import {
  demoDraft,
  prepareToCreate,
  startTestEngine,
  type TestEngine,
} from '../testing/start-engine.ts';

const mebibyte = 1024 * 1024;
const sizeBytes = 8 * mebibyte;
let folder = '';
let small = '';
let isMounted = false;
let engine: TestEngine;
let gateway: Awaited<ReturnType<typeof startTestGateway>>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kling5-full-'));
  small = join(folder, 'small');
  mkdirSync(small);
  isMounted = mount(small);
  const outputFile = join(folder, 'big.mp4');
  writeFileSync(outputFile, randomBytes(sizeBytes));
  gateway = await startTestGateway({
    faults: {
      outputFile,
      rules: [{ route: 'outputContent', fault: { type: 'slow', bytesPerSecond: 6 * mebibyte } }],
    },
  });
  engine = await startTestEngine({
    cloud: gateway,
    folder,
    library: join(small, 'library'),
    deps: { random: () => 0 },
  });
  await prepareToCreate(engine);
});
afterEach(async () => {
  await engine.close();
  await gateway.close();
  if (isMounted) execFileSync('umount', [small]);
  rmSync(folder, { recursive: true, force: true });
});

function mount(place: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=40m', 'tmpfs', place], { stdio: 'ignore' });
    return true;
  } catch {
    return false; // only root on Linux may
  }
}

async function untilWaiting(id: string) {
  return engine.until(async () => {
    const detail = await engine.call('generations.get', { id });
    return detail.waiting ? detail : null;
  });
}

test('too little room from the start: nothing is fetched, the missing bytes are named', async (context) => {
  context.skip(!isMounted, 'only root on Linux may mount');
  const ballast = join(small, 'ballast');
  writeFileSync(ballast, Buffer.alloc(28 * mebibyte));
  const { items } = await engine.call('generations.create', demoDraft);
  const id = items[0]?.id ?? '';
  const waiting = await untilWaiting(id);
  expect(waiting).toMatchObject({ status: 'downloading', waiting: { reason: 'disk' } });
  const { neededBytes, freeBytes } = waiting.waiting?.details ?? {};
  expect(Number(neededBytes)).toBeGreaterThan(sizeBytes);
  expect(Number(freeBytes)).toBeLessThan(Number(neededBytes));
  rmSync(ballast);
  expect((await engine.ended(id)).status).toBe('ready');
});

test('the disk fills up during the download: the part stays and is gone on with', async (context) => {
  context.skip(!isMounted, 'only root on Linux may mount');
  const { items } = await engine.call('generations.create', demoDraft);
  const id = items[0]?.id ?? '';
  const incoming = join(engine.library, 'incoming');
  const partBytes = () => {
    const part = existsSync(incoming) ? readdirSync(incoming)[0] : undefined;
    return part ? statSync(join(incoming, part)).size : 0;
  };
  while (partBytes() < 2 * mebibyte) await delay(10);
  const ballast = join(small, 'ballast');
  expect(() => {
    for (;;) appendFileSync(ballast, Buffer.alloc(mebibyte / 4));
  }).toThrow(/ENOSPC/);
  const waiting = await untilWaiting(id);
  expect(waiting).toMatchObject({ status: 'downloading', waiting: { reason: 'disk' } });
  expect(partBytes()).toBeGreaterThan(mebibyte);
  rmSync(ballast);
  expect((await engine.ended(id)).status).toBe('ready');
  const { items: requests } = await engine.call('data.requests', {});
  expect(requests.map(({ purpose, status }) => `${purpose} ${status}`)).toContain(
    'Download a result 206',
  );
});
