// Runs a command of node_modules/.bin (vite, tsc, vitest …) under Node 24, in the project's folder.
import { run } from './child.mjs';
import { rootDir, toolEnvironment } from './paths.mjs';

/** As `run` in child.mjs; `env` is completed, not replaced. */
export function runTool(name, args, { env = process.env, ...options } = {}) {
  return run(name, args, {
    cwd: rootDir,
    env: toolEnvironment(env),
    // Commands are .cmd files on Windows, which only a shell can start.
    shell: process.platform === 'win32',
    ...options,
  });
}

/** Runs one of our TypeScript or JavaScript files under Node 24. */
export function runNode(file, args, options) {
  return runTool('node', [file, ...args], options);
}
