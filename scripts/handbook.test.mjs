// Keeps the handbook (docs/user/) true: its links lead somewhere, and it knows each command, filter and no other.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { queryKeys } from '#shared/domain/query/query-terms.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'docs/user');
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));
const textOf = (page) => readFileSync(join(folder, page), 'utf8');

describe('the handbook', () => {
  it.each(pages)('leads only to what is there: %s', (page) => {
    const targets = [...textOf(page).matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target);
    expect(targets.filter((target) => !existsSync(join(folder, target)))).toEqual([]);
  });

  it('leads to each of its pages', () => {
    const others = pages.filter((page) => page !== 'README.md');
    expect(others.filter((page) => !textOf('README.md').includes(`](${page})`))).toEqual([]);
  });

  it('tells of each command, and of no other', () => {
    const commands = readdirSync(join(root, 'electron/cli/commands')).map((name) =>
      name.replace('.ts', ''),
    );
    const told = new Set(
      [...textOf('command-line.md').matchAll(/`kling5 ([a-z]+)/g)].map(([, name]) => name),
    );
    expect(told).toEqual(new Set([...commands, 'help']));
  });

  it('tells of each filter of a search, and of no other', () => {
    const told = [...textOf('library.md').matchAll(/^\| `([a-z-]+):`/gm)].map(([, name]) => name);
    expect(new Set(told)).toEqual(new Set(queryKeys));
  });
});
