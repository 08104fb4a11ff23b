// A result of 500 MB from the gateway to a verified file, against `curl` followed by `sha256sum` on the same address.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import type { CloudGeneration } from '#shared/gateway/generation.ts';
import {
  demoDraft,
  prepareToCreate,
  startTestEngine,
} from '../../electron/engine/testing/start-engine.ts';
import { temporaryFolder } from '../launch.ts';
import { gatewayToken, startGatewayProcess } from './gateway-process.ts';
import { type BenchRow, median, timeMs } from './measure.ts';
import { growthBytes } from './memory.ts';

const megabyte = 1_000_000;
const runs = 3;

export function writeRandomFile(path: string, sizeBytes: number): void {
  const file = openSync(path, 'w');
  const block = randomBytes(megabyte);
  for (let written = 0; written < sizeBytes; written += megabyte) {
    block.writeUInt32LE(written >>> 0, 0);
    writeSync(file, block);
  }
  closeSync(file);
}

export async function contentUrl(baseUrl: string): Promise<string> {
  const answer = await fetch(`${baseUrl}/v1/generations?limit=1`, {
    headers: { authorization: `Bearer ${gatewayToken}` },
  });
  const { items } = (await answer.json()) as { items: CloudGeneration[] };
  return new URL(items[0]?.outputs[0]?.url ?? '', baseUrl).href;
}

export async function benchDownload(): Promise<BenchRow> {
  const folder = temporaryFolder('download');
  const big = join(folder, 'big.mp4');
  writeRandomFile(big, 500 * megabyte);
  const gateway = await startGatewayProcess(folder, big);
  const engine = await startTestEngine({ cloud: gateway });
  await prepareToCreate(engine);

  const ours: number[] = [];
  const theirs: number[] = [];
  let growth = 0;
  for (let run = 0; run < runs; run += 1) {
    const { items } = await engine.call('generations.create', {
      ...demoDraft,
      prompt: `benchmark ${run}`,
    });
    const id = items[0]?.id ?? '';
    const reached = (status: GenerationSummary['status']) =>
      engine.until(async () => {
        const detail = await engine.call('generations.get', { id: id });
        return detail.status === status ? true : null;
      });
    await reached('downloading');
    growth = Math.max(
      growth,
      await growthBytes(async () => {
        ours.push(await timeMs(() => reached('ready')));
      }),
    );
    const url = await contentUrl(gateway.baseUrl);
    const copy = join(folder, 'copy.mp4');
    theirs.push(
      await timeMs(async () =>
        execFileSync('sh', ['-c', 'curl -s -o "$1" "$2" && sha256sum "$1"', 'sh', copy, url]),
      ),
    );
  }
  await engine.remove();
  await gateway.stop();
  rmSync(folder, { recursive: true, force: true });
  const speed = median(theirs) / median(ours);
  return {
    what: `Download of 500 MB (memory +${(growth / megabyte).toFixed(0)} MB)`,
    ours: `${(500_000 / median(ours)).toFixed(0)} MB/s`,
    baseline: `${(500_000 / median(theirs)).toFixed(0)} MB/s (curl, then sha256sum)`,
    ratio: `${speed.toFixed(2)} ×`,
    target: 'at least 1.0 ×, under 50 MB',
    isMet: speed >= 1 && growth < 50 * megabyte,
  };
}
