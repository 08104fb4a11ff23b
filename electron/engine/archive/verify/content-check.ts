// Compares content, block by block, with what the list of an archive and its manifest say of it. Reads nothing itself.
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { shownName } from '../format/archive-path.ts';
import type { ArchiveFile } from '../format/manifest.ts';
import type { ZipEntry } from '../zip/zip-directory.ts';

export interface ContentCheck {
  take(block: Buffer): void;
  /** What is wrong with all of it, as a sentence; `null` when nothing is. */
  problem(): string | null;
}

export function createContentCheck(entry: ZipEntry, file: ArchiveFile): ContentCheck {
  const hash = createHash('sha256');
  let crc = 0;
  let size = 0;
  return {
    take: (block) => {
      hash.update(block);
      crc = crc32(block, crc);
      size += block.length;
    },
    problem: () => {
      const name = shownName(file.path);
      if (size !== file.size) return `${name} has ${size} bytes instead of ${file.size}.`;
      if (hash.digest('hex') === file.sha256 && crc === entry.crc32) return null;
      return `${name} was changed: its checksum is another.`;
    },
  };
}
