import { existsSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  dataOf,
  type ImportFixture,
  makeImportFixture,
  type Row,
} from '../testing/import-fixture.ts';
import { importInto } from '../testing/import-target.ts';
import {
  makeSampleLibrary,
  quiet,
  sampleAt,
  type SampleLibrary,
} from '../testing/sample-library.ts';
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

describe('what an import decides', () => {
  it('keeps both when one id stands for two things, and says so', async () => {
    source.addClip({ prompt: 'the one in the archive', content: Buffer.from('archived') });
    await writeArchive(source.source, archive, quiet);
    const other = makeSampleLibrary();
    other.addClip({ prompt: 'the one that is here', content: Buffer.from('mine') });
    const otherArchive = join(folder, 'other.zip');
    await writeArchive(other.source, otherArchive, quiet);
    other.remove();
    const target = fixture.newTarget();
    await importInto(target, otherArchive);
    const report = await importInto(target, archive);
    expect(report.counts).toMatchObject({
      generations: { added: 0, conflicts: 1 },
      outputs: { added: 0, conflicts: 1 },
    });
    expect(report.notes.join(' ')).toContain('Both are kept');
    const rows = target.db.all<{ prompt: string; file_path: string }>(
      'select g.prompt, o.file_path from generation g join output o on o.generation_sequence = g.sequence order by g.sequence',
    );
    expect(rows.map(({ prompt }) => prompt)).toEqual([
      'the one that is here',
      'the one in the archive',
    ]);
    expect(
      rows.map(({ file_path }) => readFileSync(join(target.library, file_path), 'utf8')),
    ).toEqual(['mine', 'archived']);
    expect(target.problems()).toEqual([]);
    const before = target.contents();
    await importInto(target, archive);
    expect(target.contents()).toEqual(before);
  });

  it('knows two videos of one clip with the same content apart', async () => {
    source.addClip({ prompt: 'twice the same', content: Buffer.from('same') });
    source.write('videos/2026/11/2026-11-23 clip [000001-2].mp4', 'same');
    source.db.exec(`
      insert into output (generation_sequence, position, id, file_path, mime_type, sha256, size_bytes, width, height, duration_ms, fps, saved_at)
      select generation_sequence, 1, 'out00000100b', 'videos/2026/11/2026-11-23 clip [000001-2].mp4', mime_type, sha256, size_bytes,
        width, height, duration_ms, fps, saved_at from output`);
    await writeArchive(source.source, archive, quiet);
    const target = fixture.newTarget();
    await importInto(target, archive);
    const lost = join(target.library, 'videos/2026/11/2026-11-23 clip [000001-2].mp4');
    unlinkSync(lost);
    const before = target.db.all('select id, position from output order by id');
    const { notes } = await importInto(target, archive);
    expect(notes.join(' ')).toContain('came back');
    expect(readFileSync(lost, 'utf8')).toBe('same');
    expect(target.db.all('select id, position from output order by id')).toEqual(before);
    expect(before).toHaveLength(2);
  });

  it('keeps both videos when one clip has two with one id', async () => {
    source.addClip({ prompt: 'one', content: Buffer.from('first cut') });
    await writeArchive(source.source, archive, quiet);
    const target = fixture.newTarget();
    await importInto(target, archive);
    target.db.run(`update output set sha256 = ?`, 'f'.repeat(64));
    writeFileSync(
      join(target.library, 'videos/2026/11/2026-11-23 clip [000001].mp4'),
      'second cut',
    );
    const report = await importInto(target, archive);
    expect(report.counts['outputs']).toEqual({ added: 0, present: 0, conflicts: 1 });
    const files = target.db
      .all<{ file_path: string }>('select file_path from output order by position')
      .map(({ file_path }) => readFileSync(join(target.library, file_path), 'utf8'));
    expect(files).toEqual(['second cut', 'first cut']);
    const before = target.contents();
    await importInto(target, archive);
    expect(target.contents()).toEqual(before);
  });

  it('does not bring back what was deleted here', async () => {
    const kept = source.addClip({ prompt: 'kept' });
    const gone = source.addClip({ prompt: 'gone' });
    await writeArchive(source.source, archive, quiet);
    const target = fixture.newTarget();
    target.db.run(`insert into tombstone values ('generation', ?, 1)`, gone.id);
    target.db.run(`insert into tombstone select 'asset', ?, 1`, 'asset00000100');
    const report = await importInto(target, archive);
    expect(target.db.all('select id from generation')).toEqual([{ id: kept.id }]);
    expect(target.db.all('select id from asset')).toEqual([{ id: 'asset00000200' }]);
    expect(report.notes.join(' ')).toContain('deleted here before');
    expect(target.problems()).toEqual([]);
  });

  it('ends what was under way, so that nothing is sent again', async () => {
    for (const [prompt, status, cancel] of [
      ['waiting', 'queued', 0],
      ['rendering', 'rendering', 0],
      ['stopping', 'rendering', 1],
      ['done', 'ready', 0],
    ] as const) {
      const { id } = source.addClip({ prompt });
      source.db
        .prepare('update generation set status = ?, cancel_requested = ? where id = ?')
        .run(status, cancel, id);
    }
    await writeArchive(source.source, archive, quiet);
    const target = fixture.newTarget();
    const report = await importInto(target, archive);
    expect(
      target.db.all<Row>(
        'select status, cancel_requested, failure_code from generation order by sequence',
      ),
    ).toEqual([
      { status: 'failed', cancel_requested: 0, failure_code: 'cancelled' },
      { status: 'failed', cancel_requested: 0, failure_code: 'cancelled' },
      { status: 'cancelled', cancel_requested: 0, failure_code: null },
      { status: 'ready', cancel_requested: 0, failure_code: null },
    ]);
    expect(report.notes.join(' ')).toContain('3 clips had not been finished');
  });

  it('completes a clip that was imported before it was finished', async () => {
    const { id } = source.addClip({ prompt: 'slow one' });
    source.db.exec(
      `create table aside as select * from output; delete from output; update generation set status = 'rendering'`,
    );
    await writeArchive(source.source, archive, quiet);
    source.db.exec(
      `insert into output select * from aside; drop table aside; update generation set status = 'ready'`,
    );
    const later = join(folder, 'later.zip');
    await writeArchive(source.source, later, quiet);
    const target = fixture.newTarget();
    await importInto(target, archive);
    const report = await importInto(target, later);
    expect(report.notes).toEqual(['1 clip without a video here got the one from the archive.']);
    expect(target.db.all('select id, status, failure_code from generation')).toEqual([
      { id, status: 'ready', failure_code: null },
    ]);
    expect(target.problems()).toEqual([]);
  });

  it('switches no consent on and orders no deletion', async () => {
    source.db
      .exec(`insert into consent (at, purpose, is_granted) values (${sampleAt}, 'training', 1);
      insert into erasure (id, subjects, state, requested_at) values ('erasure1', '[{"type":"everything"}]', 'waiting', 1)`);
    await writeArchive(source.source, archive, quiet);
    const target = fixture.newTarget();
    const report = await importInto(target, archive);
    expect(
      target.db.all(`select is_granted from consent where purpose = 'training' order by id`),
    ).toEqual([{ is_granted: 1 }, { is_granted: 0 }]);
    expect(target.db.all('select * from erasure')).toEqual([]);
    expect(report.notes).toHaveLength(2);
    const before = target.contents();
    await importInto(target, archive);
    expect(target.contents()).toEqual(before);
  });

  it('lets what was agreed here last stay the last word', async () => {
    source.db.exec(
      `insert into consent (at, purpose, is_granted) values (${sampleAt + 9e9}, 'training', 1)`,
    );
    await writeArchive(source.source, archive, quiet);
    const target = fixture.newTarget();
    target.db.run(`insert into consent (at, purpose, is_granted) values (1, 'training', 0)`);
    await importInto(target, archive);
    expect(target.db.all(`select is_granted from consent order by id`)).toEqual([
      { is_granted: 1 },
      { is_granted: 0 },
    ]);
  });

  it('marks files that the archive does not hold, and takes them from a fuller one', async () => {
    source.addClip({ prompt: 'one', content: Buffer.from('the video') });
    await writeArchive(source.source, archive, { ...quiet, includeMedia: false });
    const target = fixture.newTarget();
    const report = await importInto(target, archive);
    expect(report.notes.join(' ')).toContain('2 files named by the data are not in the archive');
    expect(
      target.db.all('select is_missing from output union all select is_missing from asset'),
    ).toEqual([{ is_missing: 1 }, { is_missing: 1 }]);
    const full = join(folder, 'full.zip');
    await writeArchive(source.source, full, quiet);
    expect((await importInto(target, full)).notes).toEqual([
      '2 files missing here came back. For example: holiday.png.',
    ]);
    expect(await fixture.exportOf(target, 'again.zip')).toEqual(dataOf(full));
    expect(target.problems()).toEqual([]);
  });

  it('takes a changed file as it is, and says so', async () => {
    const { file } = source.addClip({ prompt: 'one' });
    writeFileSync(file, 'cut in an editor');
    await writeArchive(source.source, archive, quiet);
    const target = fixture.newTarget();
    const report = await importInto(target, archive);
    expect(report.notes).toEqual([
      '1 file had been changed in the library that wrote the archive, and came in as found. For example: “one”.',
    ]);
    expect(
      readFileSync(join(target.library, 'videos/2026/11/2026-11-23 clip [000001].mp4'), 'utf8'),
    ).toBe('cut in an editor');
  });

  it('never writes over a file that is there', async () => {
    source.addClip({ prompt: 'one', content: Buffer.from('archived') });
    await writeArchive(source.source, archive, quiet);
    const target = fixture.newTarget();
    const path = 'videos/2026/11/2026-11-23 clip [000001].mp4';
    target.write(path, 'of somebody else');
    await importInto(target, archive);
    expect(readFileSync(join(target.library, path), 'utf8')).toBe('of somebody else');
    const row = target.db.get<{ file_path: string }>('select file_path from output');
    expect(row?.file_path).toBe('videos/2026/11/2026-11-23 clip [000001-2].mp4');
    expect(readFileSync(join(target.library, row?.file_path ?? ''), 'utf8')).toBe('archived');
  });

  it('gives the name of a file that is lost to nothing else', async () => {
    source.addClip({ prompt: 'mine', content: Buffer.from('mine') });
    await writeArchive(source.source, archive, quiet);
    const target = fixture.newTarget();
    await importInto(target, archive);
    const path = 'videos/2026/11/2026-11-23 clip [000001].mp4';
    unlinkSync(join(target.library, path));
    const other = makeSampleLibrary();
    other.addClip({ prompt: 'another', content: Buffer.from('another') });
    const otherArchive = join(folder, 'other.zip');
    await writeArchive(other.source, otherArchive, quiet);
    other.remove();
    await importInto(target, otherArchive);
    expect(existsSync(join(target.library, path))).toBe(false);
  });
});
