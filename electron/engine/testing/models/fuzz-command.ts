// A model-based test as a command: `--runs` and `--seed` as arguments. Prints what was seen; the exit code is 1 when something did not add
// up, and the seed and path to see it again are printed then.
import { parseArgs } from 'node:util';

export interface FuzzRequest {
  readonly runs: number;
  readonly seed: number;
  readonly path?: string;
  readonly onRun: (done: number, sums: unknown) => void;
}

export interface FuzzCommand {
  /** What it is a test of. */
  readonly of: string;
  readonly usualRuns: number;
  /** Tells of every so many. */
  readonly tellEvery: number;
  readonly fuzz: (request: FuzzRequest) => Promise<unknown>;
}

export async function fuzzCommand({ of, usualRuns, tellEvery, fuzz }: FuzzCommand): Promise<void> {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: String(usualRuns) },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      path: { type: 'string' },
    },
  });
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const startedAt = performance.now();
  say(`Model-based test of ${of}: ${values.runs} runs, seed ${values.seed}`);
  try {
    const seen = await fuzz({
      runs: Number(values.runs),
      seed: Number(values.seed),
      ...(values.path === undefined ? {} : { path: values.path }),
      onRun: (done, sums) => {
        if (done % tellEvery === 0) say(`${done} runs: ${JSON.stringify(sums)}`);
      },
    });
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
    say(`Passed in ${seconds} s: ${JSON.stringify(seen)}`);
  } catch (thrown) {
    say(thrown instanceof Error ? thrown.message : String(thrown));
    process.exitCode = 1;
  }
}
