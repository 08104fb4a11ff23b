// An archive of some clips: these and what belongs to them, nothing of others, and as good an archive as any.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExportSelection } from '#shared/contract/data.ts';
import type { CollectionId, GenerationId } from '#shared/domain/ids.ts';
import { entities } from '../format/entities.ts';
import { rowsOfClips } from './export-selection.ts';
import { takeApart } from '../testing/hostile/honest-files.ts';
import { fillEveryTable, importInto, openTarget } from '../testing/import-target.ts';
import { dataIn } from '../testing/round-trip.ts';
import {
  makeSampleLibrary,
  quiet,
  sampleAt,
  type SampleLibrary,
} from '../testing/sample-library.ts';
import { verifyArchive } from '../verify/verify.ts';
import { writeArchive } from './write-archive.ts';

let library: SampleLibrary;
let folder = '';
let archive = '';
beforeEach(() => {
  library = makeSampleLibrary();
  folder = library.outside;
  archive = join(folder, 'some.zip');
  for (const prompt of ['one', 'two', 'two', 'four']) library.addClip({ prompt });
  fillEveryTable(library.db);
  writeFileSync(join(library.home, 'preferences.json'), '{"appearance":{"theme":"dark"}}');
});
afterEach(() => library.remove());

const idOf = (number: number) => `gen${String(number).padStart(9, '0')}` as GenerationId;
/** The clip of this number was made so many milliseconds after `sampleAt`. */
const momentOf = (number: number) => new Date(sampleAt + number).toISOString();

async function exportOnly(only: ExportSelection) {
  await writeArchive(library.source, archive, { ...quiet, only });
  const parts = await takeApart(archive);
  const data = dataIn(parts);
  const clips = (data['generations'] ?? []).map(({ id }) => id);
  return { data, clips, ...parts };
}

describe('an export of some clips', () => {
  it('is a collection with its clips in their order', async () => {
    const { data, clips } = await exportOnly({ collectionId: 'collect00001' as CollectionId });
    expect(clips).toEqual([idOf(1), idOf(2)]);
    const reel = (data['collection-items'] ?? []).filter(
      (item) => item['collectionId'] === 'collect00001',
    );
    expect(reel.map((item) => item['generationId'])).toEqual([idOf(2), idOf(1)]);
    await expect(
      exportOnly({ collectionId: 'collect00009' as CollectionId }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('holds what belongs to them and nothing else', async () => {
    const { data, clips, files, manifest } = await exportOnly({ ids: [idOf(2), idOf(3)] });
    expect(clips).toEqual([idOf(2), idOf(3)]);
    const of = (name: string, field: string) => (data[name] ?? []).map((row) => row[field]);
    expect(of('outputs', 'id')).toEqual(['out00000200', 'out00000300']);
    expect(of('assets', 'id')).toEqual(['asset00000200', 'asset00000300']);
    expect(of('prompts', 'text')).toEqual(['two']);
    expect(of('tags', 'name')).toEqual(['夜']);
    expect(of('generation-tags', 'generationId')).toEqual([idOf(2)]);
    expect(of('events', 'id')).toEqual([2, 3]);
    for (const name of ['consents', 'network-requests', 'tombstones', 'erasures', 'settings']) {
      expect(data[name], name).toEqual([]);
    }
    expect(String(files.get('data/preferences.jsonl'))).toBe('');
    expect([...files.keys()].filter((path) => path.startsWith('media/'))).toHaveLength(6);
    expect(String(files.get('index.html'))).toContain('2 clips');
    expect(manifest['selection']).toEqual({ clips: 2, since: null, until: null });
    expect(String(files.get('README.txt'))).toContain('Only some clips were asked for');
    expect((await verifyArchive(archive)).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('takes a range of time with its first moment and without its last', async () => {
    const range = { since: momentOf(2), until: momentOf(4) };
    expect((await exportOnly(range)).clips).toEqual([idOf(2), idOf(3)]);
    expect((await exportOnly({ until: momentOf(2) })).clips).toEqual([idOf(1)]);
    expect((await exportOnly({ since: momentOf(4) })).clips).toEqual([idOf(4)]);
    const both = { since: momentOf(2), ids: [idOf(1), idOf(4)] };
    expect((await exportOnly(both)).clips).toEqual([idOf(4)]);
  });

  it('comes in anywhere, and joins with the rest', async () => {
    await exportOnly({ ids: [idOf(1), idOf(2)] });
    const target = openTarget();
    try {
      await importInto(target, archive);
      expect(target.problems()).toEqual([]);
      await exportOnly({ since: momentOf(2) });
      const report = await importInto(target, archive);
      expect(report.counts['generations']).toEqual({ added: 2, present: 1, conflicts: 0 });
      expect(target.problems()).toEqual([]);
      expect(target.orphans()).toEqual([]);
      const ids = target.db.all<{ id: string }>('select id from generation order by sequence');
      expect(ids.map(({ id }) => id)).toEqual([1, 2, 3, 4].map(idOf));
    } finally {
      target.remove();
    }
  });

  it.each<[string, ExportSelection, RegExp]>([
    ['a range without clips', { since: momentOf(9) }, /no clips in this range/],
    ['a clip that is gone', { ids: [idOf(77)] }, /not in the library any more/],
    ['clips of which one is gone', { ids: [idOf(1), idOf(77)] }, /^1 of these clips are not/],
  ])('refuses %s and writes nothing', async (_, only, words) => {
    await expect(exportOnly(only)).rejects.toThrow(words);
    expect(existsSync(archive)).toBe(false);
  });

  it('leaves the library as it is, and knows every table that an archive carries', async () => {
    const schema = () => library.db.prepare('select * from sqlite_schema').all();
    const before = schema();
    await exportOnly({ ids: [idOf(1)] });
    expect(schema()).toEqual(before);
    expect(Object.keys(rowsOfClips).toSorted()).toEqual(
      entities.map(({ table }) => table).toSorted(),
    );
  });
});
