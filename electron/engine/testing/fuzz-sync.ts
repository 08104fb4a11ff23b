// Runs the model-based test of clips made elsewhere: `--runs` and `--seed` as arguments. Prints what was seen; the exit code is 1 when
// something did not add up, and the seed and path to see it again are printed then.
import { parseArgs } from 'node:util';
import { fuzzSync } from './run-sync-model.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '300' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    path: { type: 'string' },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);

const seed = Number(values.seed);
const startedAt = performance.now();
say(`Model-based test of clips made elsewhere: ${values.runs} runs, seed ${seed}`);
try {
  const seen = await fuzzSync({
    runs: Number(values.runs),
    seed,
    ...(values.path === undefined ? {} : { path: values.path }),
    onRun: (done, sums) => {
      if (done % 50 === 0) say(`${done} runs: ${JSON.stringify(sums)}`);
    },
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  say(`Passed in ${seconds} s: ${JSON.stringify(seen)}`);
} catch (thrown) {
  say(thrown instanceof Error ? thrown.message : String(thrown));
  process.exitCode = 1;
}
