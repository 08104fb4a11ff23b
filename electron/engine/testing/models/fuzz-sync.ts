// Runs the model-based test of clips made elsewhere; see fuzz-command.ts.
import { fuzzCommand } from './fuzz-command.ts';
import { fuzzSync } from './run-sync-model.ts';

await fuzzCommand({ of: 'clips made elsewhere', usualRuns: 300, tellEvery: 50, fuzz: fuzzSync });
