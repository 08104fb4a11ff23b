// Looks for words and pieces of pictures in every byte below a folder: as UTF-8, UTF-16 and base64 in all three alignments, also across
// the edges of the blocks that it reads, and in the names of files and folders. For tests and nothing else; never follows a link.
import { closeSync, lstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';

export interface Needle {
  readonly name: string;
  readonly forms: readonly Buffer[];
}

export interface Hit {
  readonly path: string;
  readonly needle: string;
}

/** Base64 looks different for each of the three places where its bytes can begin in a group of three. */
function base64Forms(bytes: Buffer): Buffer[] {
  return [0, 1, 2].flatMap((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    const first = [0, 2, 3][shift] ?? 0; // characters that the bytes before have a part in
    const last = Math.floor((shift + bytes.length) / 3) * 4; // whole groups only: the next one depends on what follows
    const sure = text.slice(first, last);
    const forUrls = sure.replaceAll('+', '-').replaceAll('/', '_');
    return [...new Set([sure, forUrls])].map((form) => Buffer.from(form, 'latin1'));
  });
}

/** Short words are found by chance in base64: at least 10 letters. */
export function wordNeedle(word: string): Needle {
  const utf8 = Buffer.from(word, 'utf8');
  const utf16 = Buffer.from(word, 'utf16le');
  const bigEndian = Buffer.from(utf16).swap16();
  const escaped = Buffer.from(JSON.stringify(word).slice(1, -1));
  return {
    name: word,
    forms: [utf8, escaped, utf16, bigEndian, ...base64Forms(utf8), ...base64Forms(utf16)],
  };
}

/** A stretch of a picture or a video, from its middle, where files differ. */
export function pieceNeedle(name: string, content: Buffer, length = 48): Needle {
  const start = Math.max(0, Math.floor((content.length - length) / 2));
  const piece = content.subarray(start, start + length);
  return { name, forms: [piece, ...base64Forms(piece)] };
}

export function scanFolder(root: string, needles: readonly Needle[]): Hit[] {
  const hits: Hit[] = [];
  const look = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      const name = Buffer.from(entry.name, 'utf8');
      for (const needle of needles) {
        if (needle.forms.some((form) => name.includes(form))) {
          hits.push({ path, needle: needle.name });
        }
      }
      if (entry.isDirectory()) look(path);
      else if (lstatSync(path).isFile()) hits.push(...scanFile(path, needles));
    }
  };
  look(root);
  return hits;
}

const blockBytes = 4 * 1024 * 1024;

function scanFile(path: string, needles: readonly Needle[]): Hit[] {
  const overlap = Math.max(0, ...needles.flatMap(({ forms }) => forms.map(({ length }) => length)));
  const found = new Set<string>();
  const file = openSync(path, 'r');
  try {
    const block = Buffer.alloc(blockBytes + overlap);
    let kept = 0;
    for (;;) {
      const read = readSync(file, block, kept, blockBytes, null);
      if (read === 0) break;
      const view = block.subarray(0, kept + read);
      for (const { name, forms } of needles) {
        if (!found.has(name) && forms.some((form) => view.includes(form))) found.add(name);
      }
      kept = Math.min(overlap, view.length);
      view.copy(block, 0, view.length - kept);
    }
  } finally {
    closeSync(file);
  }
  return [...found].map((needle) => ({ path, needle }));
}
