// Files named by their content. Written whole and durably, or not at all.
import { randomUUID } from 'node:crypto';
import { constants, copyFile, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RenderedOutput } from '../backend.ts';
import { createPending, hashFile, moveDurably } from '../files.ts';

export type NewContent = RenderedOutput['content'];

export interface StoredContent {
  readonly sha256: string;
  readonly sizeBytes: number;
  /** Call it when the row was added, or will never be: until then no sweep takes the file. */
  readonly release: () => void;
}

export interface ContentStore {
  store(content: NewContent, extension: '.mp4' | '.jpg'): Promise<StoredContent>;
  isPending(sha256: string): boolean;
  pathOf(sha256: string, extension: '.mp4' | '.jpg'): string;
}

export function createContentStore(folder: string): ContentStore {
  const pending = createPending();
  const pathOf: ContentStore['pathOf'] = (sha256, extension) =>
    join(folder, `${sha256}${extension}`);

  return {
    pathOf,
    isPending: pending.has,
    store: async (content, extension) => {
      const part = join(folder, `${randomUUID()}.part`);
      try {
        await writePart(part, content);
        const sha256 = await hashFile(part);
        const { size } = await stat(part);
        const release = pending.hold(sha256);
        try {
          await moveDurably(part, pathOf(sha256, extension), folder);
        } catch (error) {
          release();
          throw error;
        }
        return { sha256, sizeBytes: size, release };
      } finally {
        await rm(part, { force: true });
        if (content.type === 'file' && content.isTemporary) await rm(content.path, { force: true });
      }
    },
  };
}

async function writePart(part: string, content: NewContent): Promise<void> {
  if (content.type === 'file') {
    await copyFile(content.path, part, constants.COPYFILE_FICLONE);
    return;
  }
  const file = await open(part, 'wx', 0o600);
  try {
    await file.writeFile(content.bytes);
  } finally {
    await file.close();
  }
}
