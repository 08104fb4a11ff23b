import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Item } from './item.ts';
import { type Kling5, makeKling5, type Run } from './testing/run-kling5.ts';
import { readVideoFacts } from '../gateway/video/video-facts.ts';

let kling5: Kling5;
beforeEach(() => {
  kling5 = makeKling5();
});
afterEach(() => kling5.remove());

async function good(args: readonly string[]): Promise<Run> {
  const run = await kling5.run(args);
  expect(run, run.stderr + run.stdout).toMatchObject({ exitCode: 0 });
  return run;
}

interface Failure {
  readonly error: { readonly code: string; readonly message: string };
}
interface Counts {
  readonly added: number;
  readonly present: number;
  readonly conflicts: number;
}
interface Imported {
  readonly counts: Readonly<Record<string, Counts>>;
  readonly notes: readonly string[];
}
interface Seeded {
  readonly library: string;
  readonly files: number;
  /** In the library, not in the trash. */
  readonly clips: number;
  readonly trash: number;
}

const dataIn = (archive: string, name: string): string =>
  execFileSync('unzip', ['-p', archive, `data/${name}.jsonl`]).toString();
const filesIn = (library: string): string =>
  execFileSync(
    'bash',
    ['-c', 'find videos posters assets -type f | sort | xargs -d "\\n" sha256sum'],
    {
      cwd: library,
    },
  ).toString();

describe('kling5 seed', { timeout: 240_000 }, () => {
  it('makes the same library from the same number, and another from another', async () => {
    const make = async (name: string, seed: string) => {
      const home = join(kling5.folder, name);
      const args = [
        'seed',
        '--count',
        '400',
        '--videos',
        '2',
        '--seed',
        seed,
        '--home',
        home,
        '--json',
      ];
      const { library } = (await good(args)).json<Seeded>();
      const archive = join(kling5.folder, `${name}.zip`);
      await good(['export', '--out', archive, '--home', home]);
      const data = ['generations', 'outputs', 'assets', 'prompts', 'events', 'generation-tags'];
      return { files: filesIn(library), data: data.map((file) => dataIn(archive, file)) };
    };
    const first = await make('a', '7');
    expect(await make('b', '7')).toEqual(first);
    expect((await make('c', '8')).data).not.toEqual(first.data);
  });

  it('fills the library that the other commands see', async () => {
    const made = (await good(['seed', '--count', '300', '--json'])).json<Seeded>();
    expect(made).toMatchObject({ files: 36, clips: 293, trash: 3 });
    const listed = (await good(['list', '--search', 'rain', '--json'])).json<{
      total: number;
      items: Item[];
    }>();
    expect(listed.total).toBeGreaterThan(5);
    const [output] = listed.items[0]?.outputs ?? [];
    const facts = await readVideoFacts(output?.file ?? '');
    const { width, height, durationMs } = output ?? {};
    expect(facts).toMatchObject({ width, height, durationMs });
    const sick = (await kling5.run(['doctor', '--json'])).json<{
      checks: { name: string; ok: boolean }[];
    }>();
    expect(sick.checks.find(({ name }) => name === 'database')?.ok).toBe(true);
  });

  it('touches no library that holds something', async () => {
    await good(['seed', '--count', '3', '--videos', '1']);
    const again = await kling5.run(['seed', '--count', '3', '--json']);
    expect(again.exitCode).toBe(1);
    expect(again.json<Failure>().error.code).toBe('conflict');
    expect((await good(['list', '--json'])).json<{ total: number }>().total).toBe(3);
  });

  it.each([[['seed']], [['seed', '--count', '0']], [['seed', '--count', '5', '--seed', 'x']]])(
    'refuses %j with 2',
    async (args) => {
      expect((await kling5.run([...args, '--json'])).exitCode).toBe(2);
    },
  );
});

describe('kling5 import', { timeout: 240_000 }, () => {
  it('brings an exported library back after a wipe, and changes nothing the second time', async () => {
    await good(['seed', '--count', '250', '--videos', '2']);
    const archive = join(kling5.folder, 'all.zip');
    const again = join(kling5.folder, 'again.zip');
    await good(['export', '--out', archive]);
    await good(['wipe', '--yes']);
    const first = (await good(['import', archive, '--json'])).json<Imported>();
    expect(first.counts['generations']).toEqual({ added: 250, present: 0, conflicts: 0 });
    expect(first.notes).toEqual([]);
    await good(['export', '--out', again]);
    for (const name of [
      'generations',
      'outputs',
      'assets',
      'prompts',
      'events',
      'tags',
      'generation-tags',
    ]) {
      expect(dataIn(again, name) === dataIn(archive, name), name).toBe(true);
    }
    const second = (await good(['import', archive, '--json'])).json<Imported>();
    expect(
      Object.values(second.counts).every(({ added, conflicts }) => added + conflicts === 0),
    ).toBe(true);
    expect((await good(['list', '--json'])).json<{ total: number }>().total).toBe(250);
  });

  it('says what came in', async () => {
    await good(['seed', '--count', '5', '--videos', '1']);
    const archive = join(kling5.folder, 'five.zip');
    await good(['export', '--out', archive]);
    const other = await good(['import', archive, '--home', join(kling5.folder, 'other')]);
    expect(other.stdout).toMatch(/^generations +5 added, 0 here already, 0 kept beside others$/m);
    expect(other.stderr).toContain('verify');
  });

  it('tells with --dry-run what it would do, and does none of it', async () => {
    await good(['seed', '--count', '5', '--videos', '1']);
    const archive = join(kling5.folder, 'five.zip');
    await good(['export', '--out', archive]);
    const other = ['--home', join(kling5.folder, 'other')];
    const seen = (await good(['import', archive, '--dry-run', '--json', ...other])).json<{
      dryRun: boolean;
      wouldDo: Record<string, { added: number }>;
    }>();
    expect(seen).toMatchObject({ dryRun: true, wouldDo: { generations: { added: 5 } } });
    expect((await good(['list', '--json', ...other])).json<{ total: number }>().total).toBe(0);
    const lines = (await good(['import', archive, '--dry-run', ...other])).stdout;
    expect(lines).toMatch(/^generations +5 to add, 0 here already/m);
  });

  it('answers what it cannot import with a sentence and 1', async () => {
    const notOurs = join(kling5.folder, 'photos.zip');
    execFileSync('python3', [
      '-c',
      `import zipfile; zipfile.ZipFile('${notOurs}', 'w').writestr('a', 'b')`,
    ]);
    const text = join(kling5.folder, 'notes.txt');
    writeFileSync(text, 'no archive');
    mkdirSync(join(kling5.folder, 'folder'));
    for (const [file, code] of [
      [notOurs, 'archive-unsupported'],
      [text, 'archive-damaged'],
      [join(kling5.folder, 'folder'), 'invalid-input'],
      ['absent.zip', 'file-missing'],
    ] as const) {
      const run = await kling5.run(['import', file, '--json']);
      expect(run.exitCode, file).toBe(1);
      expect(run.json<Failure>().error, file).toMatchObject({
        code,
        message: expect.stringMatching(/\.$/),
      });
    }
    expect((await kling5.run(['import', '--json'])).exitCode).toBe(2);
  });

  it('is explained by help', async () => {
    const { stdout } = await good(['help']);
    expect(stdout).toMatch(/^ {2}import /m);
    expect(stdout).toMatch(/^ {2}seed /m);
    expect((await good(['help', 'import'])).stdout).toContain('kling5 import <file.zip>');
  });
});
