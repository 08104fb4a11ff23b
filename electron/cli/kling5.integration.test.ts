import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Check, WipeReceipt } from '#shared/contract/data.ts';
import type { Item } from './item.ts';
import { type Kling5, makeKling5, type Run } from './testing/run-kling5.ts';

let kling5: Kling5;
beforeEach(() => {
  kling5 = makeKling5();
});
afterEach(() => kling5.remove());

interface Failure {
  readonly error: { readonly code: string; readonly message: string };
}
const short = ['--duration', '3', '--wait', '--json'];
async function good(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Run> {
  const run = await kling5.run(args, env);
  expect(run, run.stderr + run.stdout).toMatchObject({ exitCode: 0 });
  return run;
}

// some of these start a dozen processes, which takes its time on a busy machine
describe('kling5', { timeout: 240_000 }, () => {
  it('does the whole job in a pipe: generate, list, export, verify, wipe', async () => {
    const made = await good(['generate', '--prompt', 'neon city in the rain', ...short]);
    expect(made.stderr).toContain('13 or older');
    const item = made.json<Item>();
    const [output] = item.outputs;
    const probe = JSON.parse(
      execFileSync('ffprobe', [
        '-v',
        'error',
        '-of',
        'json',
        '-show_streams',
        output?.file ?? '',
      ]).toString(),
    ) as { streams: { codec_name: string; width: number }[] };
    expect(probe.streams[0]).toMatchObject({ codec_name: 'h264', width: output?.width });

    const listed = (await good(['list', '--search', 'neon', '--json'])).json<{
      total: number;
      items: Item[];
    }>();
    expect(listed).toEqual({ total: 1, items: [item] });
    const none = await good(['list', '--search', 'lantern colour:red', '--json']);
    expect(none.json()).toEqual({ total: 0, items: [] });
    expect(none.stderr).toContain('colour:red is no filter and is searched as text');

    const kinds = (await good(['inspect', '--json'])).json<{
      kinds: { kind: string; count: number }[];
    }>().kinds;
    expect(kinds.find(({ kind }) => kind === 'videos')?.count).toBe(1);

    const archive = join(kling5.folder, 'all.zip');
    await good(['export', '--out', archive, '--json']);
    execFileSync('unzip', ['-tq', archive]);
    expect((await good(['verify', archive, '--json'])).json<{ ok: boolean }>().ok).toBe(true);

    const some = join(kling5.folder, 'some.zip');
    await good(['export', '--out', some, '--ids', item?.id ?? '', '--since', '2026-01-01']);
    execFileSync('unzip', ['-tq', some]);
    const empty = await kling5.run(['export', '--out', some, '--until', '2020-12-31', '--json']);
    expect(empty.exitCode).toBe(1);
    expect(empty.json<Failure>().error.message).toContain('no clips in this range');

    writeFileSync(join(kling5.home, 'library/videos/of somebody else.mp4'), 'mine');
    const receipt = (await good(['wipe', '--yes', '--json'])).json<WipeReceipt>();
    expect(receipt.removed.find(({ kind }) => kind === 'videos')?.count).toBe(1);
    expect(receipt.remaining).toEqual([]);
    expect(receipt.leftAlone).toEqual(['library/videos/of somebody else.mp4']);
    expect(existsSync(output?.file ?? '')).toBe(false);
    expect(existsSync(archive)).toBe(true);
    expect(readdirSync(kling5.home).toSorted()).toEqual([
      '.kling5-home',
      'erase-receipt.json',
      'library',
    ]);
  });

  it('shows the plan and erases nothing without --yes', async () => {
    await good(['inspect']);
    const before = readdirSync(join(kling5.home, 'library')).toSorted();
    const run = await kling5.run(['wipe', '--json']);
    expect(run.exitCode).toBe(2);
    expect(run.json<Failure & { plan: object }>()).toMatchObject({
      error: { code: 'invalid-input' },
      plan: { goneNow: expect.any(Array) },
    });
    expect(readdirSync(join(kling5.home, 'library')).toSorted()).toEqual(before);
  });

  it('finishes a wipe that was cut before anything else', async () => {
    await good(['inspect']);
    const database = join(kling5.home, 'library/library.db');
    const script = `import { openSession } from ${JSON.stringify(fileURLToPath(new URL('./session.ts', import.meta.url)))};
      import { createOutput } from ${JSON.stringify(fileURLToPath(new URL('./output.ts', import.meta.url)))};
      const s = await openSession({ home: process.env.KLING5_HOME, version: '0', output: createOutput(true) });
      const { planId } = await s.call('erasure.plan', {});
      await s.call('erasure.order', { planId, alsoCloud: false });
      process.kill(process.pid, 'SIGKILL');`;
    expect(() =>
      execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        env: { ...process.env, KLING5_HOME: kling5.home },
        stdio: 'ignore',
      }),
    ).toThrow();
    expect(existsSync(join(kling5.home, 'wipe-order.jsonl'))).toBe(true);
    const idBefore = readFileSync(join(kling5.home, 'library/.kling5-library'), 'utf8');
    const run = await good(['list', '--json']);
    expect(run.stderr).toContain('erasure that was not finished');
    expect(run.json()).toEqual({ total: 0, items: [] });
    expect(existsSync(database)).toBe(true);
    expect(readFileSync(join(kling5.home, 'library/.kling5-library'), 'utf8')).not.toBe(idBefore);
  });

  it('uses another gateway, erases there too, and keeps its receipt', async () => {
    const cloud = ['--dir', join(kling5.folder, 'cloud'), '--faults', kling5.cloudScript({})];
    const gateway = kling5.start(['gateway', ...cloud, '--json']);
    try {
      await gateway.says('tokenFile');
      const tokenFile = join(kling5.folder, 'cloud/token');
      expect(statSync(tokenFile).mode & 0o777).toBe(0o600);
      const baseUrl = /http:\/\/127\.0\.0\.1:\d+/.exec(gateway.output())?.[0] ?? '';
      const env = {
        KLING5_CLOUD_URL: baseUrl,
        KLING5_CLOUD_TOKEN: readFileSync(tokenFile, 'utf8').trim(),
      };
      await good(['generate', '--prompt', 'neon lights', ...short], env);
      expect(existsSync(join(kling5.home, 'embedded-gateway'))).toBe(false);
      await good(['wipe', '--yes', '--cloud', '--json'], env);
      const { items } = (await good(['erasures', '--json'], env)).json<{
        items: { state: string; receipt: unknown }[];
      }>();
      expect(items).toMatchObject([{ subject: { type: 'everything' }, state: 'confirmed' }]);
      expect(items[0]?.receipt).not.toBeNull();
    } finally {
      gateway.child.kill('SIGTERM');
    }
    expect((await gateway.ended).exitCode).toBe(0);
  });

  it('stops waiting on Ctrl-C, and the job goes on later and is charged once', async () => {
    const waiting = kling5.start(['generate', '--prompt', 'slow tide', '--wait'], {
      KLING5_GATEWAY_FAULTS: kling5.cloudScript({ renders: [{ delayMs: 3_600_000 }] }),
    });
    await waiting.says('rendering');
    waiting.child.kill('SIGINT');
    const stopped = await waiting.ended;
    expect(stopped.exitCode).toBe(1);
    expect(stopped.stderr).toContain('goes on when the app or kling5 runs again');
    const second = await good(['generate', '--prompt', 'another one', ...short]);
    const { items } = (await good(['list', '--json'])).json<{ items: Item[] }>();
    expect(items.map(({ prompt }) => prompt)).toEqual(['another one', 'slow tide']);
    expect(second.json<Item>().status).toBe('ready');
    const tide = items.find(({ prompt }) => prompt === 'slow tide');
    expect(tide).toMatchObject({
      status: 'ready',
      credits: { held: 0, settled: tide?.credits.quoted },
    });
  });

  it('answers a wrong call with one sentence and 2, in JSON when asked', async () => {
    for (const args of [
      [],
      ['frobnicate'],
      ['list', '--nope'],
      ['verify'],
      ['verify', 'a', 'b'],
      ['generate'],
      ['generate', '--prompt', ''],
      ['list', '--limit', 'x'],
      ['wipe', '--yes', '--home', ''],
      ['list', '--cloud', ''],
      ['export'],
      ['gateway', '--port', '70000'],
    ]) {
      const run = await kling5.run([...args, '--json']);
      expect(run.exitCode, args.join(' ')).toBe(2);
      expect(run.json<Failure>().error.message, args.join(' ')).toMatch(/\S/);
    }
    expect(existsSync(kling5.home)).toBe(false);
  });

  it('answers what fails with a code and 1', async () => {
    const failing: readonly (readonly [readonly string[], string])[] = [
      [['verify', 'absent.zip'], 'file-missing'],
      [['export', '--out', 'no/such/folder/a.zip'], 'file-missing'],
      [['generate', '--prompt', 'x', '--image', 'absent.png'], 'file-missing'],
      [['generate', '--prompt', 'x', '--model', 'nothing-like-it'], 'invalid-input'],
      [['generate', '--prompt', 'x', '--aspect', '5:4'], 'invalid-input'],
    ];
    for (const [args, code] of failing) {
      const run = await kling5.run([...args, '--json']);
      expect(run.exitCode, args.join(' ')).toBe(1);
      expect(run.json<Failure>().error.code, args.join(' ')).toBe(code);
    }
    const text = join(kling5.folder, 'text.zip');
    writeFileSync(text, 'no zip');
    const run = await kling5.run(['verify', text, '--json']);
    expect(run.exitCode).toBe(1);
    expect(run.json<{ ok: boolean } & Failure>()).toMatchObject({
      ok: false,
      error: { code: 'archive-damaged' },
    });
  });

  it('says what is wrong with a library', async () => {
    await good(['inspect']);
    expect((await good(['doctor', '--json'])).json<{ ok: boolean }>().ok).toBe(true);
    truncateSync(join(kling5.home, 'library/library.db'), 6000);
    const sick = await kling5.run(['doctor', '--json']);
    expect(sick.exitCode).toBe(1);
    const { checks } = sick.json<{ checks: Check[] }>();
    expect(checks.find(({ name }) => name === 'database')).toMatchObject({ ok: false });
    expect((await kling5.run(['list', '--json'])).json<Failure>().error.code).toBe(
      'library-damaged',
    );
  });

  it('erases a library that it cannot open, and nothing beside it', async () => {
    mkdirSync(kling5.home);
    const elsewhere = join(kling5.folder, 'Movies/Clips');
    writeFileSync(join(kling5.home, 'notes.txt'), 'mine');
    writeFileSync(
      join(kling5.home, 'preferences.json'),
      JSON.stringify({ libraryPath: elsewhere }),
    );
    await good(['inspect']);
    truncateSync(join(elsewhere, 'library.db'), 6000);
    const run = await good(['wipe', '--yes', '--json']);
    expect(run.stderr).toContain('database is damaged');
    expect(run.json<WipeReceipt>()).toMatchObject({ remaining: [], leftAlone: ['home/notes.txt'] });
    expect(readdirSync(elsewhere)).toEqual([]);
    expect(readdirSync(kling5.home).toSorted()).toEqual([
      '.kling5-home',
      'erase-receipt.json',
      'notes.txt',
    ]);
  });

  it('leaves alone a folder in which others work', async () => {
    mkdirSync(join(kling5.home, 'library'), { recursive: true });
    writeFileSync(join(kling5.home, 'library/thesis.docx'), 'mine');
    const run = await kling5.run(['list', '--json']);
    expect(run.json<Failure>().error.code).toBe('library-not-ours');
  });

  it('does not mind a reader that goes away', async () => {
    const script = `"${process.execPath}" "${fileURLToPath(new URL('./kling5.ts', import.meta.url))}" help | head -1; exit \${PIPESTATUS[0]}`;
    const out = execFileSync('bash', ['-c', script]).toString();
    expect(out).toContain('kling5:');
  });
});
