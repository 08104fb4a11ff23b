// `npm start`: opens the app. Without a display nobody could use it, so there it is driven through its main job once,
// on a virtual display: `--keep` keeps it open afterwards. Other arguments go to the app.
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { run } from './child.mjs';
import { hasDisplay } from './display.mjs';
import { describeRuntime, electronFlags } from './electron-runtime.mjs';
import { findElectron, launchVariables } from './launch.mjs';
import { rootDir } from './paths.mjs';
import { runMain } from './problem.mjs';
import { withSession } from './session.mjs';
import { runNode } from './tool.mjs';

await runMain(async () => {
  const args = process.argv.slice(2);
  const runtime = await findElectron();
  await ensureBuilt();
  if (runtime.isFallback) console.error(`Using ${describeRuntime(runtime)}.`);
  return hasDisplay() ? open(runtime, args) : demonstrate(runtime, args);
});

async function open(runtime, args) {
  const env = { ...process.env, ...launchVariables(runtime) };
  const result = await run(runtime.executable, [...electronFlags(), rootDir, ...args], {
    cwd: rootDir,
    env,
    show: true,
    stdin: 'inherit',
  });
  return result.code;
}

function demonstrate(runtime, args) {
  console.error(
    'No display here, so the app runs on a virtual one and is shown its main job once.',
  );
  return withSession(async (env) => {
    const result = await runNode(join('e2e', 'demonstration.ts'), args, {
      env: { ...env, ...launchVariables(runtime) },
      show: true,
    });
    return result.code;
  });
}
