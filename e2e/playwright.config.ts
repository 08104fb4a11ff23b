// The runner for real-Electron journeys. One at a time, since each starts a whole app; `npm test` has two workers (scripts/journeys.mjs).
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: [
    'journeys/**/*.e2e.ts',
    'failures/**/*.e2e.ts',
    'security/**/*.e2e.ts',
    'accessibility/**/*.e2e.ts',
  ],
  outputDir: '../test-results/e2e',
  workers: 1,
  fullyParallel: true, // where there are two workers: whoever is free takes the next journey
  retries: 0,
  timeout: 420_000, // a slow machine with two cores takes three times as long as one that is alone
  expect: { timeout: 30_000 },
  reporter: [['list']],
  forbidOnly: true,
});
