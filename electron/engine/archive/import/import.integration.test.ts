import { cpSync, existsSync, readFileSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportReport } from '#shared/contract/data.ts';
import { entities } from '../format/entities.ts';
import { plainColumns } from './import-lines.ts';
import { stagedNames } from './staged-lines.ts';
import {
  dataOf,
  type ImportFixture,
  makeImportFixture,
  type Row,
} from '../testing/import-fixture.ts';
import { fillEveryTable, importInto } from '../testing/import-target.ts';
import { quiet, type SampleLibrary } from '../testing/sample-library.ts';
import { writeArchive } from '../export/write-archive.ts';

let fixture: ImportFixture;
let source: SampleLibrary;
let folder = '';
let archive = '';
beforeEach(() => {
  fixture = makeImportFixture();
  ({ source, folder, archive } = fixture);
});
afterEach(() => fixture.remove());

const sums = (report: ImportReport | undefined) => {
  const total = { added: 0, present: 0, conflicts: 0 };
  for (const row of Object.values(report?.counts ?? {})) {
    total.added += row.added;
    total.present += row.present;
    total.conflicts += row.conflicts;
  }
  return total;
};

describe('import', () => {
  it('loses no field on the way into an empty library', async () => {
    source.addClip({
      prompt: 'neon city in the rain',
      title: 'Neon',
      content: Buffer.alloc(2_100_000, 7),
    });
    source.addClip({ prompt: '霓虹城市 “雨”' });
    source.addClip({ prompt: 'deleted' });
    source.addClip({ prompt: 'lanterns' });
    source.db.exec('pragma foreign_keys = on; delete from generation where sequence = 3');
    fillEveryTable(source.db);
    await writeArchive(source.source, archive, quiet);
    const target = fixture.newTarget();
    const report = await importInto(target, archive);
    expect(report).toMatchObject({
      counts: {
        generations: { added: 3, present: 0, conflicts: 0 },
        outputs: { added: 3 },
        assets: { added: 4 },
      },
      notes: [],
    });
    const before = dataOf(archive);
    for (const [name, rows] of Object.entries(before)) {
      expect(rows.length, `${name} has lines to compare`).toBeGreaterThan(0);
    }
    expect(await fixture.exportOf(target, 'again.zip')).toEqual(before);
    const [output] = before['outputs'] ?? [];
    const file = String(output?.['file']).replace('media/', '');
    expect(readFileSync(join(target.library, file)).equals(Buffer.alloc(2_100_000, 7))).toBe(true);
  });

  it('puts the same archive byte for byte back together', async () => {
    source.addClip({ prompt: 'one' });
    await writeArchive(source.source, archive, quiet);
    const target = fixture.newTarget();
    await importInto(target, archive);
    const again = join(folder, 'again.zip');
    await writeArchive(target.source, again, quiet);
    expect(readFileSync(again).equals(readFileSync(archive))).toBe(true);
  });

  it('knows every table and column that an archive carries', () => {
    const handled = new Set<string>(stagedNames);
    expect(entities.map(({ name }) => name).filter((name) => !handled.has(name))).toEqual([]);
    const workedOut = [
      'generation_sequence',
      'collection_sequence',
      'asset_sequence',
      'file_path',
      'poster_path',
    ];
    for (const entity of entities) {
      const plain = new Set(
        plainColumns(entity).map(({ name }) =>
          name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        ),
      );
      const rest = entity.covered.filter((column) => !plain.has(column));
      expect(
        rest.filter((column) => !workedOut.includes(column)),
        entity.name,
      ).toEqual([]);
    }
  });

  it('changes nothing the second time', async () => {
    source.addClip({ prompt: 'one' });
    source.addClip({ prompt: 'two' });
    fillEveryTable(source.db);
    await writeArchive(source.source, archive, quiet);
    const target = fixture.newTarget();
    await importInto(target, archive);
    const before = target.contents();
    const report = await importInto(target, archive);
    expect(target.contents()).toEqual(before);
    expect(sums(report)).toMatchObject({ added: 0, conflicts: 0 });
    expect(sums(report).present).toBeGreaterThan(10);
  });

  it('adds to a filled library and leaves what is there as it is', async () => {
    source.addClip({ prompt: 'shared prompt' });
    source.addClip({ prompt: 'from the archive' });
    await writeArchive(source.source, archive, quiet);
    const target = fixture.newTarget();
    await importInto(target, archive);
    target.db.run(`update generation set title = 'Mine', is_favourite = 1 where sequence = 1`);
    target.db.run(`delete from generation where sequence = 2`);
    const report = await importInto(target, archive);
    expect(report.counts['generations']).toEqual({ added: 1, present: 1, conflicts: 0 });
    const rows = target.db.all<Row>(
      'select id, sequence, title, is_favourite from generation order by sequence',
    );
    expect(rows).toEqual([
      { id: 'gen000000001', sequence: 1, title: 'Mine', is_favourite: 1 },
      { id: 'gen000000002', sequence: 3, title: '', is_favourite: 0 },
    ]);
    expect(target.problems()).toEqual([]);
  });

  it('finds imported clips and prompts by their words', async () => {
    source.addClip({ prompt: '霓虹城市', title: 'Neon dreams' });
    await writeArchive(source.source, archive, quiet);
    const target = fixture.newTarget();
    await importInto(target, archive);
    const hits = (table: string, words: string) =>
      target.db.all(`select rowid from ${table} where ${table} match ?`, words).length;
    expect(hits('generation_search', 'dreams')).toBe(1);
    expect(hits('prompt_search', '"城 市"')).toBe(1);
  });

  it.each(['staged', 'unpacked', 'placed', 'written'] as const)(
    'is completed by a second run after the power went at "%s"',
    async (moment) => {
      for (let count = 0; count < 140; count++) source.addClip({ prompt: `clip ${count % 50}` });
      fillEveryTable(source.db);
      await writeArchive(source.source, archive, quiet);
      const target = fixture.newTarget();
      const cut = join(folder, 'cut');
      let times = 0;
      await expect(
        importInto(target, archive, (name) => {
          times += name === moment ? 1 : 0;
          if (name !== moment || times < (moment === 'staged' ? 1 : 4)) return;
          cpSync(target.library, cut, { recursive: true }); // what the disk holds at this moment
          throw new Error('power cut');
        }),
      ).rejects.toThrow('power cut');
      const revived = fixture.newTarget(cut);
      expect(revived.problems()).toEqual([]);
      await importInto(revived, archive);
      expect(revived.problems()).toEqual([]);
      expect(await fixture.exportOf(revived, 'again.zip')).toEqual(dataOf(archive));
      expect(revived.orphans()).toEqual([]);
    },
  );

  it('takes back what no row names when it is cancelled', async () => {
    for (let count = 0; count < 40; count++) source.addClip({ prompt: `clip ${count}` });
    await writeArchive(source.source, archive, quiet);
    const target = fixture.newTarget();
    const controller = new AbortController();
    const failpoint = (name: string) => {
      if (name === 'placed') controller.abort();
    };
    await expect(importInto(target, archive, failpoint, controller.signal)).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(target.orphans()).toEqual([]);
    expect(target.problems()).toEqual([]);
  });

  it('leaves no part files behind', async () => {
    const { file } = source.addClip({ prompt: 'one' });
    unlinkSync(file);
    await writeArchive(source.source, archive, quiet);
    const target = fixture.newTarget();
    await importInto(target, archive);
    expect(existsSync(dirname(target.source.database))).toBe(true);
    expect(target.parts()).toEqual([]);
  });
});
