import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDatabase } from '../database/database.ts';
import { silentLog } from '../logging/log.ts';
import { watchLibrary } from './library-presence.ts';

let folder = '';
let marker = '';
const db = createDatabase(new BetterSqlite3(':memory:'), silentLog);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kling5-watch-'));
  marker = join(folder, 'marker');
  writeFileSync(marker, '');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Rings when told; each ring is a look at the disk, which ends with the next plan or with the end. */
function startWatch() {
  let planned: { readonly delayMs: number; readonly ring: () => void } | null = null;
  let gone = 0;
  let settled: () => void = () => undefined;
  const watch = watchLibrary({
    db,
    marker,
    clock: {
      later: (delayMs, ring) => {
        planned = { delayMs, ring };
        settled();
        return () => {
          planned = null;
        };
      },
    },
    onGone: () => {
      gone += 1;
      settled();
    },
  });
  const look = async () => {
    const done = new Promise<void>((resolve) => {
      settled = resolve;
    });
    planned?.ring();
    await done;
  };
  return { watch, look, delayMs: () => planned?.delayMs, gone: () => gone };
}

test('a hiccup is not the end, two looks in a row are', async () => {
  const { look, gone } = startWatch();
  await look();
  renameSync(marker, `${marker}-away`);
  await look();
  expect(gone()).toBe(0);
  renameSync(`${marker}-away`, marker);
  await look();
  renameSync(marker, `${marker}-away`);
  await look();
  expect(gone()).toBe(0);
  await look();
  expect(gone()).toBe(1);
});

test('a failure is a reason to look at once', async () => {
  const { watch, look, delayMs } = startWatch();
  expect(delayMs()).toBe(10_000);
  watch.suspect();
  expect(delayMs()).toBe(0);
  await look();
  expect(delayMs()).toBe(10_000);
});

test('when it was stopped, nothing is looked at and nobody is told', () => {
  const { watch, delayMs } = startWatch();
  watch.stop();
  expect(delayMs()).toBeUndefined();
  watch.suspect();
  expect(delayMs()).toBeUndefined();
});
