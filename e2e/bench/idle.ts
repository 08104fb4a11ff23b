// What an engine costs that has nothing to do, against a Node process that does nothing at all. Reads /proc, so Linux alone.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { forkEngine } from '../../electron/engine/testing/fork-engine.ts';
import { demoDraft } from '../../electron/engine/testing/start-engine.ts';
import { startTestGateway } from '../../electron/gateway/testing/start-gateway.ts';
import { temporaryFolder } from '../launch.ts';
import type { BenchRow } from './measure.ts';

const watchedMs = 60_000;
/**
 * What follows a start and a job: the balance, the first look for clips made elsewhere, the backup of the day, the rules for tidying up,
 * and Node's own collection of garbage, which waits until a process has been quiet for minutes.
 */
const settledMs = 240_000;
/** Of the kernel, on every Linux that Node runs on. */
const ticksPerSecond = 100;

interface Cost {
  readonly cpuMs: number;
  readonly wakes: number;
}

export async function benchIdle(): Promise<BenchRow> {
  if (process.platform !== 'linux') return skipped;
  const folder = temporaryFolder('idle');
  const gateway = await startTestGateway();
  const engine = forkEngine(folder, gateway);
  await engine.call('profile.confirmAge', {});
  await engine.call('cloud.refresh', {});
  await engine.call('generations.create', { ...demoDraft, takes: 4 });
  while ((await engine.call('generations.queue', {})).active.length > 0) await wait(100);
  const nothing = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 2 ** 31 - 1)']);
  await wait(settledMs);
  const [ours, theirs] = await Promise.all([watch(engine.pid), watch(nothing.pid ?? 0)]);
  nothing.kill();
  await engine.stop();
  await gateway.close();
  rmSync(folder, { recursive: true, force: true });
  return {
    what: `Idle engine (wakes ${perMinute(ours.wakes)} times a minute)`,
    ours: `${perMinute(ours.cpuMs)} ms CPU a minute`,
    baseline: `${perMinute(theirs.cpuMs)} ms (idle Node, wakes ${perMinute(theirs.wakes)} times)`,
    ratio: '–',
    target: 'at most 60 ms (0.1 %)',
    isMet: Number(perMinute(ours.cpuMs)) <= 60,
  };
}

const skipped: BenchRow = {
  what: 'Idle engine',
  ours: '–',
  baseline: '–',
  ratio: '–',
  target: 'Linux only',
  isMet: true,
};

async function watch(pid: number): Promise<Cost> {
  const before = readCost(pid);
  await wait(watchedMs);
  const after = readCost(pid);
  return { cpuMs: after.cpuMs - before.cpuMs, wakes: after.wakes - before.wakes };
}

/** Of all threads of a process since its start. */
function readCost(pid: number): Cost {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  const wakes = readdirSync(`/proc/${pid}/task`).map((thread) => {
    const status = readFileSync(`/proc/${pid}/task/${thread}/status`, 'utf8');
    return Number(/^voluntary_ctxt_switches:\s+(\d+)/m.exec(status)?.[1] ?? 0);
  });
  return {
    cpuMs: (ticks * 1000) / ticksPerSecond,
    wakes: wakes.reduce((sum, count) => sum + count, 0),
  };
}

function perMinute(amount: number): string {
  return ((amount * 60_000) / watchedMs).toFixed(0);
}
