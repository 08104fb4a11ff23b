import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../clock.ts';
import { createLogFile } from './log-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kling5-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('one line of JSON for each event, redacted', () => {
  const log = createLogFile(join(folder, 'logs'), systemClock);
  log.info('started', { version: '1.0.0' });
  log.warn('odd', { code: 'odd', reason: 'Bearer canary' });
  const text = readFileSync(join(folder, 'logs', 'engine.log'), 'utf8');
  const lines = text.trimEnd().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual([
    'started',
    'odd',
  ]);
  expect(text).not.toContain('canary');
});

test('the files stay few and small, however much is written', () => {
  const log = createLogFile(folder, systemClock);
  for (let line = 0; line < 40_000; line += 1) log.info('busy', { message: 'x'.repeat(200) });
  const files = readdirSync(folder);
  expect(files.length).toBe(5);
  for (const file of files) {
    expect(statSync(join(folder, file)).size).toBeLessThanOrEqual(1024 * 1024);
  }
});

test('a log that cannot be written does not stop anyone', () => {
  const log = createLogFile('/dev/null/logs', systemClock);
  expect(() => log.error('lost')).not.toThrow();
});
