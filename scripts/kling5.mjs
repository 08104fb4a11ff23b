#!/usr/bin/env node
// The `kling5` command: runs electron/cli/kling5.ts under the project's Node 24, with our stdin, stdout and stderr,
// and ends exactly as it does.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { forwardSignals, signalExitCode } from './child.mjs';
import { nodeExecutable, rootDir, stampDir } from './paths.mjs';

const entry = join(rootDir, 'electron', 'cli', 'kling5.ts');

if (!existsSync(nodeExecutable)) {
  console.error('kling5 is not set up yet. Run this once:');
  console.error(`  node "${join(rootDir, 'scripts', 'bootstrap.mjs')}"`);
  process.exitCode = 1;
} else {
  const args = [entry, ...process.argv.slice(2)];
  // `npm run` changes to the project's folder; relative paths mean the caller's.
  const cwd = process.env.npm_lifecycle_event === 'kling5' ? process.env.INIT_CWD : undefined;
  // What was compiled is kept: half of the time of a start is that.
  const env = { NODE_COMPILE_CACHE: join(stampDir, 'compiled'), ...process.env };
  const child = spawn(nodeExecutable, args, { cwd, env, stdio: 'inherit' });
  const forwarding = forwardSignals(child);
  child.once('error', (error) => {
    console.error(`kling5 could not start: ${error.message}`);
    process.exitCode = 1;
  });
  child.once('close', (code, signal) => {
    forwarding.stop();
    process.exitCode = code ?? signalExitCode(signal);
  });
}
