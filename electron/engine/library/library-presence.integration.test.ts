// The library's drive goes away in the middle of work and comes back: nothing is made where it was, nothing is lost or paid for twice.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isActive } from '#shared/domain/generation-status.ts';
import { startTestGateway } from '../../gateway/testing/start-gateway.ts';
import { untilSeen } from '../testing/engine-death.ts';
import { type ForkedEngine, forkEngine } from '../testing/fork-engine.ts';
import { demoDraft } from '../testing/start-engine.ts';

let folder = '';
const cleanups: (() => Promise<void> | void)[] = [];
const library = () => join(folder, 'library');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kling5-presence-'));
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  rmSync(folder, { recursive: true, force: true });
});

/** How a drive goes and comes back, with what is where it was meanwhile; `null` where it cannot be tried. */
const drives = {
  'a folder that is renamed': () => ({
    go: () => renameSync(library(), `${library()}-away`),
    comeBack: () => renameSync(`${library()}-away`, library()),
    meanwhile: () => existsSync(library()),
  }),
  'a drive that is taken out': () => {
    const store = join(folder, 'drive');
    mkdirSync(store);
    mkdirSync(library());
    const mount = () => execFileSync('mount', ['--bind', store, library()], { stdio: 'ignore' });
    try {
      mount();
    } catch {
      return null; // only root on Linux may
    }
    const unmount = () => execFileSync('umount', ['-l', library()], { stdio: 'ignore' });
    let isMounted = true;
    cleanups.push(() => {
      if (isMounted) unmount();
    });
    return {
      go: () => {
        unmount();
        isMounted = false;
      },
      comeBack: () => {
        mount();
        isMounted = true;
      },
      meanwhile: () => readdirSync(library()).length > 0,
    };
  },
};

const sizeBytes = 3 * 1024 * 1024;

async function startSlowGateway(outputFile: string) {
  writeFileSync(outputFile, randomBytes(sizeBytes));
  const slow = { type: 'slow', bytesPerSecond: 1024 * 1024 } as const;
  const gateway = await startTestGateway({
    faults: {
      outputFile,
      rules: [{ route: 'outputContent', nth: 1, times: 1, fault: slow }],
    },
  });
  cleanups.push(() => gateway.close());
  return gateway;
}

test.each(Object.entries(drives))(
  '%s: the engine ends, the next says what is missing and goes on when it is back',
  async (_, plugIn) => {
    const drive = plugIn();
    if (!drive) return;
    const outputFile = join(folder, 'big.mp4');
    const gateway = await startSlowGateway(outputFile);
    const fork = (): ForkedEngine => {
      const engine = forkEngine(folder, gateway);
      cleanups.push(() => engine.stop());
      return engine;
    };
    const first = fork();
    await first.call('profile.confirmAge', {});
    const { items } = await first.call('generations.create', demoDraft);
    const id = items[0]?.id ?? '';
    const incoming = join(library(), 'incoming');
    await untilSeen(() => {
      const part = existsSync(incoming) ? readdirSync(incoming)[0] : undefined;
      return part && statSync(join(incoming, part)).size > 256 * 1024 ? part : null;
    });
    drive.go();
    await first.call('data.overview', {}).catch(() => undefined); // whatever it answers
    await first.ended;
    expect(drive.meanwhile(), 'something was made where the library was').toBe(false);

    const second = fork();
    expect(await second.started).toMatchObject({
      name: 'engine.failed',
      payload: { code: 'library-missing' },
    });
    expect(drive.meanwhile()).toBe(false);
    drive.comeBack();
    await second.ended;

    const third = fork();
    const made = await untilSeen(async () => {
      const detail = await third.call('generations.get', { id });
      return isActive(detail.status) ? null : detail;
    });
    expect(made).toMatchObject({ status: 'ready', credits: { settled: 30, refunded: 0 } });
    const { items: requests } = await third.call('data.requests', { limit: 200 });
    expect(requests.filter(({ purpose }) => purpose === 'Start a generation')).toHaveLength(1);
    const files = readdirSync(join(library(), 'videos'), { recursive: true, encoding: 'utf8' });
    const video = files.find((name) => name.endsWith('.mp4')) ?? '';
    expect(readFileSync(join(library(), 'videos', video))).toEqual(readFileSync(outputFile));
    expect(readdirSync(incoming)).toEqual([]);
  },
  60_000,
);
