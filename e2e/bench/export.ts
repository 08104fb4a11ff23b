// Export of 2 GB of videos, written and verified, against `zip -0 -r` of the same files.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startTestEngine } from '../../electron/engine/testing/start-engine.ts';
import { temporaryFolder } from '../launch.ts';
import { type BenchRow, median, timeMs } from './measure.ts';
import { growthBytes } from './memory.ts';
import { fillLibrary } from './sample-library.ts';

const megabyte = 1_000_000;
const runs = 3;

export async function benchExport(): Promise<BenchRow> {
  const folder = temporaryFolder('export');
  const library = join(folder, 'library');
  const engine = await startTestEngine({ cloud: null, folder, library });
  fillLibrary(engine.engine, { count: 20, fileBytes: 100 * megabyte, library });
  const target = join(folder, 'ours.zip');
  const theirs: number[] = [];
  const ours: number[] = [];
  let growth = 0;
  for (let run = 0; run < runs; run += 1) {
    rmSync(target, { force: true });
    growth = Math.max(
      growth,
      await growthBytes(async () => {
        ours.push(await timeMs(() => exportTo(engine, target)));
      }),
    );
    const zip = join(folder, 'theirs.zip');
    rmSync(zip, { force: true });
    theirs.push(
      await timeMs(async () =>
        execFileSync('zip', ['-0', '-q', '-r', zip, 'videos'], { cwd: library }),
      ),
    );
  }
  await engine.remove();
  rmSync(folder, { recursive: true, force: true });
  const speed = median(theirs) / median(ours);
  return {
    what: `Export of 2 GB, verified (memory +${(growth / megabyte).toFixed(0)} MB)`,
    ours: `${(2_000_000 / median(ours)).toFixed(0)} MB/s`,
    baseline: `${(2_000_000 / median(theirs)).toFixed(0)} MB/s (zip -0 -r)`,
    ratio: `${speed.toFixed(2)} ×`,
    target: 'at least 1.0 ×, under 100 MB',
    isMet: speed >= 1 && growth < 100 * megabyte,
  };
}

export async function exportTo(
  engine: Awaited<ReturnType<typeof startTestEngine>>,
  path: string,
): Promise<void> {
  const { taskId } = await engine.call('archive.export', { grantId: engine.grant(path) });
  await engine.until(async () => {
    const task = await engine.call('tasks.get', { id: taskId });
    if (task.state === 'failed') throw new Error(task.error?.message ?? 'The export failed');
    return task.state === 'done' ? true : null;
  });
}
