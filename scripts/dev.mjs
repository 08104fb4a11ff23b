// `npm run dev`: the renderer from Vite's development server, everything else rebuilt and Electron started again
// when a source changes. Ends when the window is closed or on Ctrl-C.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { endChild } from './child.mjs';
import { hasDisplay } from './display.mjs';
import { electronFlags } from './electron-runtime.mjs';
import { findElectron, launchVariables } from './launch.mjs';
import { rootDir } from './paths.mjs';
import { runMain, SetupProblem } from './problem.mjs';

const watched = ['electron', 'shared'];
const targets = ['preload', 'main', 'engine', 'gateway'];
const settleMs = 150;

await runMain(async () => {
  if (!hasDisplay()) {
    throw new SetupProblem('`npm run dev` opens a window, and there is no display here.');
  }
  const runtime = await findElectron();
  // Loaded here, not above: Vite is installed only after the bootstrap.
  const { createBuilder, createServer } = await import('vite');
  const configFile = join(rootDir, 'vite.config.ts');
  const server = await createServer({ configFile, clearScreen: false });
  await server.listen();
  const env = {
    ...process.env,
    ...launchVariables(runtime),
    KLING5_DEV_URL: server.resolvedUrls.local[0],
  };
  await buildTargets(createBuilder, configFile);
  const app = restartable(() =>
    spawn(runtime.executable, [...electronFlags(), rootDir, ...process.argv.slice(2)], {
      cwd: rootDir,
      env,
      stdio: 'inherit',
    }),
  );
  const stopWatching = onChange(async () => {
    try {
      await buildTargets(createBuilder, configFile);
      await app.restart();
    } catch (error) {
      console.error(error.message); // A half-written source: wait for the next change.
    }
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void app.stop());
  const code = await app.ended;
  stopWatching();
  await server.close();
  return code;
});

async function buildTargets(createBuilder, configFile) {
  const builder = await createBuilder({ configFile, logLevel: 'warn' });
  for (const target of targets) await builder.build(builder.environments[target]);
}

/** Runs one process at a time; `ended` resolves when it ends without having been asked to restart. */
function restartable(start) {
  let finish;
  const ended = new Promise((resolve) => (finish = resolve));
  let child;
  const launch = () => {
    const current = start();
    child = current;
    current.once('close', (code) => current === child && finish(code ?? 0));
  };
  launch();
  return {
    ended,
    async restart() {
      const previous = child;
      child = undefined;
      await endChild(previous);
      launch();
    },
    stop: () => (child ? endChild(child) : finish(0)),
  };
}

/** Calls `act` once things are quiet after a change, never twice at a time. Returns the end of it. */
function onChange(act) {
  let timer;
  let running = Promise.resolve();
  const schedule = (_event, name) => {
    if (/\.test\.|tsconfig/.test(name ?? '')) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(act);
    }, settleMs);
  };
  const watchers = watched.map((folder) =>
    watch(join(rootDir, folder), { recursive: true }, schedule),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
