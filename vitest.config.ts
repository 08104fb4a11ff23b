// Unit and integration tests; the real-Electron journeys have their own runner in e2e/.
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { stampDir } from './scripts/paths.mjs';

/** With a database, a server or a process; each file has a process of its own. */
const real = ['integration', 'exploit'].map((kind) => `**/*.${kind}.test.{ts,mjs}`);

export default defineConfig({
  test: {
    environment: 'node',
    // Hundreds of processes are started on the same sources, which are compiled once for all of them.
    env: { NODE_COMPILE_CACHE: join(stampDir, 'compiled') },
    pool: 'forks',
    // For what hangs. A busy machine takes many times as long as one that is alone.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000 } },
    fileParallelism: true,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: [
            'shared/**/*.test.ts',
            'electron/**/*.test.ts',
            'renderer/**/*.test.{ts,tsx}',
            'scripts/**/*.test.mjs',
          ],
          exclude: real,
          isolate: false, // to start a process and to load the sources again takes longer than what is tested
        },
      },
      { extends: true, test: { name: 'real', include: real, exclude: ['node_modules/**'] } },
    ],
  },
});
