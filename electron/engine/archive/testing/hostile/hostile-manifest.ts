// Manifests and checksums that are not true, not complete, or not meant for this reader.
import {
  addFile,
  type Closing,
  closeParts,
  type LooseManifest,
  type ManifestFile,
  type Parts,
} from './honest-files.ts';
import { type FreshParts, type HostileCase, posterPath, videoPath } from './hostile-case.ts';

const fileOf = (manifest: LooseManifest, path: string): ManifestFile => {
  const file = manifest.files.find((candidate) => candidate.path === path);
  if (!file) throw new Error(`There is no ${path}`);
  return file;
};

export function hostileManifests(fresh: FreshParts): HostileCase[] {
  const one = (
    name: string,
    closing: Closing,
    outcome: HostileCase['outcome'] = 'refused',
    says?: string,
  ): HostileCase => ({
    name,
    make: () => closeParts(fresh(), closing),
    outcome,
    ...(says === undefined ? {} : { says }),
  });
  const lie = (name: string, manifest: (manifest: LooseManifest) => void, says?: string) =>
    one(name, { manifest }, 'refused', says);
  const text = (name: string, manifestText: (text: string) => string, says?: string) =>
    one(name, { manifestText }, 'refused', says);
  return [
    lie('a wrong hash', (m) => (fileOf(m, videoPath).sha256 = '0'.repeat(64)), 'checksum'),
    lie('a hash that is none', (m) => (fileOf(m, videoPath).sha256 = 'trust me')),
    lie('a wrong size', (m) => (fileOf(m, videoPath).size = 5), 'bytes instead of'),
    lie('a negative size', (m) => (fileOf(m, videoPath).size = -1)),
    lie('a size beyond all numbers', (m) => (fileOf(m, videoPath).size = Number.MAX_VALUE)),
    lie('a file that is listed twice', (m) => m.files.push({ ...fileOf(m, videoPath) }), 'twice'),
    lie(
      'a file that is not there',
      (m) => (fileOf(m, videoPath).path = 'media/other.mp4'),
      'missing',
    ),
    lie('a list without one file', (m) => m.files.pop(), 'not in the manifest'),
    lie('an empty list', (m) => (m.files = []), 'not in the manifest'),
    lie('a kind of file that nobody knows', (m) => (fileOf(m, videoPath).type = 'program')),
    lie('the manifest listing itself', (m) =>
      m.files.push({
        path: 'manifest.json',
        size: 1,
        sha256: '0'.repeat(64),
        type: 'page',
        id: null,
      }),
    ),
    lie('a path that leads out in the list', (m) =>
      m.files.push({ path: '../../x', size: 1, sha256: '0'.repeat(64), type: 'video', id: null }),
    ),
    lie('another count of lines', (m) => (m.counts['generations'] = 7), 'lines instead of 7'),
    lie('a negative count', (m) => (m.counts['generations'] = -1)),
    lie('a newer version', (m) => (m['formatVersion'] = 2), 'newer version'),
    lie('a version of the far future', (m) => (m['formatVersion'] = 1e300), 'newer version'),
    lie('version zero', (m) => (m['formatVersion'] = 0)),
    lie('half a version', (m) => (m['formatVersion'] = 0.5)),
    lie('a version in words', (m) => (m['formatVersion'] = '1')),
    lie('another format', (m) => (m['format'] = 'photo-album'), 'another program'),
    lie('no format', (m) => delete m['format'], 'another program'),
    text('no list of files', (all) => all.replace('"files"', '"Files"'), 'not complete'),
    lie('a date that is none', (m) => (m['createdAt'] = '<b>yesterday</b>')),
    lie('an endless library id', (m) => (m['libraryId'] = 'x'.repeat(100_000))),
    text('a manifest that is a list', () => '[]', 'another program'),
    text('a manifest that is null', () => 'null', 'another program'),
    text('a manifest that is a number', () => '1e999', 'another program'),
    text('an empty manifest', () => '', 'cannot be read'),
    text('a manifest that is cut off', (all) => all.slice(0, -5), 'cannot be read'),
    text('a manifest of two texts', (all) => `${all}${all}`, 'cannot be read'),
    text('a manifest with comments', (all) => `/* hello */${all}`, 'cannot be read'),
    text('a manifest with a byte order mark', (all) => `\uFEFF\uFEFF${all}`, 'cannot be read'),
    text('a manifest without quotes', (all) => all.replaceAll('"', "'"), 'cannot be read'),
    text(
      'a manifest with a second version',
      (all) =>
        all
          .replace('{', '{"format":"kling5-archive","formatVersion":1,')
          .replace(/"formatVersion":1(?=,"schema)/, '"formatVersion":9'),
      'newer version',
    ),
    one(
      'a manifest that would change all objects',
      {
        manifestText: (all) =>
          all.replace(
            '{',
            '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},',
          ),
      },
      'taken',
    ),
    one(
      'counts that would change all objects',
      {
        manifestText: (all) => all.replace('"counts":{', '"counts":{"__proto__":1,'),
      },
      'taken',
    ),
    one('an unknown field of the manifest', { manifest: (m) => (m['mood'] = 'sunny') }, 'taken'),
    one(
      'words that are a page',
      {
        manifest: (m) =>
          (m['app'] = { name: '<script>alert(1)</script>', version: '"><img onerror=x>' }),
      },
      'taken',
    ),
    one(
      'a wrong sum of bytes',
      { manifest: (m) => (m['mediaBytes'] = Number.MAX_SAFE_INTEGER) },
      'taken',
    ),
    one(
      'a checksum that differs',
      { checksums: (sums) => sums.replace(/[0-9a-f]/, (digit) => (digit === '0' ? '1' : '0')) },
      'refused',
      'another checksum',
    ),
    one('a checksum that nobody needs', {
      checksums: (sums) => `${'0'.repeat(64)}  ../../x\n${sums}`,
    }),
    one('checksums in words', { checksums: () => 'all is well\n' }),
    one(
      'no checksum of the manifest',
      { checksums: (sums) => sums.replace(/.*manifest\.json\n/, '') },
      'refused',
      'was changed',
    ),
    one('no checksums', { checksums: () => '' }),
    one(
      'no file of checksums',
      { entries: (all) => all.filter(({ name }) => name !== 'manifest-sha256.txt') },
      'refused',
      'is missing',
    ),
    one(
      'no manifest',
      { entries: (all) => all.filter(({ name }) => name !== 'manifest.json') },
      'refused',
      'no manifest.json',
    ),
    one('a manifest changed afterwards', {
      entries: (all) =>
        all.map((entry) =>
          entry.name === 'manifest.json'
            ? { ...entry, data: Buffer.from(String(entry.data).replace('kling5', 'Kling5')) }
            : entry,
        ),
    }),
    ...removals(fresh),
    ...namesOfObjects(fresh),
  ];
}

function removals(fresh: FreshParts): HostileCase[] {
  const paths = [
    videoPath,
    posterPath,
    'data/generations.jsonl',
    'data/outputs.jsonl',
    'index.html',
  ];
  return paths.map((path) => ({
    name: `an archive without ${path}`,
    make: () => {
      const parts = fresh();
      parts.files.delete(path);
      return closeParts(parts);
    },
    outcome: 'refused',
    says: 'is missing',
  }));
}

/** Data files named as what every object has. */
function namesOfObjects(fresh: FreshParts): HostileCase[] {
  return ['__proto__', 'constructor', 'toString', 'hasOwnProperty'].map((name) => ({
    name: `data named ${name}`,
    make: () => {
      const parts: Parts = fresh();
      addFile(parts, `data/${name}.jsonl`, Buffer.from('{"a":1}\n'), 'data');
      return closeParts(parts);
    },
    outcome: 'taken',
  }));
}
