// Sets a fresh machine up before `npm start`, `npm test` and the other commands: system packages, npm packages,
// the keychain bridge, the Electron runtime. Plain JavaScript without dependencies, since nothing is installed yet.
// When everything is in place it only looks at a few files. Progress goes to stderr: stdout belongs to the command.
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { ensureKeychainBridge } from './bootstrap/keychain-bridge.mjs';
import { requireNode } from './bootstrap/node-version.mjs';
import { ensureSystemPackages } from './bootstrap/system-packages.mjs';
import { describeRuntime, presentElectron, resolveElectron } from './electron-runtime.mjs';
import { runMain } from './problem.mjs';

const say = (line) => console.error(line);

await runMain(async () => {
  requireNode(process.versions.node);
  await ensureSystemPackages({ forTests: process.argv.includes('--for-tests'), say });
  await ensureDependencies({ say });
  await ensureKeychainBridge({ say });
  if (!presentElectron()) {
    const runtime = await resolveElectron({ say });
    say(`Using ${describeRuntime(runtime)}.`);
  }
});
