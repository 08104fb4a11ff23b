// Archives as programs read them that are not ours: Info-ZIP, Python, sha256sum, JSON-Schema validators. A reader of our own would
// forgive the writer its mistakes.
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillLibrary } from './testing/any-library.ts';
import { takeApart } from './testing/hostile/honest-files.ts';
import {
  entriesByPython,
  hasPythonModule,
  lineErrorsByPython,
  readWith,
} from './testing/other-readers.ts';
import { makeSampleLibrary, quiet } from './testing/sample-library.ts';
import { writeArchive } from './export/write-archive.ts';

/** The first two have clips with words of many scripts, the last has none. */
const seeds = [3, 4, 21];

describe.each(seeds)('an archive of library %i', (seed) => {
  let folder = '';
  let archive = '';
  let unpacked = '';
  beforeAll(async () => {
    const library = makeSampleLibrary();
    folder = mkdtempSync(join(tmpdir(), 'kling5-readers-'));
    archive = join(folder, 'archive.zip');
    unpacked = join(folder, 'unpacked');
    fillLibrary(library, seed);
    await writeArchive(library.source, archive, quiet);
    library.remove();
    mkdirSync(unpacked);
    readWith('unzip', ['-q', archive, '-d', unpacked]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is whole and has the same names for Info-ZIP', async () => {
    expect(readWith('unzip', ['-t', archive])).toContain('No errors detected');
    const names = [...(await takeApart(archive)).files.keys()];
    const listed = readWith('unzip', ['-Z1', archive]).trimEnd().split('\n');
    expect(listed).toEqual([...names, 'manifest.json', 'manifest-sha256.txt']);
    const table = readWith('unzip', ['-l', archive]);
    for (const name of names) expect(table).toContain(`   ${name}\n`);
    expect(table).toMatch(new RegExp(`${listed.length} files\\n$`));
  });

  it('has the same names and bytes for Python', async () => {
    expect(readWith('python3', ['-m', 'zipfile', '-t', archive])).toContain('Done testing');
    const expected = [...(await takeApart(archive)).files].map(([name, content]) => [
      name,
      content.length,
      createHash('sha256').update(content).digest('hex'),
    ]);
    expect(entriesByPython(archive).slice(0, -2)).toEqual(expected);
  });

  it('has checksums that sha256sum confirms, one for each file', () => {
    const options = { cwd: unpacked };
    const lines = readWith('sha256sum', ['-c', '--strict', 'manifest-sha256.txt'], options);
    const confirmed = lines.trimEnd().split('\n');
    const files = readdirSync(unpacked, { recursive: true, withFileTypes: true });
    expect(confirmed.filter((line) => line.endsWith(': OK'))).toHaveLength(
      files.filter((file) => file.isFile()).length - 1,
    );
    expect(confirmed.filter((line) => !line.endsWith(': OK'))).toEqual([]);
  });

  it('has lines that fit their schemas, by Ajv', () => {
    const ajv = new Ajv2020({ strict: true, formats: { 'date-time': isTime } });
    const counts = countsIn(unpacked);
    const names = readdirSync(join(unpacked, 'data')).map((file) => file.replace('.jsonl', ''));
    expect(names.toSorted()).toEqual(Object.keys(counts).toSorted());
    for (const name of names) {
      const validate = ajv.compile(
        JSON.parse(readFileSync(join(unpacked, 'schema', `${name}.schema.json`), 'utf8')) as object,
      );
      const lines = readFileSync(join(unpacked, 'data', `${name}.jsonl`), 'utf8').split('\n');
      expect(lines.pop()).toBe('');
      expect(lines).toHaveLength(counts[name] ?? NaN);
      for (const text of lines) {
        const row = JSON.parse(text) as Record<string, unknown>;
        expect(validate(row), `${name}: ${ajv.errorsText(validate.errors)}`).toBe(true);
        expect(validate({ ...row, surprise: 1 })).toBe(false);
      }
    }
  });

  it.skipIf(!hasPythonModule('jsonschema'))(
    'has lines that fit their schemas, by Python (where python3-jsonschema is installed)',
    () => {
      expect(lineErrorsByPython(unpacked)).toEqual([]);
      appendFileSync(join(unpacked, 'data', 'tags.jsonl'), '{"id":"one","name":"x"}\n');
      expect(lineErrorsByPython(unpacked).join('\n')).toMatch(/tags \d+: 'one' is not of type/);
    },
  );
});

const isTime = (text: string) =>
  !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;

const countsIn = (folder: string) =>
  (
    JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
      counts: Record<string, number>;
    }
  ).counts;
