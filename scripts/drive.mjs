// Runs a script that drives the real app: builds it, finds a runtime, brings up a display and a private keychain.
import { ensureBuilt } from './build.mjs';
import { findElectron, launchVariables } from './launch.mjs';
import { withSession } from './session.mjs';
import { runNode } from './tool.mjs';

/** Resolves to the exit code of the script, which gets this command's own arguments. */
export async function drive(script) {
  const runtime = await findElectron();
  await ensureBuilt();
  return withSession(async (env) => {
    const result = await runNode(script, process.argv.slice(2), {
      env: { ...env, ...launchVariables(runtime) },
      show: true,
    });
    return result.code;
  });
}
