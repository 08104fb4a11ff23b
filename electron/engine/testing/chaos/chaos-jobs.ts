// Rounds of chaos over every failpoint: `--seeds` each, from `--seed` on, `--only` one place, `--at-once` side by side, with
// `--power-cut` each death takes with it what was not made durable. Prints a table, also of what was played until a SIGTERM; the exit
// code is 1 when a book does not add up, and the command that plays such a round again is printed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ChaosFailpoint, chaosFailpoints } from './chaos-places.ts';
import { playRound } from './chaos-round.ts';
import { buildNoteTaker } from '../power-cut/power-cut.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    'at-once': { type: 'string', default: '2' },
    'power-cut': { type: 'boolean', default: false },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const places = chaosFailpoints.filter((name) => values.only === undefined || name === values.only);
if (places.length === 0) {
  say(`There is no such place. There are: ${chaosFailpoints.join(', ')}`);
  process.exit(2);
}
const seeds = Array.from(
  { length: Number(values.seeds) },
  (_, index) => Number(values.seed) + index,
);

const columns = [
  'rounds',
  'died there',
  'kills',
  'taken back',
  'jobs',
  'delivered',
  'violations',
] as const;
type Tally = Record<(typeof columns)[number], number>;
const nothing: Tally = {
  rounds: 0,
  'died there': 0,
  kills: 0,
  'taken back': 0,
  jobs: 0,
  delivered: 0,
  violations: 0,
};
const add = (one: Tally, other: Tally): Tally => ({
  rounds: one.rounds + other.rounds,
  'died there': one['died there'] + other['died there'],
  kills: one.kills + other.kills,
  'taken back': one['taken back'] + other['taken back'],
  jobs: one.jobs + other.jobs,
  delivered: one.delivered + other.delivered,
  violations: one.violations + other.violations,
});

const tallies = new Map<ChaosFailpoint, Tally>();
// seed by seed, so that a game that is ended early has been at every place
const rounds = seeds.flatMap((seed) => places.map((name) => ({ name, seed })));
process.once('SIGTERM', () => rounds.splice(0));

const workshop = mkdtempSync(join(tmpdir(), 'kling5-note-taker-'));
const options = values['power-cut'] ? { noteTaker: buildNoteTaker(workshop) } : {};

async function playOne(name: ChaosFailpoint, seed: number): Promise<Tally> {
  const again = `npm run chaos -- --only '${name}' --seed ${seed} --seeds 1${values['power-cut'] ? ' --power-cut' : ''}`;
  try {
    const round = await playRound(name, seed, options);
    const { hasDied, kills, takenBack, jobs, delivered, problems } = round;
    for (const problem of problems) say(`${name}, seed ${seed}: ${problem}\n  ${again}`);
    const violations = problems.length;
    return {
      rounds: 1,
      'died there': Number(hasDied),
      kills,
      'taken back': takenBack,
      jobs,
      delivered,
      violations,
    };
  } catch (thrown) {
    // a library that does not open again, for example
    say(`${name}, seed ${seed}: ${String(thrown)}\n  ${again}`);
    return { ...nothing, rounds: 1, violations: 1 };
  }
}

let done = 0;
async function work(): Promise<void> {
  for (let round = rounds.shift(); round; round = rounds.shift()) {
    const tally = await playOne(round.name, round.seed);
    tallies.set(round.name, add(tallies.get(round.name) ?? nothing, tally));
    done += 1;
    if (done % 100 === 0) say(`${done} rounds of ${done + rounds.length}`);
  }
}

const startedAt = performance.now();
await Promise.all(Array.from({ length: Number(values['at-once']) }, work));

rmSync(workshop, { recursive: true });

const row = (name: string, cells: readonly (string | number)[]) =>
  [name.padEnd(24), ...cells.map((cell) => String(cell).padStart(11))].join('');
const cellsOf = (tally: Tally) => columns.map((column) => tally[column]);
const all = [...tallies.values()].reduce(add, nothing);
say(row('failpoint', columns));
for (const name of places) say(row(name, cellsOf(tallies.get(name) ?? nothing)));
say(row('all', cellsOf(all)));
say(`${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
if (all.violations > 0) process.exitCode = 1;
