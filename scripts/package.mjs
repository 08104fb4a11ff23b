// `npm run package`: makes installers with the official Electron. On a machine that only has the fallback runtime it
// packs an unpacked folder for tests instead, since that runtime is never given to users.
// Arguments go to electron-builder.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { describeRuntime } from './electron-runtime.mjs';
import { findElectron } from './launch.mjs';
import { runMain } from './problem.mjs';
import { runTool } from './tool.mjs';

await runMain(async () => {
  const args = process.argv.slice(2);
  const runtime = await findElectron();
  await ensureBuilt();
  if (!runtime.isFallback) return pack(args);
  console.error(`Using ${describeRuntime(runtime)}. The result is for tests only.`);
  const dist = plainCopy(dirname(runtime.executable));
  try {
    return await pack([
      '--linux',
      'dir',
      `--config.electronDist=${dist}`,
      `--config.electronVersion=${runtime.version}`,
      ...args,
    ]);
  } finally {
    rmSync(dist, { recursive: true, force: true });
  }
});

async function pack(args) {
  const result = await runTool('electron-builder', ['--publish', 'never', ...args], { show: true });
  return result.code;
}

/** A copy without the loader of the fallback runtime: the packed app must hold nothing but itself. */
function plainCopy(dist) {
  const copy = mkdtempSync(join(tmpdir(), 'kling5-electron-'));
  const left = [join(dist, 'resources', 'app'), join(dist, '.prepared')];
  cpSync(dist, copy, { recursive: true, filter: (path) => !left.includes(path) });
  return copy;
}
