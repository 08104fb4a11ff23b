import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSampleLibrary, quiet, type SampleLibrary } from '../testing/sample-library.ts';
import { type Verification, verifyArchive } from './verify.ts';
import { writeArchive } from '../export/write-archive.ts';

let library: SampleLibrary;
let folder = '';
let good: Buffer;
beforeAll(async () => {
  library = makeSampleLibrary();
  folder = library.outside;
  library.addClip({ prompt: 'one', content: Buffer.alloc(300_000, 5) });
  library.addClip({ prompt: 'two', content: Buffer.alloc(1_500_000, 6) });
  const target = join(folder, 'good.zip');
  await writeArchive(library.source, target, quiet);
  good = readFileSync(target);
});
afterAll(() => library.remove());

async function verify(content: Buffer | string): Promise<Verification> {
  const path = join(folder, 'candidate.zip');
  writeFileSync(path, content);
  return verifyArchive(path);
}
const failure = ({ checks }: Verification): string => checks.find(({ ok }) => !ok)?.message ?? '';

/** The good archive, changed by a line of Python and packed again. */
async function repacked(change: string): Promise<Verification> {
  writeFileSync(join(folder, 'good.zip'), good);
  const script = `
import zipfile,json,hashlib,sys
source=zipfile.ZipFile('good.zip'); files={n:source.read(n) for n in source.namelist()}
def seal():
  files['manifest-sha256.txt']=''.join(hashlib.sha256(files[n]).hexdigest()+'  '+n+'\\n' for n in sorted(files) if n!='manifest-sha256.txt').encode()
def manifest(edit):
  value=json.loads(files['manifest.json']); edit(value); files['manifest.json']=json.dumps(value).encode(); seal()
${change}
out=zipfile.ZipFile('candidate.zip','w')
for n,b in files.items(): out.writestr(n,b)
out.close()`;
  execFileSync('python3', ['-W', 'ignore', '-c', script], { cwd: folder });
  return verifyArchive(join(folder, 'candidate.zip'));
}

describe('verify', () => {
  it('accepts what was just written', async () => {
    const result = await verify(good);
    expect(result).toMatchObject({ ok: true, code: null });
    expect(result.checks.map(({ name }) => name)).toEqual([
      'archive',
      'names',
      'manifest',
      'completeness',
      'checksums',
      'data',
    ]);
  });

  it('accepts an archive that another program packed again', async () => {
    expect(await repacked('pass')).toMatchObject({ ok: true });
  });

  it.each([0, 1, 100, 0.5, 0.9, -1, -22])('names an archive cut at %d', async (at) => {
    const length = at < 0 ? good.length + at : at > 0 && at < 1 ? Math.floor(good.length * at) : at;
    const result = await verify(good.subarray(0, length));
    expect(result).toMatchObject({ ok: false, code: 'archive-damaged' });
    expect(failure(result)).toMatch(/\.$/);
  });

  it('notices any flipped bit', async () => {
    for (let step = 0; step < 60; step++) {
      const at = Math.floor((good.length * step) / 60) + 35;
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ 0x10;
      const result = await verify(bad);
      expect(result.ok, `byte ${at}`).toBe(false);
      expect(failure(result)).not.toBe('');
    }
  });

  it('says that another program’s ZIP is not one of ours', async () => {
    mkdirSync(join(folder, 'other'), { recursive: true });
    writeFileSync(join(folder, 'other/a.txt'), 'a');
    execFileSync('zip', ['-q', '-r', 'other.zip', 'other'], { cwd: folder });
    const result = await verifyArchive(join(folder, 'other.zip'));
    expect(result).toMatchObject({ ok: false, code: 'archive-unsupported' });
    expect(failure(result)).toContain('not an archive of Kling 5 Studio');
  });

  it('says that a text file is no ZIP', async () => {
    const result = await verify('hello, this is text');
    expect(failure(result)).toContain('not a ZIP archive');
  });

  it('rejects when there is no file', async () => {
    await expect(verifyArchive(join(folder, 'absent.zip'))).rejects.toMatchObject({
      code: 'file-missing',
    });
  });

  it.each([
    ['a file that was added', `files['media/extra.mp4']=b'x'`, 'is not in the manifest'],
    [
      'a file that was taken out',
      `del files[[n for n in files if n.endswith('.mp4')][0]]`,
      'is missing',
    ],
    [
      'a video that was replaced',
      `n=[n for n in files if n.endswith('.mp4')][0]; files[n]=b'x'*len(files[n])`,
      'was changed',
    ],
    [
      'a manifest that was edited',
      `files['manifest.json']=files['manifest.json'].replace(b'0.0.0-test',b'9.9.9-test')`,
      'was changed after',
    ],
    ['a manifest that is no JSON', `files['manifest.json']=b'{'; seal()`, 'cannot be read'],
    ['a manifest without its files', `manifest(lambda m: m.pop('files'))`, 'not complete: files'],
    ['a missing list of checksums', `del files['manifest-sha256.txt']`, 'is missing'],
    [
      'an unknown field in a row',
      `import re
def edit(m):
  n='data/tags.jsonl'; files[n]=b'{"id":1,"name":"a","createdAt":"2026-01-01T00:00:00.000Z","more":1}\\n'
  f=[f for f in m['files'] if f['path']==n][0]; f['size']=len(files[n]); f['sha256']=hashlib.sha256(files[n]).hexdigest(); m['counts']['tags']=1
manifest(edit)`,
      'does not fit its schema',
    ],
    [
      'a row of a generation that is not there',
      `
def edit(m):
  n='data/events.jsonl'; files[n]=b'{"id":1,"generationId":"nowhere","at":"2026-01-01T00:00:00.000Z","type":"a","status":"b","note":""}\\n'
  f=[f for f in m['files'] if f['path']==n][0]; f['size']=len(files[n]); f['sha256']=hashlib.sha256(files[n]).hexdigest(); m['counts']['events']=1
manifest(edit)`,
      'belongs to a generation that is not there',
    ],
  ])('names %s', async (_, change, words) => {
    const result = await repacked(change);
    expect(result).toMatchObject({ ok: false, code: 'archive-damaged' });
    expect(
      result.checks
        .filter(({ ok }) => !ok)
        .map(({ message }) => message)
        .join(' '),
    ).toContain(words);
  });

  it.each([
    [`manifest(lambda m: m.update(formatVersion=2))`, 'newer version'],
    [`manifest(lambda m: m.update(format='other'))`, 'another program'],
  ])('tells an archive it does not understand: %s', async (change, words) => {
    const result = await repacked(change);
    expect(result.code).toBe('archive-unsupported');
    expect(failure(result)).toContain(words);
  });

  it('can be cancelled', async () => {
    writeFileSync(join(folder, 'good.zip'), good);
    const controller = new AbortController();
    const verifying = verifyArchive(join(folder, 'good.zip'), {
      signal: controller.signal,
      onBytes: () => controller.abort(),
    });
    await expect(verifying).rejects.toMatchObject({ code: 'cancelled' });
  });
});
