import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inspectArchive } from './import-preview.ts';
import { forgeArchive } from '../testing/forge-archive.ts';
import { type ImportFixture, makeImportFixture } from '../testing/import-fixture.ts';
import { fillEveryTable, importInto, type Target } from '../testing/import-target.ts';
import { makeSampleLibrary, quiet } from '../testing/sample-library.ts';
import { writeArchive } from '../export/write-archive.ts';

let fixture: ImportFixture;
beforeEach(async () => {
  fixture = makeImportFixture();
  fixture.source.addClip({ prompt: 'one' });
  fixture.source.addClip({ prompt: 'two' });
  fillEveryTable(fixture.source.db);
  await writeArchive(fixture.source.source, fixture.archive, quiet);
});
afterEach(() => fixture.remove());

const inspect = (target: Target, path = fixture.archive) =>
  inspectArchive(
    { db: target.db, ids: target.ids, paths: target.paths, libraryId: 'another0library' },
    path,
    new AbortController().signal,
  );

const changes: readonly (readonly [string, (target: Target) => Promise<void> | void])[] = [
  ['an empty library', () => undefined],
  ['the same library', async (target) => void (await importInto(target, fixture.archive))],
  [
    'a library with other things under the same ids',
    async (target) => {
      const other = makeSampleLibrary();
      other.addClip({ prompt: 'something else', content: Buffer.from('else') });
      other.db.exec(`update asset set sha256 = '${'a'.repeat(64)}'`);
      const path = join(fixture.folder, 'other.zip');
      await writeArchive(other.source, path, quiet);
      other.remove();
      await importInto(target, path);
    },
  ],
  [
    'a library where things were deleted',
    (target) => {
      target.db.run(`insert into tombstone values ('generation', 'gen000000001', 1)`);
      target.db.run(`insert into tombstone values ('asset', 'asset00000200', 1)`);
      target.db.run(`insert into tombstone values ('output', 'out00000200', 1)`);
    },
  ],
  [
    'a library where a clip is under way',
    async (target) => {
      await importInto(target, fixture.archive);
      target.db.run('delete from output where generation_sequence = 2');
      target.db.run(`update generation set status = 'rendering' where sequence = 2`);
    },
  ],
];

describe('inspect', () => {
  it.each(changes)(
    'foretells what an import does to %s, and changes nothing',
    async (_, change) => {
      const target = fixture.newTarget();
      await change(target);
      const before = target.contents();
      const { wouldDo } = await inspect(target);
      expect(target.contents()).toEqual(before);
      expect(target.parts()).toEqual([]);
      const { counts } = await importInto(target, fixture.archive);
      for (const name of [
        'generations',
        'outputs',
        'assets',
        'prompts',
        'saved-prompts',
        'collections',
        'saved-searches',
        'tags',
      ]) {
        const { added = 0, present = 0, conflicts = 0 } = wouldDo[name] ?? {};
        const done = counts[name] ?? { added: 0, present: 0, conflicts: 0 };
        expect({ name, added, present, conflicts }).toEqual({ name, ...done });
      }
    },
  );

  it('counts what would be left out', async () => {
    const target = fixture.newTarget();
    await changes[3]?.[1](target);
    expect((await inspect(target)).wouldDo).toMatchObject({
      generations: { added: 1, leftOut: 1 },
      outputs: { added: 0, leftOut: 2 },
      assets: { added: 1, leftOut: 1 },
    });
  });

  it('tells where an archive comes from and how much room it takes', async () => {
    expect(await inspect(fixture.newTarget())).toMatchObject({
      fileName: 'archive.zip',
      appVersion: '0.0.0-test',
      isOfThisLibrary: false,
      missingCount: 0,
      neededBytes: expect.any(Number),
    });
  });

  it.each([
    ['a way out of the folder', { zip: `z.writestr('../outside.txt', 'x')` }, 'leads out'],
    ['a file that nobody listed', { zip: `z.writestr('media/x.mp4', 'x')` }, 'not in the manifest'],
    ['a newer version', { manifest: `manifest['formatVersion'] = 2` }, 'newer version'],
    [
      'data that were changed',
      { manifest: `files['data/tags.jsonl'] = files['data/tags.jsonl'].replace(b'rain', b'snow')` },
      'was changed',
    ],
  ])('refuses %s', async (_, forgery, words) => {
    const target = fixture.newTarget();
    const forged = join(fixture.folder, 'forged.zip');
    forgeArchive(fixture.archive, forged, forgery);
    const before = target.contents();
    await expect(inspect(target, forged)).rejects.toThrow(words);
    expect(target.contents()).toEqual(before);
    expect(target.parts()).toEqual([]);
  });
});
