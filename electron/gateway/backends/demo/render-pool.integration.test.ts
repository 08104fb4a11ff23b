import { afterEach, describe, expect, it } from 'vitest';
import { createRenderPool, type RenderPool, type RenderPoolOptions } from './render-pool.ts';
import { smallRequest } from './testing/small-request.ts';

const never = new AbortController().signal;
const fakeWorker = new URL('./testing/crashing-worker.ts', import.meta.url);
const pools: RenderPool[] = [];

function openPool(options: RenderPoolOptions): RenderPool {
  const pool = createRenderPool(options);
  pools.push(pool);
  return pool;
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

describe('render pool', () => {
  it('renders a clip in a thread and reports progress', async () => {
    const seen: number[] = [];
    const clip = await openPool({ size: 1 }).render(
      smallRequest('jellyfish'),
      (fraction) => seen.push(fraction),
      never,
    );
    expect(Buffer.from(clip.mp4.subarray(4, 8)).toString()).toBe('ftyp');
    expect(clip.frameCount).toBe(12);
    expect(seen.at(-1)).toBe(1);
  });

  it('hands on what went wrong with its code', async () => {
    const broken = smallRequest('any', { firstFrame: new Uint8Array([1]) });
    await expect(openPool({ size: 1 }).render(broken, () => {}, never)).rejects.toMatchObject({
      code: 'asset-unreadable',
    });
  });

  it('stops a running job when aborted and goes on with the next', async () => {
    const pool = openPool({ size: 1, workerUrl: fakeWorker });
    const controller = new AbortController();
    const hanging = pool.render(smallRequest('hang'), () => {}, controller.signal);
    const next = pool.render(smallRequest('next'), () => {}, never);
    controller.abort();
    await expect(hanging).rejects.toMatchObject({ name: 'AbortError' });
    await expect(next).resolves.toMatchObject({ frameCount: 1 });
  });

  it('takes an aborted job out of the queue', async () => {
    const pool = openPool({ size: 1, workerUrl: fakeWorker });
    const [running, waiting] = [new AbortController(), new AbortController()];
    const first = pool.render(smallRequest('hang'), () => {}, running.signal);
    const second = pool.render(smallRequest('hang'), () => {}, waiting.signal);
    waiting.abort();
    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    running.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    await expect(pool.render(smallRequest('next'), () => {}, never)).resolves.toBeDefined();
  });

  it('refuses a signal that is already aborted', async () => {
    const pool = openPool({ size: 1, workerUrl: fakeWorker });
    await expect(
      pool.render(smallRequest('next'), () => {}, AbortSignal.abort()),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('rejects the job of a crashed thread and replaces the thread', async () => {
    const pool = openPool({ size: 1, workerUrl: fakeWorker });
    await expect(pool.render(smallRequest('crash'), () => {}, never)).rejects.toMatchObject({
      code: 'render-failed',
      retryable: true,
    });
    await expect(pool.render(smallRequest('next'), () => {}, never)).resolves.toMatchObject({
      frameCount: 1,
    });
  });

  it('rejects everything when closed', async () => {
    const pool = openPool({ size: 1, workerUrl: fakeWorker });
    const jobs = [
      pool.render(smallRequest('hang'), () => {}, never),
      pool.render(smallRequest('hang'), () => {}, never),
    ];
    const settled = Promise.allSettled(jobs);
    await pool.close();
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(pool.render(smallRequest('next'), () => {}, never)).rejects.toMatchObject({
      code: 'render-failed',
    });
  });
});
