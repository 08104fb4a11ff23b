import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entities } from '../format/entities.ts';
import { leftOutTables } from '../format/left-out.ts';
import { makeSampleLibrary, quiet, type SampleLibrary } from '../testing/sample-library.ts';
import type { Manifest } from '../format/manifest.ts';
import { verifyArchive } from '../verify/verify.ts';
import { writeArchive } from './write-archive.ts';

let library: SampleLibrary;
let folder = '';
let target = '';
beforeEach(() => {
  library = makeSampleLibrary();
  folder = library.outside;
  target = join(folder, 'my export.zip');
});
afterEach(() => library.remove());

function unpack(): string {
  const into = join(folder, 'unpacked');
  mkdirSync(into);
  execFileSync('unzip', ['-q', target, '-d', into]);
  return into;
}
const manifestIn = (into: string): Manifest =>
  JSON.parse(readFileSync(join(into, 'manifest.json'), 'utf8')) as Manifest;
const rowsIn = (into: string, name: string): Record<string, unknown>[] =>
  readFileSync(join(into, 'data', `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('export', () => {
  it('carries every table and column of the database', () => {
    const tables = library.db
      .prepare(
        `select name from pragma_table_list where schema = 'main' and type in ('table', 'virtual') and name not like 'sqlite_%'`,
      )
      .all() as { name: string }[];
    for (const { name } of tables) {
      if (leftOutTables[name]) continue;
      const entity = entities.find(({ table }) => table === name);
      expect(entity, name).toBeDefined();
      const columns = library.db.prepare(`select name from pragma_table_info('${name}')`).all() as {
        name: string;
      }[];
      expect([...(entity?.covered ?? [])].sort()).toEqual(
        columns.map((column) => column.name).sort(),
      );
    }
  });

  it('keeps the media under their own names and the rows that point to them', async () => {
    library.addClip({ prompt: 'one', content: Buffer.from('the video') });
    await writeArchive(library.source, target, quiet);
    const into = unpack();
    const [output] = rowsIn(into, 'outputs');
    expect(output?.['file']).toBe('media/videos/2026/11/2026-11-23 clip [000001].mp4');
    expect(readFileSync(join(into, String(output?.['file'])), 'utf8')).toBe('the video');
    expect(readFileSync(join(into, String(output?.['poster'])), 'utf8')).toBe('poster 1');
    const [generation] = rowsIn(into, 'generations');
    expect(generation).toMatchObject({
      id: output?.['generationId'],
      parameters: { duration: 5, aspect: '16:9' },
      isFavourite: false,
      createdAt: '2026-11-23T12:00:00.001Z',
    });
  });

  it('lists what is missing or was changed instead of failing', async () => {
    const gone = library.addClip({ prompt: 'gone' });
    unlinkSync(gone.file);
    const edited = library.addClip({ prompt: 'edited' });
    writeFileSync(edited.file, 'cut in an editor');
    await writeArchive(library.source, target, quiet);
    const manifest = manifestIn(unpack());
    expect(manifest.missing).toEqual([
      {
        path: 'media/videos/2026/11/2026-11-23 clip [000001].mp4',
        type: 'video',
        id: 'out00000100',
        reason: 'not-found',
      },
    ]);
    const changed = manifest.files.find(({ id, type }) => type === 'video' && id === 'out00000200');
    expect(changed?.expectedSha256).toMatch(/^[0-9a-f]{64}$/);
    expect((await verifyArchive(target)).ok).toBe(true);
  });

  it('holds no folder names of this computer and no preferences about places', async () => {
    library.addClip({
      prompt: 'x',
      failureMessage: `ENOSPC: no space left, write '${join(library.library, 'incoming/x.part')}'`,
    });
    writeFileSync(
      join(library.home, 'preferences.json'),
      JSON.stringify({
        appearance: { theme: 'dark' },
        libraryPath: library.library,
        window: { width: 1 },
      }),
    );
    await writeArchive(library.source, target, quiet);
    const into = unpack();
    const everything = execFileSync('find', [
      into,
      '-type',
      'f',
      '-exec',
      'cat',
      '{}',
      '+',
    ]).toString();
    expect(everything).not.toContain(library.home);
    expect(everything).toContain("write '<library>/incoming/x.part'");
    expect(rowsIn(into, 'preferences')).toEqual([{ key: 'appearance', value: { theme: 'dark' } }]);
  });

  it('exports the text alone when media are not asked for', async () => {
    library.addClip({ prompt: 'x' });
    await writeArchive(library.source, target, { ...quiet, includeMedia: false });
    const into = unpack();
    expect(existsSync(join(into, 'media'))).toBe(false);
    expect(manifestIn(into).missing.every(({ reason }) => reason === 'not-asked-for')).toBe(true);
    expect(readFileSync(join(into, 'index.html'), 'utf8')).toContain('not in the archive');
  });

  it('works for an empty library', async () => {
    const result = await writeArchive(library.source, target, quiet);
    expect(result.fileName).toBe('my export.zip');
    expect(readFileSync(join(unpack(), 'index.html'), 'utf8')).toContain('There are no clips');
    expect((await verifyArchive(target)).ok).toBe(true);
  });

  it('shows the library as it was at one moment', async () => {
    library.addClip({ prompt: 'before' });
    await writeArchive(library.source, target, {
      ...quiet,
      progress: {
        phase: (name) => {
          if (name === 'data') library.addClip({ prompt: 'after' });
        },
        add: () => undefined,
        items: () => undefined,
      },
    });
    const into = unpack();
    expect(rowsIn(into, 'generations').map(({ prompt }) => prompt)).toEqual(['before']);
    expect(rowsIn(into, 'outputs')).toHaveLength(1);
  });

  it('leaves nothing behind when it is cancelled, and keeps the older export', async () => {
    library.addClip({ prompt: 'x', content: Buffer.alloc(4_000_000) });
    writeFileSync(target, 'an older export');
    const controller = new AbortController();
    const writing = writeArchive(library.source, target, {
      includeMedia: true,
      signal: controller.signal,
      progress: {
        phase: (name) => {
          if (name === 'media') setImmediate(() => controller.abort());
        },
        add: () => controller.abort(),
        items: () => undefined,
      },
    });
    await expect(writing).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(folder)).toEqual(['my export.zip']);
    expect(readFileSync(target, 'utf8')).toBe('an older export');
  });

  it('makes the same archive twice', async () => {
    library.addClip({ prompt: 'x' });
    await writeArchive(library.source, target, quiet);
    const first = readFileSync(target);
    await writeArchive(library.source, target, quiet);
    expect(readFileSync(target).equals(first)).toBe(true);
  });

  it('does not follow a link out of the library', async () => {
    const { file } = library.addClip({ prompt: 'x' });
    unlinkSync(file);
    symlinkSync('/etc/hostname', file);
    await writeArchive(library.source, target, quiet);
    const manifest = manifestIn(unpack());
    expect(manifest.missing.map(({ reason }) => reason)).toEqual(['unreadable']);
  });

  it('makes pages of the gallery when there are many clips', async () => {
    for (let count = 0; count < 250; count++) library.addClip({ prompt: `clip number ${count}` });
    await writeArchive(library.source, target, quiet);
    const into = unpack();
    expect(readFileSync(join(into, 'index.html'), 'utf8')).toContain('gallery/page-2.html');
    const second = readFileSync(join(into, 'gallery/page-2.html'), 'utf8');
    expect(second).toContain('src="../media/videos/2026/11/2026-11-23%20clip%20%5B000001%5D.mp4"');
    expect(second).toContain('clip number 0<');
  });
});
