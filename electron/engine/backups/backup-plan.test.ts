import { expect, it } from 'vitest';
import { type BackupPast, type BackupPlan, nextBackupMs, retryMs } from './backup-plan.ts';

const hour = 3_600_000;
const now = 1000 * hour;
const plan: BackupPlan = { isOn: true, everyHours: 6, keep: 3, includeMedia: true, folder: '/b' };
const past: BackupPast = { lastAtMs: now - hour, triedAtMs: now - hour, problem: null };
const problem = { code: 'disk-full', message: 'The disk is full.' };

it.each([
  ['never when it is off', { ...plan, isOn: false }, past, null],
  ['never without a folder', { ...plan, folder: null }, past, null],
  ['at once when there is none yet', plan, { ...past, lastAtMs: null }, now],
  ['so many hours after the last', plan, past, now + 5 * hour],
  ['soon after one that did not work', plan, { ...past, problem }, now - hour + retryMs],
  ['at once when the clock was set back', plan, { ...past, lastAtMs: now + hour }, now],
])('is due %s', (_, asked, known, dueMs) => {
  expect(nextBackupMs(asked, known, now)).toBe(dueMs);
});
