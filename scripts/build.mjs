// Builds the app into out/ when its sources are newer than what was built last.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readNote, writeNote } from './bootstrap/note.mjs';
import { rootDir, stampDir } from './paths.mjs';
import { SetupProblem } from './problem.mjs';
import { runTool } from './tool.mjs';

const sources = ['electron', 'renderer', 'resources', 'shared', 'vite.config.ts', 'package.json'];
const main = join(rootDir, 'out', 'main', 'main.js');
const noteFile = join(stampDir, 'build.json');

export async function ensureBuilt({ say = console.error } = {}) {
  const state = sourceState();
  if (existsSync(main) && readNote(noteFile)?.state === state) return;
  say('Building the app…');
  const result = await build();
  if (result.code === 0) return;
  throw new SetupProblem(`The app could not be built.\n${result.output.trim()}`);
}

/** Builds in any case. Resolves to the result of the build tool. */
export async function build() {
  const state = sourceState();
  const result = await runTool('vite', ['build', '--app', '--logLevel', 'warn'], {
    env: { ...process.env, NO_COLOR: '1' },
  });
  if (result.code === 0) writeNote(noteFile, { state });
  return result;
}

/** Changes when a source file is added, removed, or written. */
function sourceState() {
  const hash = createHash('sha256');
  for (const source of sources) addTo(hash, join(rootDir, source));
  return hash.digest('hex');
}

function addTo(hash, path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return;
  if (!stats.isDirectory()) {
    if (!/\.test\.tsx?$/.test(path)) hash.update(`${path}\0${stats.size}\0${stats.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(path).toSorted()) addTo(hash, join(path, name));
}
