import { expect, it } from 'vitest';
import { formatTimeWithSeconds } from '../../../i18n/format.ts';
import { createTranslate } from '../../../i18n/translate.ts';
import { timeRows } from './time-rows.ts';

const t = createTranslate();
const nowMs = Date.parse('2026-11-23T14:00:00Z');
const at = (time: string) => `2026-11-23T${time}Z`;
const job: Parameters<typeof timeRows>[1] = {
  status: 'submitting',
  createdAt: at('13:58:00'),
  endedAt: null,
  attempts: 0,
  waiting: null,
  events: [{ at: at('13:58:10'), type: 'started', status: 'uploading', note: '' }],
};
const valuesOf = (change: Partial<typeof job>) =>
  Object.fromEntries(timeRows(t, { ...job, ...change }, nowMs).map(({ id, value }) => [id, value]));

it('says when it was asked for and when it began', () => {
  expect(valuesOf({})).toEqual({
    queued: `23 Nov 2026, ${formatTimeWithSeconds(at('13:58:00'))}`,
    started: formatTimeWithSeconds(at('13:58:10')),
  });
  expect(valuesOf({ events: [] })).not.toHaveProperty('started');
});

it('counts the tries and names the next one', () => {
  const waiting = { reason: 'cloud', until: at('14:00:40') } as const;
  expect(valuesOf({ attempts: 3, waiting })).toMatchObject({
    tries: '3',
    next: `${formatTimeWithSeconds(at('14:00:40'))}, in 40 s`,
  });
  const due = { reason: 'cloud', until: at('13:59:59') } as const;
  expect(valuesOf({ waiting: due })['next']).toBe('trying again');
  expect(valuesOf({ waiting: { reason: 'paused', until: null } })).not.toHaveProperty('next');
});

it('says how long it took, unless the clock was set back meanwhile', () => {
  expect(valuesOf({ status: 'failed', endedAt: at('13:59:22') })['took']).toBe('1 min');
  expect(valuesOf({ status: 'failed', endedAt: at('13:50:00') })).not.toHaveProperty('took');
});
