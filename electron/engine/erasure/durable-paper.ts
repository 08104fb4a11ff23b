// Small files that must be whole or absent after a power cut, in plain Node: written aside, synced, renamed, folder synced.
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

export function writePaper(path: string, chunks: Iterable<string>): void {
  const part = `${path}.part`;
  const file = openSync(part, 'w', 0o600);
  try {
    for (const chunk of chunks) writeSync(file, chunk);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(part, path);
  syncFolderOf(path);
}

export function syncFolderOf(path: string): void {
  if (process.platform === 'win32') return; // folders cannot be opened there
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Lines joined into blocks, so that a long list is not one system call a line. */
export function* jsonLines(values: Iterable<unknown>): Generator<string> {
  let block = '';
  for (const value of values) {
    block += `${JSON.stringify(value)}\n`;
    if (block.length > 65_536) {
      yield block;
      block = '';
    }
  }
  yield block;
}
