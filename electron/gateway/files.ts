// The gateway's own folder, and files in it that are named by their content. Deletes only what carries such a name.
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';

export interface GatewayFolder {
  readonly root: string;
  readonly database: string;
  readonly accessLog: string;
  readonly uploads: string;
  readonly assets: string;
  readonly outputs: string;
}

export async function prepareFolder(root: string): Promise<GatewayFolder> {
  const folder: GatewayFolder = {
    root,
    database: join(root, 'gateway.db'),
    accessLog: join(root, 'access.jsonl'),
    uploads: join(root, 'uploads'),
    assets: join(root, 'assets'),
    outputs: join(root, 'outputs'),
  };
  for (const path of [root, folder.uploads, folder.assets, folder.outputs]) {
    // The prompts and pictures in here are private.
    await mkdir(path, { recursive: true, mode: 0o700 });
  }
  return folder;
}

export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  const stream = createReadStream(path, { highWaterMark: 1_048_576 });
  for await (const chunk of stream) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Renames within one file system so that the file is there, whole, after a power cut. */
export async function moveDurably(from: string, to: string, folder: string): Promise<void> {
  const file = await open(from, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(from, to);
  await syncFolder(folder);
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open folders; there a rename is durable with the file system's own log.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const contentName = /^([0-9a-f]{64})(\.mp4|\.jpg)?$/;

/** Removes content that nothing refers to. */
export async function sweepContent(
  folder: string,
  isNeeded: (sha256: string) => boolean,
): Promise<void> {
  for (const name of await readdir(folder)) {
    const sha256 = contentName.exec(name)?.[1];
    if (sha256 !== undefined && !isNeeded(sha256)) await rm(join(folder, name), { force: true });
  }
}

/** Removes part files that nobody goes on with. Only at start: later, some are being written. */
export async function sweepParts(
  folder: string,
  isNeeded: (name: string) => boolean,
): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.endsWith('.part') && !isNeeded(name.slice(0, -'.part'.length))) {
      await rm(join(folder, name), { force: true });
    }
  }
}

/** Content whose file is there already while its row is still to come: a sweep must leave it. */
export interface Pending {
  /** Returns the function that ends it. */
  hold(sha256: string): () => void;
  has(sha256: string): boolean;
}

export function createPending(): Pending {
  const held = new Set<{ readonly sha256: string }>();
  return {
    hold: (sha256) => {
      const entry = { sha256 };
      held.add(entry);
      return () => void held.delete(entry);
    },
    has: (sha256) => [...held].some((entry) => entry.sha256 === sha256),
  };
}
