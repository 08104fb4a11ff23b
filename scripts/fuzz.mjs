// `npm run fuzz`: the model-based tests, with as many runs as one likes (`-- organise --runs 5000 --seed 7`). Without a subject
// that of jobs.
import { join } from 'node:path';
import { runMain, SetupProblem } from './problem.mjs';
import { runNode } from './tool.mjs';

const models = join('electron', 'engine', 'testing', 'models');
const subjects = new Map([
  ['jobs', join(models, 'fuzz-jobs.ts')],
  ['organise', join(models, 'fuzz-organise.ts')],
  ['sync', join(models, 'fuzz-sync.ts')],
  ['archive', join('electron', 'engine', 'archive', 'testing', 'fuzz-archive.ts')],
]);

await runMain(async () => {
  const [first = '', ...others] = process.argv.slice(2);
  const [subject, options] =
    first === '' || first.startsWith('-') ? ['jobs', process.argv.slice(2)] : [first, others];
  const script = subjects.get(subject);
  if (!script) {
    throw new SetupProblem(
      `There is no model-based test of "${subject}".`,
      `Take one of: ${[...subjects.keys()].join(', ')}`,
    );
  }
  return (await runNode(script, options, { show: true })).code;
});
