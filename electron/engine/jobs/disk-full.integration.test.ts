// A disk that is too small for the result: the job waits, says how much is missing, and goes on when there is room.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startTestGateway } from '../../gateway/testing/start-gateway.ts';
import { demoDraft, prepareToCreate, startTestEngine } from '../testing/start-engine.ts';

function mount(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=32m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false; // only root on Linux may
  }
}

test('waits with the reason "disk" and goes on when there is room', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'kling5-full-'));
  const small = join(folder, 'small');
  mkdirSync(small);
  context.skip(!mount(small), 'only root on Linux may mount');
  const outputFile = join(folder, 'big.mp4');
  writeFileSync(outputFile, randomBytes(8 * 1024 * 1024));
  const ballast = join(small, 'ballast');
  writeFileSync(ballast, Buffer.alloc(20 * 1024 * 1024));
  const gateway = await startTestGateway({ faults: { outputFile } });
  const engine = await startTestEngine({
    cloud: gateway,
    folder,
    library: join(small, 'library'),
    deps: { random: () => 0 },
  });
  try {
    await prepareToCreate(engine);
    const { items } = await engine.call('generations.create', demoDraft);
    const id = items[0]?.id ?? '';
    const waiting = await engine.until(async () => {
      const detail = await engine.call('generations.get', { id });
      return detail.waiting ? detail : null;
    });
    expect(waiting).toMatchObject({ status: 'downloading', waiting: { reason: 'disk' } });
    const { neededBytes, freeBytes } = waiting.waiting?.details ?? {};
    expect(Number(neededBytes)).toBeGreaterThan(8 * 1024 * 1024);
    expect(Number(freeBytes)).toBeLessThan(Number(neededBytes));
    rmSync(ballast);
    expect((await engine.ended(id)).status).toBe('ready');
  } finally {
    await engine.close();
    await gateway.close();
    execFileSync('umount', [small]);
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
