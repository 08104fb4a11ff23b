// ZIP files whose records lie: two descriptions of one file, two ends, overlaps, sizes of 64 bits, ways of packing that nobody knows.
import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import {
  endRecord,
  type ForgedEntry,
  forgeZip,
  type HeaderFields,
  longEnd,
  longField,
  extraField,
} from './forge-zip.ts';
import { type Closing, closeParts } from './honest-files.ts';
import { type FreshParts, type HostileCase, videoPath } from './hostile-case.ts';

const refused = (name: string, make: () => Buffer, says?: string): HostileCase => ({
  name,
  make,
  outcome: 'refused',
  ...(says === undefined ? {} : { says }),
});

export function hostileStructure(fresh: FreshParts): HostileCase[] {
  const close = (closing: Closing) => closeParts(fresh(), closing);
  const changed = (change: Partial<ForgedEntry>) =>
    close({
      entries: (all) =>
        all.map((entry) => (entry.name === videoPath ? { ...entry, ...change } : entry)),
    });
  const honest = () => close({});
  return [
    ...descriptions(changed),
    ...packings(changed),
    ...ends(honest, close),
    ...strangers(honest),
    refused('two entries that share their bytes', () =>
      close({
        entries: (all) => [
          ...all,
          { name: 'media/copy.mp4', data: Buffer.from('x'), central: { offset: 0 } },
        ],
      }),
    ),
    refused('a file inside the data of another', () => {
      const inner = forgeZip([{ name: 'media/inner.mp4', data: Buffer.from('inner') }]);
      return close({
        entries: (all) => [
          ...all,
          { name: 'media/outer.bin', data: inner },
          { name: 'media/inner.mp4', data: Buffer.from('inner'), central: { offset: 40 } },
        ],
      });
    }),
    refused('a local header that reaches over the next file', () =>
      changed({
        local: { extra: extraField(0x4141, Buffer.alloc(60_000)) },
        packed: Buffer.alloc(0),
      }),
    ),
  ];
}

function descriptions(changed: (change: Partial<ForgedEntry>) => Buffer): HostileCase[] {
  const lies: readonly (readonly [string, Partial<HeaderFields> & { name?: string }])[] = [
    ['another name', { name: '../../outside.mp4' }],
    ['another way of packing', { method: 8 }],
    ['another checksum', { crc32: 0x12345678 }],
    ['another packed size', { compressedSize: 3 }],
    ['another size', { sizeBytes: 3 }],
    ['encryption', { flags: 0x0801 }],
    ['masked headers', { flags: 0x2801 }],
  ];
  return [
    ...lies.map(([what, local]) =>
      refused(`a local header that tells of ${what}`, () => changed({ local })),
    ),
    ...lies.map(([what, central]) =>
      refused(`a directory that tells of ${what}`, () => changed({ central })),
    ),
    refused('a wrong checksum in both headers', () => changed({ says: { crc32: 1 } })),
    refused('a larger size in both headers', () =>
      changed({ says: { sizeBytes: 5000, compressedSize: 5000 } }),
    ),
    refused('a smaller size in both headers', () =>
      changed({ says: { sizeBytes: 2, compressedSize: 2 } }),
    ),
    refused('another name for readers of Unicode', () =>
      changed({
        says: {
          extra: extraField(
            0x7075,
            Buffer.concat([Buffer.from([1, 0, 0, 0, 0]), Buffer.from('../x')]),
          ),
        },
      }),
    ),
    refused('an extra field that is cut off', () =>
      changed({ central: { extra: Buffer.from([1, 0, 255, 255, 0]) } }),
    ),
    refused('a header on another disk', () => changed({ central: { disk: 7 } })),
    refused('an offset behind the end', () => changed({ central: { offset: 0x7fffffff } })),
    refused('an offset into the middle of something', () => changed({ central: { offset: 11 } })),
    refused('an offset of 64 bits', () =>
      changed({
        central: { offset: 0xffffffff, extra: longField(0x7fff_ffff_ffff_fff0n) },
      }),
    ),
    refused('sizes of 64 bits', () =>
      changed({
        says: {
          sizeBytes: 0xffffffff,
          compressedSize: 0xffffffff,
          extra: longField(0x7fff_ffff_ffff_ffffn, 0x7fff_ffff_ffff_ffffn),
        },
      }),
    ),
    refused('sizes of 53 bits', () =>
      changed({
        says: {
          sizeBytes: 0xffffffff,
          compressedSize: 0xffffffff,
          extra: longField(9_007_199_254_740_991n, 9_007_199_254_740_991n),
        },
      }),
    ),
    refused('sizes of 64 bits that are not there', () =>
      changed({ says: { sizeBytes: 0xffffffff, compressedSize: 0xffffffff } }),
    ),
  ];
}

function packings(changed: (change: Partial<ForgedEntry>) => Buffer): HostileCase[] {
  const methods = [1, 6, 9, 12, 14, 93, 95, 98, 99, 65535];
  const data = Buffer.from('a video');
  return [
    ...methods.map((method) =>
      refused(`the way of packing ${method}`, () => changed({ says: { method } }), 'unknown way'),
    ),
    refused('encrypted data', () => changed({ says: { flags: 0x0801 } }), 'encrypted'),
    refused('strong encryption', () => changed({ says: { flags: 0x0841 } }), 'encrypted'),
    refused('packed data that is noise', () =>
      changed({ method: 8, data, packed: createHash('sha512').update('noise').digest() }),
    ),
    refused('packed data that is cut off', () =>
      changed({
        method: 8,
        data,
        packed: deflateRawSync(Buffer.alloc(9000, 'word ')).subarray(0, 9),
      }),
    ),
    refused('packed data that needs a dictionary', () =>
      changed({ method: 8, data, packed: deflateRawSync(data, { dictionary: data }) }),
    ),
    refused('nothing where something is packed', () =>
      changed({ method: 8, data, packed: Buffer.alloc(0) }),
    ),
  ];
}

function ends(honest: () => Buffer, close: (closing: Closing) => Buffer): HostileCase[] {
  const other = forgeZip([{ name: 'other.txt', data: Buffer.from('another archive') }]);
  const entries = 3;
  return [
    refused('a second archive in the comment', () =>
      Buffer.concat([close({ end: { commentLength: other.length } }), other]),
    ),
    refused('an end record in the comment', () => close({ end: { comment: endRecord({}) } })),
    refused('an end record in the comment that counts itself', () =>
      close({ end: { comment: endRecord({ comment: Buffer.alloc(9) }) } }),
    ),
    refused('a comment', () => close({ end: { comment: Buffer.from('<script>hello</script>') } })),
    refused('a comment that is longer than the file', () => close({ end: { commentLength: 900 } })),
    refused('a second archive behind the first', () => Buffer.concat([honest(), other])),
    refused('an archive behind another', () => Buffer.concat([other, honest()])),
    refused('something before the archive', () =>
      Buffer.concat([Buffer.from('<html><script>alert(1)</script>'), honest()]),
    ),
    refused('something after the archive', () => Buffer.concat([honest(), Buffer.from('more')])),
    refused('something between directory and end', () =>
      close({ end: { before: Buffer.alloc(40) } }),
    ),
    refused('two end records', () => close({ end: { before: endRecord({ entries: 0 }) } })),
    refused('more files counted than there are', () => close({ end: { entries: 500 } })),
    refused('fewer files counted than there are', () => close({ end: { entries: 2 } })),
    refused('no file counted', () => close({ end: { entries: 0 } })),
    refused('a directory elsewhere', () => close({ end: { offset: 5 } })),
    refused('a directory behind the end', () => close({ end: { offset: 0xfffffff0 } })),
    refused('a directory of another size', () => close({ end: { sizeBytes: 4 } })),
    refused('the first of many disks', () => close({ end: { disk: 1 } })),
    refused('an end of 64 bits that is elsewhere', () => {
      const long = { entries: 1n, sizeBytes: 1n, offset: 0n, at: 0x7fff_ffff_ffff_ffffn };
      return close({ end: { entries: 0xffff, before: longEnd(long) } });
    }),
    refused('an end of 64 bits that points to nothing', () => {
      const long = { entries: 1n, sizeBytes: 1n, offset: 0n, at: 1n };
      return close({ end: { entries: 0xffff, before: longEnd(long) } });
    }),
    refused('an end of 64 bits that counts to eternity', () => {
      const body = honest();
      const at = BigInt(body.length - 22);
      const most = 0x7fff_ffff_ffff_ffffn;
      const long = longEnd({ entries: most, sizeBytes: most, offset: most, at });
      return Buffer.concat([
        body.subarray(0, -22),
        long,
        endRecord({ entries: 0xffff, offset: 2 ** 32 }),
      ]);
    }),
    refused('an end of 64 bits and another of 32', () => {
      const body = honest();
      const at = BigInt(body.length - 22);
      const long = longEnd({ entries: BigInt(entries), sizeBytes: 1n, offset: 0n, at });
      return Buffer.concat([body.subarray(0, -22), long, body.subarray(-22)]);
    }),
  ];
}

function strangers(honest: () => Buffer): HostileCase[] {
  const text = (words: string) => () => Buffer.from(words);
  return [
    refused('an empty file', () => Buffer.alloc(0), 'empty'),
    refused('one byte', text('P')),
    refused('an empty ZIP', () => endRecord({}), 'no manifest.json'),
    refused('a text', text('Dear diary'), 'not a ZIP'),
    refused('a page', text('<!doctype html><script>alert(1)</script>')),
    refused('a picture', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
    refused('a video', () => Buffer.from('000000206674797069736f6d', 'hex')),
    refused('a packed folder of another kind', () => Buffer.from('377abcaf271c0004', 'hex')),
    refused('a tape archive', () => Buffer.alloc(10_240)),
    refused('zeros', () => Buffer.alloc(100_000)),
    refused('a database', text('SQLite format 3\u0000 and more')),
    refused(
      'the ZIP of another program',
      () => forgeZip([{ name: 'word/document.xml', data: Buffer.from('<x/>') }]),
      'not an archive of Kling 5 Studio',
    ),
    refused(
      'another program with a manifest of its own',
      () => forgeZip([{ name: 'manifest.json', data: Buffer.from('{"manifest_version":3}') }]),
      'another program',
    ),
    refused('an archive backwards', () => Buffer.from(honest().toReversed())),
    refused('an archive with its line ends replaced', () =>
      Buffer.from(honest().toString('latin1').replaceAll('\n', '\r\n'), 'latin1'),
    ),
    refused('an archive that went through a text editor', () =>
      Buffer.from(honest().toString('utf8')),
    ),
  ];
}
