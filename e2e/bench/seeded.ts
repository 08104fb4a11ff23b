// Homes with seeded libraries, made by the command that anyone can run. They are kept between runs when KLING5_BENCH_HOMES names a
// folder: a million rows take minutes.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectFolder, temporaryFolder } from '../launch.ts';

const benchSeed = 1;
const kept = process.env['KLING5_BENCH_HOMES'];

export interface SeededHome {
  readonly home: string;
  readonly remove: () => void;
}

/** Rows in the tables that are measured; fewer can be named in KLING5_BENCH_ROWS, with commas. */
export const rowCounts: readonly number[] = (
  process.env['KLING5_BENCH_ROWS'] ?? '1000,10000,100000,1000000'
)
  .split(',')
  .map(Number);

/** The largest of the usual sizes for a window. */
export const windowRows = Math.min(100_000, Math.max(...rowCounts));

export async function seededHome(count: number): Promise<SeededHome> {
  const home = kept ? join(kept, `${count}-${benchSeed}`) : temporaryFolder('seeded');
  const isThere = existsSync(join(home, 'seeded'));
  if (!isThere) await seed(home, count);
  return {
    home,
    remove: () => {
      if (!kept) rmSync(home, { recursive: true, force: true });
    },
  };
}

async function seed(home: string, count: number): Promise<void> {
  rmSync(home, { recursive: true, force: true });
  console.error(`  seeding ${count} clips …`);
  const command = join(projectFolder, 'scripts', 'kling5.mjs');
  const args = ['seed', '--count', String(count), '--seed', String(benchSeed), '--home', home];
  await promisify(execFile)(process.execPath, [command, ...args]);
  mkdirSync(join(home, 'seeded'));
}

export const countWords = (count: number) => count.toLocaleString('en-US');
