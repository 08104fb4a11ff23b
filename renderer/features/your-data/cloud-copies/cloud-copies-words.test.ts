import { expect, it } from 'vitest';
import type { SyncState } from '#shared/contract/sync.ts';
import { formatDateTime, formatTime } from '../../../i18n/format.ts';
import { createTranslate } from '../../../i18n/translate.ts';
import { syncLine, syncRemarks } from './cloud-copies-words.ts';

const t = createTranslate();
const nowMs = Date.parse('2026-11-23T12:00:00Z');
const calm: SyncState = {
  isOffered: true,
  isRunning: false,
  succeededAt: '2026-11-23T11:58:00Z',
  problem: null,
  unreadable: 0,
  notTold: 0,
};

it('says when it was looked, with the day when that was another', () => {
  expect(syncLine(t, calm, nowMs)).toBe(`Looked ${formatTime('2026-11-23T11:58:00Z')}`);
  const before = '2026-11-20T11:58:00Z';
  expect(syncLine(t, { ...calm, succeededAt: before }, nowMs)).toBe(
    `Looked ${formatDateTime(before)}`,
  );
  expect(syncLine(t, { ...calm, succeededAt: null }, nowMs)).toBe('Not looked yet');
  expect(syncLine(t, { ...calm, isRunning: true }, nowMs)).toBe('Looking…');
});

it('has nothing to remark when all is well', () => {
  expect(syncRemarks(t, calm)).toEqual([]);
});

it('says what was wrong and that nothing here was changed', () => {
  const state = {
    ...calm,
    problem: { code: 'cloud-invalid-answer' as const, message: '' },
    unreadable: 2,
    notTold: 1,
  };
  const remarks = syncRemarks(t, state);
  expect(remarks).toHaveLength(3);
  expect(remarks[0]).toMatch(/Nothing here was changed\.$/);
  expect(remarks[1]).toBe('2 entries of the list made no sense and were left out.');
  expect(remarks[2]).toBe('The list lacks 1 clip that it had before. Nothing is removed here.');
});
