// A page of 60 library rows: renderer → main → engine → renderer, as the grid asks for it.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startTestEngine } from '../../electron/engine/testing/start-engine.ts';
import { launchStudio, temporaryFolder } from '../launch.ts';
import { finishFirstRun } from '../main-job.ts';
import { type BenchRow, median, percentile } from './measure.ts';
import { fillLibrary } from './sample-library.ts';

const calls = 400;
/** The gateway starts and screens are loaded after the window stands; that is measured elsewhere. */
const settleMs = 4000;

export async function benchRoundTrip(): Promise<BenchRow> {
  const home = temporaryFolder('relay');
  const library = join(home, 'library');
  const engine = await startTestEngine({ cloud: null, folder: home, library });
  fillLibrary(engine.engine, { count: 1000, fileBytes: 0, library });
  await engine.close();
  const { window, quit } = await launchStudio({ home });
  await finishFirstRun(window);
  await window.waitForTimeout(settleMs);
  const { page, ping } = await window.evaluate(async (count) => {
    interface Bridge {
      call(id: number, name: string, input: unknown): Promise<{ json: string }>;
    }
    const { studio } = globalThis as unknown as { studio: Bridge };
    const time = async (name: string, input: unknown, least: number) => {
      const times: number[] = [];
      for (let index = 0; index < count; index += 1) {
        const startedAt = performance.now();
        const reply = await studio.call(2_000_000 + index, name, input);
        const value = JSON.parse(reply.json) as { items: unknown[] };
        times.push(performance.now() - startedAt);
        if (least > 0 && value.items.length !== least) throw new Error('The page is short');
      }
      return times.slice(20);
    };
    return {
      ping: await time('engine.ping', {}, 0),
      page: await time('library.page', { limit: 60 }, 60),
    };
  }, calls);
  await quit();
  rmSync(home, { recursive: true, force: true });
  return {
    what: 'Round trip, page of 60 rows',
    ours: `${median(page).toFixed(2)} ms (p95 ${percentile(page, 0.95).toFixed(2)})`,
    baseline: `${median(ping).toFixed(2)} ms (empty call)`,
    ratio: `${(median(page) / median(ping)).toFixed(2)} ×`,
    target: 'median under 2 ms',
    isMet: median(page) < 2,
  };
}
