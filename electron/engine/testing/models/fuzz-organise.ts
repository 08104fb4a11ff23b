// Runs the model-based test of keeping clips in order; see fuzz-command.ts.
import { fuzzCommand } from './fuzz-command.ts';
import { fuzzOrganise } from './run-organise-model.ts';

await fuzzCommand({
  of: 'keeping clips in order',
  usualRuns: 1000,
  tellEvery: 500,
  fuzz: fuzzOrganise,
});
