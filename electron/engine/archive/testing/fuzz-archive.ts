// Round trips of generated libraries: `--runs` and `--seed` as arguments. Prints what was seen; the exit code is 1 when something was
// lost, and the seed to see it again is printed then.
import { parseArgs } from 'node:util';
import { goRound } from './round-trip.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '500' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);

const runs = Number(values.runs);
const first = Number(values.seed);
const seen = { libraries: 0, lines: 0, mediaFiles: 0 };
say(`Round trips of archives: ${runs} libraries, seeds from ${first}`);
for (let seed = first; seed < first + runs && process.exitCode === undefined; seed += 1) {
  const { lines, mediaFiles, problems } = await goRound(seed);
  seen.libraries += 1;
  seen.lines += lines;
  seen.mediaFiles += mediaFiles;
  if (seen.libraries % 50 === 0) say(JSON.stringify(seen));
  if (problems.length === 0) continue;
  for (const problem of problems) say(problem);
  say(`Again with: npm run fuzz -- archive --runs 1 --seed ${seed}`);
  process.exitCode = 1;
}
if (process.exitCode === undefined) say(`Passed: ${JSON.stringify(seen)}`);
