import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createZipWriter } from './zip-writer.ts';

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

describe('zip writer', () => {
  it('is read by Info-ZIP and Python', async () => {
    const video = Buffer.alloc(3_500_000, 7);
    writeFileSync(join(folder, 'clip.mp4'), video);
    writeFileSync(join(folder, 'empty.mp4'), '');
    const path = join(folder, 'out.zip');
    const zip = await createZipWriter(path);
    const text = await zip.addText('data/a.jsonl', ['{"a":1}\n', '{"a":"é 日本"}\n'], {
      modifiedAt: at,
    });
    const clip = await zip.addFile('media/日本 [k7f3q2].mp4', join(folder, 'clip.mp4'), {
      modifiedAt: at,
    });
    await zip.addFile('media/empty.mp4', join(folder, 'empty.mp4'), { modifiedAt: at });
    await zip.finish();
    await zip.close();

    expect(execFileSync('unzip', ['-t', path]).toString()).toContain('No errors detected');
    const read = readWithPython(path);
    expect(read['data/a.jsonl']?.sha256).toBe(text.sha256);
    expect(read['media/日本 [k7f3q2].mp4']).toEqual({
      size: video.length,
      sha256: createHash('sha256').update(video).digest('hex'),
    });
    expect(clip.sha256).toBe(createHash('sha256').update(video).digest('hex'));
    expect(read['media/empty.mp4']?.size).toBe(0);
  });

  it('leaves a sound archive when a file cannot be read', async () => {
    const path = join(folder, 'out.zip');
    const zip = await createZipWriter(path);
    await zip.addText('one.txt', ['one'], { modifiedAt: at });
    await expect(
      zip.addFile('gone.mp4', join(folder, 'gone.mp4'), { modifiedAt: at }),
    ).rejects.toThrow('ENOENT');
    writeFileSync(join(folder, 'grows.mp4'), Buffer.alloc(3_000_000));
    let isFirst = true;
    await expect(
      zip.addFile('grows.mp4', join(folder, 'grows.mp4'), {
        modifiedAt: at,
        onBytes: () => {
          if (isFirst) writeFileSync(join(folder, 'grows.mp4'), Buffer.alloc(10));
          isFirst = false;
        },
      }),
    ).rejects.toThrow('Found');
    await zip.addText('two.txt', ['two'], { modifiedAt: at });
    await zip.finish();
    await zip.close();
    expect(Object.keys(readWithPython(path))).toEqual(['one.txt', 'two.txt']);
    expect(readFileSync(path).length).toBeLessThan(1000);
  });

  it('does not follow a link', async () => {
    writeFileSync(join(folder, 'secret'), 'secret');
    symlinkSync(join(folder, 'secret'), join(folder, 'link.mp4'));
    const zip = await createZipWriter(join(folder, 'out.zip'));
    await expect(
      zip.addFile('link.mp4', join(folder, 'link.mp4'), { modifiedAt: at }),
    ).rejects.toThrow('ELOOP');
    await zip.close();
  });

  it('writes more than 65,535 entries', async () => {
    const path = join(folder, 'many.zip');
    const tiny = join(folder, 'tiny');
    writeFileSync(tiny, 'x');
    const zip = await createZipWriter(path);
    for (let index = 0; index < 66_000; index++) {
      await zip.addFile(`media/${index}.mp4`, tiny, { modifiedAt: at });
    }
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
    await expect(
      zip.addFile('clip.mp4', join(folder, 'clip.mp4'), {
        modifiedAt: at,
        signal: controller.signal,
        onBytes: () => controller.abort(),
      }),
    ).rejects.toThrow('aborted');
    await zip.close();
  });
});
