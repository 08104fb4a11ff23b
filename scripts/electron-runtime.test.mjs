// Which Electron is chosen, and when the sandbox stays on.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseRuntime, electronFlags } from './electron-runtime.mjs';
import { fallbackSupported, preparedFallback } from './electron-runtime/fallback.mjs';
import { fetchFailedRecently, rememberFetchFailure } from './electron-runtime/official.mjs';

const nothing = {
  override: undefined,
  official: undefined,
  fetchFailed: false,
  fallback: undefined,
  fallbackSupported: true,
};
const official = { executable: '/dist/electron', version: '45.0.0' };

describe('the order of runtimes', () => {
  it.each([
    [
      'the override wins over everything',
      { override: '/mine', official, fallback: '/f' },
      'override',
    ],
    ['the official binary wins over the fallback', { official, fallback: '/f' }, 'official'],
    ['fetching comes before the fallback', { fallback: '/f' }, 'fetch'],
    [
      'a failed fetch uses the prepared fallback',
      { fetchFailed: 'now', fallback: '/f' },
      'fallback',
    ],
    ['a failed fetch prepares the fallback', { fetchFailed: 'now' }, 'prepare'],
    ['an earlier failure is not repeated', { fetchFailed: 'earlier' }, 'prepare'],
    [
      'without a fallback an earlier failure is tried again',
      { fetchFailed: 'earlier', fallbackSupported: false },
      'fetch',
    ],
    [
      'without a fallback a failure now is the end',
      { fetchFailed: 'now', fallbackSupported: false },
      'none',
    ],
  ])('%s', (_title, known, choice) => {
    expect(chooseRuntime({ ...nothing, ...known })).toBe(choice);
  });

  it('offers the fallback on Linux x64 only', () => {
    expect(fallbackSupported('linux', 'x64')).toBe(true);
    expect(fallbackSupported('linux', 'arm64')).toBe(false);
    expect(fallbackSupported('darwin', 'x64')).toBe(false);
  });

  it('does not take an unfinished folder for a runtime', () => {
    expect(preparedFallback(mkdtempSync(join(tmpdir(), 'kling5-runtime-')))).toBeUndefined();
  });
});

describe('a failed fetch', () => {
  it('is remembered for a day', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'kling5-runtime-')), 'failed.json');
    const dayMs = 24 * 60 * 60 * 1000;
    expect(fetchFailedRecently(1_000, file)).toBe(false);
    rememberFetchFailure(1_000, file);
    expect(fetchFailedRecently(1_000 + dayMs - 1, file)).toBe(true);
    expect(fetchFailedRecently(1_000 + dayMs, file)).toBe(false);
  });
});

describe('the sandbox', () => {
  it('is off only for root on Linux', () => {
    expect(electronFlags('linux', 0)).toEqual(['--no-sandbox']);
    expect(electronFlags('linux', 1000)).toEqual([]);
    expect(electronFlags('darwin', 0)).toEqual([]);
    expect(electronFlags('win32', undefined)).toEqual([]);
  });
});
