// Runs the model-based test of jobs; see fuzz-command.ts.
import { fuzzCommand } from './fuzz-command.ts';
import { fuzzJobs } from './run-job-model.ts';

await fuzzCommand({ of: 'jobs', usualRuns: 1000, tellEvery: 50, fuzz: fuzzJobs });
