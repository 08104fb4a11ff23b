// A large library opens before all of it was read; what is damaged in it is found soon after, and by the next start at the latest.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Clock, systemClock } from '../clock.ts';
import { type LibraryPaths, libraryPaths } from '../library/library-paths.ts';
import { silentLog } from '../logging/log.ts';
import { openDatabase } from './open-database.ts';
import { usePrompt } from './prompt-writes.ts';
import { readThroughLater } from './read-through.ts';

let paths: LibraryPaths;
let folder = '';
/** Any file is a large one here. */
const open = () => openDatabase({ paths, clock: systemClock, log: silentLog, mostBytesRead: 0 });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kling5-read-'));
  paths = libraryPaths(folder);
  const { db, close } = open();
  db.transaction(() => {
    for (let index = 0; index < 2000; index += 1) {
      usePrompt(db, { text: `${index} ${'x'.repeat(200)}`, generationId: 'g', atMs: 1 });
    }
  });
  close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function damage(): void {
  const bytes = readFileSync(paths.database);
  bytes.fill(0x5a, bytes.length - 122_880, bytes.length - 81_920);
  writeFileSync(paths.database, bytes);
}

/** What the thread says, when it is started at once. */
function readNow(): Promise<string> {
  const atOnce: Clock = {
    ...systemClock,
    later: (_delayMs, callback) => systemClock.later(0, callback),
  };
  return new Promise((resolve) => {
    readThroughLater({
      file: paths.database,
      clock: atOnce,
      log: { ...silentLog, info: (_name, facts) => resolve(String(facts?.reason)) },
      onDamage: resolve,
      onClose: () => undefined,
    });
  });
}

test('after a clean exit a large file is opened unread; one that is whole gives no alarm', async () => {
  const { isRead, close } = open();
  expect(isRead).toBe(false);
  expect(await readNow()).toBe('');
  close();
});

test('damage is found while the library is in use, and the next start refuses it', async () => {
  damage();
  const { isRead, db } = open();
  expect(isRead).toBe(false);
  expect(await readNow()).not.toBe('');
  db.connection.close(); // as when the process ends at once: the exit is not marked as clean
  expect(open).toThrow(expect.objectContaining({ code: 'library-damaged' }));
});

test('after an exit that was not clean all of it is read first', () => {
  const { db } = open();
  db.connection.close();
  const { isRead, close } = open();
  expect(isRead).toBe(true);
  close();
});
