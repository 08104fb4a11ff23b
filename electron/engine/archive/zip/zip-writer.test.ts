import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyAside, copyHere } from './copy-aside.ts';
import { createZipWriter, type FileOptions } from './zip-writer.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kling5-zip-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = Date.UTC(2026, 10, 23, 12, 0, 0);

const readWithPython = (zip: string): Record<string, { size: number; sha256: string }> =>
  JSON.parse(
    execFileSync('python3', [
      '-c',
      `import zipfile,hashlib,json,sys
z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None
print(json.dumps({i.filename:{'size':i.file_size,'sha256':hashlib.sha256(z.read(i)).hexdigest()} for i in z.infolist()}))`,
      zip,
    ]).toString(),
  ) as Record<string, { size: number; sha256: string }>;

/** A file of the test's folder, under its own name. */
const file = (name: string, as = name) => ({
  name: as,
  path: join(folder, name),
  modifiedAt: at,
  wantsHash: true,
});

// few files are copied right here, many in a thread: nothing else may differ
describe.each([false, true])('zip writer, files copied aside: %s', (isAside) => {
  const options: FileOptions = { isAside, signal: new AbortController().signal };

  it('is read by Info-ZIP and Python', async () => {
    const video = Buffer.alloc(3_500_000, 7);
    writeFileSync(join(folder, 'clip.mp4'), video);
    writeFileSync(join(folder, 'small.mp4'), 'small');
    writeFileSync(join(folder, 'empty.mp4'), '');
    const path = join(folder, 'out.zip');
    const zip = await createZipWriter(path);
    const text = await zip.addText('data/a.jsonl', ['{"a":1}\n', '{"a":"é 日本"}\n'], {
      modifiedAt: at,
    });
    const files = ['small.mp4', 'empty.mp4', 'clip.mp4'].map((name) => file(name));
    const more = [file('small.mp4', 'again.mp4'), file('clip.mp4', 'media/日本 [k7f3q2].mp4')];
    const copied = await zip.addFiles([...files, ...more], options);
    await zip.finish();
    await zip.close();

    expect(execFileSync('unzip', ['-t', path]).toString()).toContain('No errors detected');
    const read = readWithPython(path);
    expect(Object.keys(read)).toHaveLength(6);
    expect(read['data/a.jsonl']?.sha256).toBe(text.sha256);
    const sha256 = createHash('sha256').update(video).digest('hex');
    for (const name of ['clip.mp4', 'media/日本 [k7f3q2].mp4']) {
      expect(read[name]).toEqual({ size: video.length, sha256 });
    }
    expect(copied[4]).toMatchObject({ sha256 });
    expect(read['again.mp4']).toMatchObject({ size: 5 });
    expect(read['empty.mp4']?.size).toBe(0);
  });

  it('leaves a sound archive when a file cannot be read', async () => {
    const path = join(folder, 'out.zip');
    const zip = await createZipWriter(path);
    await zip.addText('one.txt', ['one'], { modifiedAt: at });
    writeFileSync(join(folder, 'secret'), 'secret');
    symlinkSync(join(folder, 'secret'), join(folder, 'link.mp4'));
    mkdirSync(join(folder, 'folder.mp4'));
    const names = ['gone.mp4', 'link.mp4', 'folder.mp4'];
    const copied = await zip.addFiles(
      names.map((name) => file(name)),
      options,
    );
    expect(copied).toEqual([
      { record: null, name: 'gone.mp4', reason: expect.stringContaining('ENOENT') as string },
      { record: null, name: 'link.mp4', reason: expect.stringContaining('ELOOP') as string },
      { record: null, name: 'folder.mp4', reason: expect.stringContaining('EISDIR') as string },
    ]);
    await zip.addText('two.txt', ['two'], { modifiedAt: at });
    await zip.finish();
    await zip.close();
    expect(Object.keys(readWithPython(path))).toEqual(['one.txt', 'two.txt']);
    expect(readFileSync(path).length).toBeLessThan(1000);
  });

  it('writes more than 65,535 entries', async () => {
    const path = join(folder, 'many.zip');
    writeFileSync(join(folder, 'tiny'), 'x');
    const zip = await createZipWriter(path);
    const names = Array.from({ length: 66_000 }, (_, index) => `media/${index}.mp4`);
    await zip.addFiles(
      names.map((name) => file('tiny', name)),
      options,
    );
    expect((await zip.finish()).entries).toBe(66_000);
    await zip.close();
    const count = execFileSync('python3', [
      '-c',
      'import zipfile,sys; z=zipfile.ZipFile(sys.argv[1]); print(len(z.namelist()), z.read("media/65999.mp4"))',
      path,
    ]);
    expect(count.toString().trim()).toBe("66000 b'x'");
    expect(execFileSync('unzip', ['-tqq', path]).toString()).toBe('');
  });

  it('stops at once when it is cancelled', async () => {
    writeFileSync(join(folder, 'clip.mp4'), Buffer.alloc(8_000_000));
    const controller = new AbortController();
    const zip = await createZipWriter(join(folder, 'out.zip'));
    let told = 0;
    await expect(
      zip.addFiles([file('clip.mp4'), file('clip.mp4', 'again.mp4')], {
        ...options,
        signal: controller.signal,
        onBytes: () => {
          told += 1;
          controller.abort();
        },
      }),
    ).rejects.toThrow('aborted');
    expect(told).toBe(1);
    await zip.close();
  });

  it('says what is wrong with the disk', async () => {
    writeFileSync(join(folder, 'clip.mp4'), Buffer.alloc(8_000_000));
    const copy = isAside ? copyAside : copyHere;
    const full = openSync('/dev/full', 'w');
    const place = { fd: full, position: 0 };
    await expect(
      copy([file('clip.mp4')], { place, signal: options.signal, onSome: () => undefined }),
    ).rejects.toMatchObject({ code: 'ENOSPC', syscall: 'write' });
    closeSync(full);
  });
});

it('goes back when a long file turns out to be no good', async () => {
  const path = join(folder, 'out.zip');
  const zip = await createZipWriter(path);
  await zip.addText('one.txt', ['one'], { modifiedAt: at });
  writeFileSync(join(folder, 'shrinks.mp4'), Buffer.alloc(3_000_000));
  let isFirst = true;
  const [copied] = await zip.addFiles([file('shrinks.mp4')], {
    isAside: false,
    signal: new AbortController().signal,
    onBytes: (sizeBytes) => {
      if (isFirst && sizeBytes > 0) truncateSync(join(folder, 'shrinks.mp4'), 10);
      if (sizeBytes > 0) isFirst = false;
    },
  });
  expect(copied).toMatchObject({ reason: expect.stringContaining('Found') as string });
  await zip.addText('two.txt', ['two'], { modifiedAt: at });
  await zip.finish();
  await zip.close();
  expect(Object.keys(readWithPython(path))).toEqual(['one.txt', 'two.txt']);
  expect(readFileSync(path).length).toBeLessThan(1000);
});
