import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createIds } from '../ids.ts';
import { makeDrive } from '../testing/small-drive.ts';
import { prepareLibraryFolder } from './library-folder.ts';
import { acquireLibraryLock } from './library-lock.ts';
import { libraryPaths } from './library-paths.ts';

let home = '';
const library = () => join(home, 'library');
const prepare = (path = library()) =>
  prepareLibraryFolder({ home, library: path, logs: join(home, 'logs') }, createIds());
const code = (name: string) => expect.objectContaining({ code: name });

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'kling5-folder-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

test('makes a folder with a marker, and knows it again', () => {
  const made = prepare();
  expect(made.isNew).toBe(true);
  expect(prepare()).toEqual({ libraryId: made.libraryId, isNew: false });
});

test('a folder with files of others is left alone', () => {
  mkdirSync(library());
  writeFileSync(join(library(), 'thesis.docx'), '');
  expect(() => prepare()).toThrow(code('library-not-ours'));
});

test('after a wipe the folder becomes a library again, beside what was left to its owner', () => {
  mkdirSync(join(library(), 'videos'), { recursive: true });
  writeFileSync(join(library(), 'videos', 'holiday.txt'), 'mine');
  expect(() => prepare()).toThrow(code('library-not-ours'));
  writeFileSync(join(home, 'erase-receipt.json'), '{}');
  expect(prepare().isNew).toBe(true);
  expect(readFileSync(join(library(), 'videos', 'holiday.txt'), 'utf8')).toBe('mine');
});

test('a database without its marker is never taken for a free place', () => {
  mkdirSync(library());
  writeFileSync(join(home, 'erase-receipt.json'), '{}');
  writeFileSync(libraryPaths(library()).database, '');
  expect(() => prepare()).toThrow(code('library-not-ours'));
});

test('the home folder, a drive and the folder of settings are no libraries', () => {
  for (const path of [homedir(), parse(home).root, home]) {
    expect(() => prepare(path)).toThrow(code('library-not-ours'));
  }
});

test('a link to the home folder is the home folder', () => {
  const link = join(home, 'link');
  symlinkSync(homedir(), link);
  expect(() => prepare(link)).toThrow(code('library-not-ours'));
});

test('a drive that is a folder among others is no library, a folder on it is', (context) => {
  const drive = makeDrive(4 * 1024 * 1024);
  context.skip(!drive, 'only an administrator of Linux may make a drive');
  try {
    const root = drive?.folder ?? '';
    expect(() => prepare(root)).toThrow(code('library-not-ours'));
    expect(readdirSync(root)).toEqual([]);
    expect(prepare(join(root, 'Kling')).isNew).toBe(true);
    drive?.makeReadOnly();
    expect(() => prepare(join(root, 'another'))).toThrow(code('disk-read-only'));
  } finally {
    drive?.remove();
  }
});

test('a library that was there and is gone is missing, also when an empty mount point is left', () => {
  prepare();
  rmSync(library(), { recursive: true });
  expect(() => prepare()).toThrow(code('library-missing'));
  mkdirSync(library());
  expect(() => prepare()).toThrow(code('library-missing'));
});

test('a marker of a later format is refused', () => {
  prepare();
  const { marker } = libraryPaths(library());
  writeFileSync(marker, readFileSync(marker, 'utf8').replace('"format":1', '"format":2'));
  expect(() => prepare()).toThrow(code('library-newer'));
});

test('a marker that cannot be read is no reason to start over', () => {
  prepare();
  writeFileSync(libraryPaths(library()).marker, '{');
  expect(() => prepare()).toThrow(code('library-damaged'));
});

test('a read-only disk is named', (context) => {
  prepare();
  context.skip(!mount(library(), 'size=1m'), 'only root on Linux may mount');
  try {
    const { marker } = libraryPaths(library());
    writeFileSync(marker, '{"format":1,"libraryId":"abc"}');
    execFileSync('mount', ['-o', 'remount,ro', library()]);
    expect(() => prepare()).toThrow(code('disk-read-only'));
  } finally {
    execFileSync('umount', [library()]);
  }
});

function mount(folder: string, options: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false; // only root on Linux may; the check then has no place to run
  }
}

test('two engines never share a library, and a lock ends with its holder', () => {
  const lock = join(home, 'lock');
  const release = acquireLibraryLock(lock, 0);
  expect(() => acquireLibraryLock(lock, 0)).toThrow(code('library-locked'));
  release();
  acquireLibraryLock(lock, 0)();
});
