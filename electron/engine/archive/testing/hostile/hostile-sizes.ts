// Small files that become enormous ones: by packing, by many, by overlap, by one line without an end.
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { type ForgedEntry, forgeZip } from './forge-zip.ts';
import { addFile, closeParts, type Parts, replaceText } from './honest-files.ts';
import type { FreshParts, HostileCase } from './hostile-case.ts';

const megabyte = 1024 * 1024;

/** Packed data that unpacks to `count` times `piece`, made without ever holding all of it. */
function repeatPacked(piece: Buffer, count: number): Buffer {
  const once = deflateRawSync(piece, { finishFlush: constants.Z_FULL_FLUSH, level: 9 });
  const end = deflateRawSync(Buffer.alloc(0));
  return Buffer.concat([...Array.from({ length: count }, () => once), end]);
}

function bomb(name: string, piece: Buffer, count: number): ForgedEntry {
  return {
    name,
    method: 8,
    packed: repeatPacked(piece, count),
    says: { sizeBytes: piece.length * count, crc32: crc32(piece) },
  };
}

const zeros = Buffer.alloc(megabyte);

export function hostileSizes(fresh: FreshParts): HostileCase[] {
  const added = (...entries: ForgedEntry[]) =>
    closeParts(fresh(), { entries: (all) => [...all, ...entries] });
  const instead = (path: string, entry: (old: ForgedEntry) => ForgedEntry) =>
    closeParts(fresh(), {
      entries: (all) => all.map((old) => (old.name === path ? entry(old) : old)),
    });
  const refused = (name: string, make: () => Buffer, says?: string): HostileCase => ({
    name,
    make,
    outcome: 'refused',
    ...(says === undefined ? {} : { says }),
  });
  const data = 'data/prompts.jsonl';
  return [
    refused('a gigabyte of zeros', () => added(bomb('media/bomb.bin', zeros, 1024)), 'far more'),
    refused('many bombs, each below what one may be', () =>
      added(...Array.from({ length: 60 }, (_, index) => bomb(`media/${index}.bin`, zeros, 60))),
    ),
    refused('an archive inside an archive inside an archive', () => {
      let inner: Buffer = deflateRawSync(Buffer.alloc(10 * megabyte), { level: 9 });
      for (let depth = 0; depth < 5; depth += 1) {
        inner = forgeZip([{ name: 'inner.zip', data: inner, method: 8 }]);
      }
      return added({ name: 'media/inner.zip', data: inner });
    }),
    refused('a file that unpacks to more than it says', () =>
      instead(data, (old) => ({ ...old, packed: repeatPacked(zeros, 300) })),
    ),
    refused('a file that unpacks to less than it says', () =>
      instead(data, (old) => ({ ...old, says: { sizeBytes: 50 * megabyte } })),
    ),
    refused('a manifest of zeros', () =>
      instead('manifest.json', () => bomb('manifest.json', zeros, 300)),
    ),
    refused('a manifest of spaces', () =>
      instead('manifest.json', () => bomb('manifest.json', Buffer.alloc(megabyte, ' '), 60)),
    ),
    refused('a manifest that nests without end', () =>
      instead('manifest.json', () => bomb('manifest.json', Buffer.alloc(megabyte, '['), 40)),
    ),
    refused('checksums without end', () =>
      instead('manifest-sha256.txt', () =>
        bomb('manifest-sha256.txt', Buffer.from(`${'0'.repeat(64)}  x\n`.repeat(15_000)), 60),
      ),
    ),
    refused('a line without an end', () =>
      instead(data, () => bomb(data, Buffer.alloc(megabyte, 'x'), 60)),
    ),
    ...longLines(fresh),
  ];
}

/** All of it believable: sizes, hashes and checksums agree. */
function longLines(fresh: FreshParts): HostileCase[] {
  const withData = (change: (parts: Parts) => void) => () => {
    const parts = fresh();
    change(parts);
    return closeParts(parts);
  };
  const refused = (name: string, change: (parts: Parts) => void, says?: string): HostileCase => ({
    name,
    make: withData(change),
    outcome: 'refused',
    ...(says === undefined ? {} : { says }),
  });
  const path = 'data/prompts.jsonl';
  return [
    refused(
      'a line of forty megabytes',
      (parts) => parts.files.set(path, Buffer.alloc(40 * megabyte, 'x')),
      'too long',
    ),
    refused(
      'a prompt of sixteen megabytes',
      (parts) =>
        replaceText(parts, path, (text) =>
          text.replace('"text":"one', `"text":"${'x'.repeat(16 * megabyte)}`),
        ),
      'too long',
    ),
    refused('a million empty lines', (parts) =>
      parts.files.set(path, Buffer.alloc(megabyte, '\n')),
    ),
    refused('a million lines that are nothing', (parts) =>
      parts.files.set(path, Buffer.from('{}\n'.repeat(megabyte))),
    ),
    refused('a million brackets', (parts) =>
      parts.files.set(path, Buffer.from(`${'['.repeat(megabyte)}\n`)),
    ),
    refused('brackets that close', (parts) =>
      parts.files.set(path, Buffer.from(`${'['.repeat(megabyte)}${']'.repeat(megabyte)}\n`)),
    ),
    refused('objects in objects', (parts) =>
      replaceText(
        parts,
        'data/settings.jsonl',
        (text) =>
          text + `{"key":"deep","value":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}\n`,
      ),
    ),
    refused('a list in a list in the reason of a failure', (parts) =>
      replaceText(parts, 'data/generations.jsonl', (text) =>
        text.replace(
          '"failureDetails":null',
          `"failureDetails":{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
        ),
      ),
    ),
    refused(
      'a hundred thousand unknown fields',
      (parts) =>
        replaceText(parts, path, (text) =>
          text.replace(
            '{',
            `{${Array.from({ length: 100_000 }, (_, index) => `"f${index}":1,`).join('')}`,
          ),
        ),
      'schema',
    ),
    refused(
      'a field with an enormous name',
      (parts) =>
        replaceText(parts, path, (text) => text.replace('{', `{"${'n'.repeat(megabyte)}":1,`)),
      'schema',
    ),
    refused(
      'a file list of twenty thousand that are not there',
      (parts) => {
        for (let index = 0; index < 20_000; index += 1) {
          const sha256 = '0'.repeat(64);
          parts.manifest.files.push({
            path: `media/${index}`,
            size: 1,
            sha256,
            type: 'page',
            id: null,
          });
        }
      },
      'missing',
    ),
    refused(
      'data of a kind that nobody knows, without an end',
      (parts) => addFile(parts, 'data/unknown.jsonl', Buffer.alloc(12 * megabyte, 'x'), 'data'),
      'too long',
    ),
  ];
}
