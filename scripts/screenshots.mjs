// `npm run screenshots`: pictures of every screen, for looking at.
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { findElectron, launchVariables } from './launch.mjs';
import { runMain } from './problem.mjs';
import { withSession } from './session.mjs';
import { runNode } from './tool.mjs';

await runMain(async () => {
  const runtime = await findElectron();
  await ensureBuilt();
  return withSession(async (env) => {
    const result = await runNode(join('e2e', 'screenshots.ts'), process.argv.slice(2), {
      env: { ...env, ...launchVariables(runtime) },
      show: true,
    });
    return result.code;
  });
});
