// The type check of every environment with its own tsconfig, two at a time. What was found out is kept beside the packages, so that
// the next check only looks at what changed.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { modulesDir, rootDir } from './paths.mjs';
import { runTool } from './tool.mjs';

const atOnce = 2;

/** Every folder with a tsconfig.json, at most two levels deep, that holds TypeScript. */
function typecheckedFolders(root = rootDir) {
  const top = ['shared', 'renderer', 'e2e'];
  const nested = readdirSync(join(root, 'electron')).map((name) => join('electron', name));
  return [...top, ...nested].filter(
    (folder) =>
      existsSync(join(root, folder, 'tsconfig.json')) && hasTypeScript(join(root, folder)),
  );
}

/** Resolves to `{ code, output, interrupted }` for all folders together. */
export async function typecheck() {
  const waiting = typecheckedFolders();
  const results = [];
  const work = async () => {
    for (let folder = waiting.shift(); folder; folder = waiting.shift()) {
      results.push(await runTool('tsc', ['-p', folder, '--pretty', 'false', ...memoryOf(folder)]));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return {
    code: Math.max(0, ...results.map((result) => result.code)),
    output: results.map((result) => result.output).join(''),
    interrupted: results.find((result) => result.interrupted)?.interrupted,
  };
}

function memoryOf(folder) {
  const name = `${folder.replaceAll(/[/\\]/g, '-')}.tsbuildinfo`;
  return ['--incremental', '--tsBuildInfoFile', join(modulesDir, '.cache', 'types', name)];
}

function hasTypeScript(folder) {
  return readdirSync(folder, { recursive: true }).some((name) => /\.tsx?$/.test(String(name)));
}
