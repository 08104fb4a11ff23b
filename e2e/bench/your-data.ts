// A library of 100,000 clips and 20,000 files of half a megabyte: exported, verified, imported, looked at and wiped, each against the
// plain tools on the same files. Wants 45 GB of free disk and takes some minutes.
import { execFileSync } from 'node:child_process';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { verifyArchive } from '../../electron/engine/archive/verify/verify.ts';
import { runPendingWipe } from '../../electron/engine/erasure/run-wipe.ts';
import { startTestEngine, type TestEngine } from '../../electron/engine/testing/start-engine.ts';
import { launchStudio, temporaryFolder } from '../launch.ts';
import { finishFirstRun } from '../main-job.ts';
import { Navigation, YourDataScreen } from '../pages/studio-pages.ts';
import { exportTo } from './export.ts';
import { type BenchRow, median, timeMs } from './measure.ts';
import { memoryGrowth } from './memory.ts';
import { fillLibrary } from './sample-library.ts';

const clips = 100_000;
const files = 20_000;
const fileBytes = 500_000;
const megabyte = 1_000_000;
const totalBytes = files * fileBytes;

interface Bench {
  readonly folder: string;
  readonly home: string;
  readonly archive: string;
}

const shell = (script: string, ...values: readonly string[]) =>
  timeMs(async () => execFileSync('sh', ['-c', script, 'sh', ...values]));
/** Nothing of what came before is still on its way to the disk. */
const settle = () => execFileSync('sync');
/** Both sides find the file in memory as far as it fits there. */
const warm = (file: string) => execFileSync('sh', ['-c', 'cat "$1" >/dev/null', 'sh', file]);
const speedOf = (ms: number) => `${(totalBytes / 1000 / ms).toFixed(0)} MB/s`;
const secondsOf = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

export async function benchYourData(): Promise<BenchRow[]> {
  const folder = temporaryFolder('data');
  const bench = { folder, home: join(folder, 'home'), archive: join(folder, 'ours.zip') };
  try {
    const engine = await startTestEngine({ cloud: null, folder: bench.home });
    fillLibrary(engine.engine, { count: clips, files, fileBytes, library: engine.library });
    const exported = await benchExportAll(bench, engine);
    await engine.close();
    const verified = await benchVerify(bench);
    const opened = await benchOpen(bench);
    rmSync(bench.home, { recursive: true });
    const imported = await benchImport(bench);
    const wiped = await benchWipe(bench);
    return [...exported, verified, imported, wiped, opened];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Against `zip` as it is, which neither syncs nor looks at what it wrote, and against all three done with plain tools. */
async function benchExportAll({ folder, archive }: Bench, engine: TestEngine): Promise<BenchRow[]> {
  let ours = 0;
  settle();
  const { own, resident } = await memoryGrowth(async () => {
    ours = await timeMs(() => exportTo(engine, archive));
  });
  const { library } = engine;
  const theirs = join(folder, 'theirs.zip');
  settle();
  const zip = await shell('cd "$1" && zip -0 -q -r "$2" .', library, theirs);
  const rest = await shell('sync "$1" && unzip -tq "$1"', theirs);
  rmSync(theirs);
  const copy = await shell('cp -r "$1" "$2"', library, join(folder, 'copy'));
  rmSync(join(folder, 'copy'), { recursive: true });
  const ratio = zip / ours;
  const megabytes = (bytes: number) => (bytes / megabyte).toFixed(0);
  return [
    {
      what: `Export of 10 GB, 100,000 rows, verified (memory +${megabytes(own)} MB; resident +${megabytes(resident)} MB)`,
      ours: speedOf(ours),
      baseline: `${speedOf(zip)} (zip -0 -r), ${speedOf(copy)} (cp -r)`,
      ratio: `${ratio.toFixed(2)} ×`,
      target: 'at least 1.3 ×, under 100 MB',
      isMet: ratio >= 1.3 && own < 100 * megabyte,
    },
    {
      what: 'The same against zip, sync and unzip -t',
      ours: speedOf(ours),
      baseline: `${speedOf(zip + rest)} (zip -0 -r; sync; unzip -tq)`,
      ratio: `${((zip + rest) / ours).toFixed(2)} ×`,
      target: 'at least 1.3 ×',
      isMet: (zip + rest) / ours >= 1.3,
    },
  ];
}

async function benchVerify({ archive }: Bench): Promise<BenchRow> {
  settle();
  warm(archive);
  const ours = await timeMs(async () => {
    const { ok } = await verifyArchive(archive);
    if (!ok) throw new Error('The archive is not whole');
  });
  const sha256sum = await shell('sha256sum "$1"', archive);
  const ratio = sha256sum / ours;
  return {
    what: `Verify of the archive (${(statSync(archive).size / 1e9).toFixed(1)} GB)`,
    ours: speedOf(ours),
    baseline: `${speedOf(sha256sum)} (sha256sum)`,
    ratio: `${ratio.toFixed(2)} ×`,
    target: 'at least 1.5 ×',
    isMet: ratio >= 1.5,
  };
}

/** From the click to the first full view, in an app that has been looked at before. */
async function benchOpen({ home }: Bench): Promise<BenchRow> {
  const { window, quit } = await launchStudio({ home });
  await finishFirstRun(window);
  const navigation = new Navigation(window);
  const { exportEverything } = new YourDataScreen(window);
  const times: number[] = [];
  for (let run = 0; run < 6; run += 1) {
    times.push(
      await timeMs(async () => {
        await navigation.open('Your data');
        await exportEverything.waitFor();
        await window.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
      }),
    );
    await navigation.open('Settings');
  }
  await quit();
  const ours = median(times.slice(1));
  return {
    what: 'Your data opens, at 100,000 rows',
    ours: `${ours.toFixed(0)} ms (first time ${(times[0] ?? 0).toFixed(0)})`,
    baseline: '–',
    ratio: '–',
    target: 'under 300 ms',
    isMet: ours < 300,
  };
}

async function benchImport({ folder, home, archive }: Bench): Promise<BenchRow> {
  const engine = await startTestEngine({ cloud: null, folder: home });
  settle();
  warm(archive);
  const ours = await timeMs(async () => {
    const { taskId } = await engine.call('archive.import', { grantId: engine.grant(archive) });
    await engine.until(async () => {
      const task = await engine.call('tasks.get', { id: taskId });
      if (task.state === 'failed') throw new Error(task.error?.message ?? 'The import failed');
      return task.state === 'done' ? true : null;
    });
  });
  const { total } = await engine.call('library.count', {});
  await engine.close();
  if (total !== clips) throw new Error(`${total} clips were imported`);
  const place = join(folder, 'unzipped');
  settle();
  warm(archive);
  const theirs = await shell(
    'unzip -q "$1" -d "$2" && cd "$2" && find . -type f -print0 | xargs -0 sha256sum > ../sums',
    archive,
    place,
  );
  rmSync(place, { recursive: true });
  const ratio = theirs / ours;
  return {
    what: 'Import of the archive',
    ours: speedOf(ours),
    baseline: `${speedOf(theirs)} (unzip, then sha256sum)`,
    ratio: `${ratio.toFixed(2)} ×`,
    target: 'at least 1.0 ×',
    isMet: ratio >= 1,
  };
}

async function benchWipe({ folder, home }: Bench): Promise<BenchRow> {
  const copy = join(folder, 'copy');
  execFileSync('cp', ['-r', home, copy]);
  const engine = await startTestEngine({ cloud: null, folder: home });
  const { planId } = await engine.call('erasure.plan', {});
  await engine.call('erasure.order', { planId, alsoCloud: false });
  await engine.close();
  execFileSync('sync');
  const ours = await timeMs(async () => {
    const receipt = await runPendingWipe({
      home,
      now: () => new Date(),
      deleteSecrets: async () => 0,
    });
    if (receipt?.remaining.length !== 0) throw new Error('The wipe has left something');
  });
  const theirs = await shell('rm -rf "$1"', copy);
  const ratio = ours / theirs;
  return {
    what: 'Wipe of that library, verified by inventory',
    ours: secondsOf(ours),
    baseline: `${secondsOf(theirs)} (rm -rf)`,
    ratio: `${ratio.toFixed(2)} ×`,
    target: 'at most 1.5 ×, plus verification',
    isMet: ratio <= 1.5,
  };
}
