import { expect, test } from 'vitest';
import { bodyOffset, planResume } from './resume-plan.ts';

test('goes on where the part ends, only with a strong ETag', () => {
  const part = { partBytes: 40, expectedBytes: 100 };
  expect(planResume({ ...part, etag: '"a"' })).toEqual({
    action: 'resume',
    offset: 40,
    etag: '"a"',
  });
  expect(planResume({ ...part, etag: 'W/"a"' })).toEqual({ action: 'fetch', offset: 0 });
  expect(planResume({ ...part, etag: null })).toEqual({ action: 'fetch', offset: 0 });
});

test('a full part is only verified, an over-long one thrown away', () => {
  expect(planResume({ partBytes: 100, etag: null, expectedBytes: 100 }).action).toBe('verify');
  expect(planResume({ partBytes: 101, etag: '"a"', expectedBytes: 100 }).action).toBe('fetch');
});

test('a partial answer has to be the part that was asked for', () => {
  const plan = { action: 'resume', offset: 40, etag: '"a"' } as const;
  const offset = (status: number, contentRange: string | null) =>
    bodyOffset(plan, { status, contentRange }, 100);
  expect(offset(206, 'bytes 40-99/100')).toBe(40);
  expect(offset(206, 'bytes 0-99/100')).toBeNull();
  expect(offset(206, 'bytes 40-99/200')).toBeNull();
  expect(offset(206, null)).toBeNull();
  expect(offset(200, null)).toBe(0);
  expect(offset(416, 'bytes */100')).toBeNull();
});
