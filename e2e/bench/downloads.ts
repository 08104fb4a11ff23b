// Eight results that the cloud has, at the same time through the whole path: from the wish to have them to eight verified files in
// the library, against `curl` followed by `sha256sum`, as for one, eight times on the same address. Nothing is rendered meanwhile.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  prepareToCreate,
  startTestEngine,
  type TestEngine,
} from '../../electron/engine/testing/start-engine.ts';
import { createClient, type TestClient } from '../../electron/gateway/testing/test-client.ts';
import { temporaryFolder } from '../launch.ts';
import { contentUrl, writeRandomFile } from './download.ts';
import { startGatewayProcess } from './gateway-process.ts';
import { type BenchRow, median, timeMs } from './measure.ts';
import { growthBytes } from './memory.ts';

const megabyte = 1_000_000;
const sizeBytes = 64 * megabyte;
const count = 8;
const runs = 3;
const fetchAll = `seq ${count} | xargs -I{} sh -c 'curl -s -o "$0-{}" "$1" && sha256sum "$0-{}"' "$1" "$2"`;

export async function benchDownloads(): Promise<BenchRow> {
  const folder = temporaryFolder('downloads');
  const clip = join(folder, 'clip.mp4');
  writeRandomFile(clip, sizeBytes);
  const gateway = await startGatewayProcess(folder, clip);
  const engine = await startTestEngine({ cloud: gateway });
  await prepareToCreate(engine);
  gateway.giveCredits(1_000_000);
  await engine.call('cloud.refresh', {});
  await engine.call('settings.change', { downloadsAtOnce: count });
  const cloud = createClient(gateway);
  await fetchEight(engine, cloud, 'warming-up');

  const ours: number[] = [];
  const theirs: number[] = [];
  let growth = 0;
  for (let run = 0; run < runs; run += 1) {
    growth = Math.max(
      growth,
      await growthBytes(async () => {
        ours.push(await fetchEight(engine, cloud, `benchmark-${run}`));
      }),
    );
    const url = await contentUrl(gateway.baseUrl);
    const copy = join(folder, 'copy');
    theirs.push(await timeMs(async () => execFileSync('sh', ['-c', fetchAll, 'sh', copy, url])));
  }
  await engine.remove();
  await gateway.stop();
  rmSync(folder, { recursive: true, force: true });
  const speed = median(theirs) / median(ours);
  const rate = (ms: number) => `${((count * sizeBytes) / megabyte / (ms / 1000)).toFixed(0)} MB/s`;
  return {
    what: `${count} downloads of ${sizeBytes / megabyte} MB at once (memory +${(growth / megabyte).toFixed(0)} MB)`,
    ours: rate(median(ours)),
    baseline: `${rate(median(theirs))} (curl, then sha256sum, ${count} times)`,
    ratio: `${speed.toFixed(2)} ×`,
    target: 'at least 1.0 ×, under 150 MB',
    isMet: speed >= 1 && growth < 150 * megabyte,
  };
}

/** Makes them in the cloud as another device would, so that no render is waited for; resolves with how long all took to come here. */
async function fetchEight(engine: TestEngine, cloud: TestClient, prompt: string): Promise<number> {
  const parameters = { duration: 5, aspect: '16:9', resolution: '720p' };
  for (let made = 0; made < count; made += 1) {
    const { body } = await cloud.create({ prompt, parameters }, `${prompt}-${made}`);
    await cloud.finished(body.id);
  }
  await engine.call('sync.run', {});
  return timeMs(async () => {
    await engine.call('cloud.download', {});
    await engine.until(() => {
      engine.events.length = 0; // the test keeps them, the app does not
      return readyClips(engine, prompt) >= count ? true : null;
    });
  });
}

function readyClips({ engine }: TestEngine, prompt: string): number {
  const row = engine.context.db.get<{ readonly count: number }>(
    `select count(*) as count from generation where prompt = ? and status = 'ready'`,
    prompt,
  );
  return row?.count ?? 0;
}
