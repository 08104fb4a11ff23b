// Rounds of chaos over every failpoint: `--seeds` each, from `--seed` on, `--only` one place, `--at-once` side by side. Prints a
// table; the exit code is 1 when a book does not add up, and the command that plays such a round again is printed.
import { parseArgs } from 'node:util';
import { type ChaosFailpoint, chaosFailpoints, playRound } from './chaos-round.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    'at-once': { type: 'string', default: '2' },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const places = chaosFailpoints.filter((name) => values.only === undefined || name === values.only);
const seeds = Array.from(
  { length: Number(values.seeds) },
  (_, index) => Number(values.seed) + index,
);

interface Tally {
  rounds: number;
  deaths: number;
  jobs: number;
  delivered: number;
  problems: number;
}

const startedAt = performance.now();
const tallies = new Map<ChaosFailpoint, Tally>();
const rounds = places.flatMap((name) => seeds.map((seed) => ({ name, seed })));

async function work(): Promise<void> {
  for (let round = rounds.shift(); round; round = rounds.shift()) {
    const { name, seed } = round;
    const result = await playRound(name, seed);
    const tally = tallies.get(name) ?? { rounds: 0, deaths: 0, jobs: 0, delivered: 0, problems: 0 };
    tally.rounds += 1;
    tally.deaths += Number(result.hasDied);
    tally.jobs += result.jobs;
    tally.delivered += result.delivered;
    tally.problems += result.problems.length;
    tallies.set(name, tally);
    for (const problem of result.problems) {
      say(`${name}, seed ${seed}: ${problem}`);
      say(`  npm run chaos -- --only '${name}' --seed ${seed} --seeds 1`);
    }
  }
}
await Promise.all(Array.from({ length: Number(values['at-once']) }, work));

const sum = (pick: (tally: Tally) => number) =>
  [...tallies.values()].reduce((total, tally) => total + pick(tally), 0);
const row = (name: string, { rounds: count, deaths, jobs, delivered, problems }: Tally) =>
  `${name.padEnd(26)} ${[count, deaths, jobs, delivered, problems].map((figure) => String(figure).padStart(9)).join(' ')}`;
say(`${'place'.padEnd(26)}    rounds    deaths      jobs delivered  problems`);
for (const name of places) {
  const tally = tallies.get(name);
  if (tally) say(row(name, tally));
}
const all: Tally = {
  rounds: sum(({ rounds: count }) => count),
  deaths: sum(({ deaths }) => deaths),
  jobs: sum(({ jobs }) => jobs),
  delivered: sum(({ delivered }) => delivered),
  problems: sum(({ problems }) => problems),
};
say(row('all', all));
say(`${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
if (all.problems > 0) process.exitCode = 1;
