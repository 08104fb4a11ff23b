// Files that must survive a power cut: written aside, synced, renamed, and the folder synced too.
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Small files only: replaces the file with this content, or leaves the old one. */
export function writeDurably(file: string, content: string): void {
  const part = `${file}.part`;
  const handle = openSync(part, 'w');
  try {
    writeSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(part, file);
  syncFolderNow(dirname(file));
}

function syncFolderNow(folder: string): void {
  if (process.platform === 'win32') return; // folders cannot be opened there; NTFS journals the rename
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes a rename or creation in the folder durable. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
