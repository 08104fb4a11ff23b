import { expect, it } from 'vitest';
import { answerDueMs } from './privacy-request.ts';

const due = (sent: string) => new Date(answerDueMs(Date.parse(sent))).toISOString();

it('is due on the same day of the next month', () => {
  expect(due('2026-11-26T10:00:00.000Z')).toBe('2026-12-26T10:00:00.000Z');
  expect(due('2026-12-26T10:00:00.000Z')).toBe('2027-01-26T10:00:00.000Z');
});

it('is due on the last day of a month that is too short', () => {
  expect(due('2027-01-31T23:59:00.000Z')).toBe('2027-02-28T23:59:00.000Z');
  expect(due('2028-01-30T00:00:00.000Z')).toBe('2028-02-29T00:00:00.000Z');
});
