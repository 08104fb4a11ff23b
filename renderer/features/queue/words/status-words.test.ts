import { expect, it } from 'vitest';
import { formatTime } from '../../../i18n/format.ts';
import { createTranslate } from '../../../i18n/translate.ts';
import { type Moment, statusLine } from './status-words.ts';
import { makeJob } from '../testing/make-job.ts';

const t = createTranslate();
const nowMs = Date.parse('2026-11-23T13:59:52Z');
const now: Moment = { nowMs, cloud: undefined, ahead: 0 };
const textOf = (job: Parameters<typeof makeJob>[0], moment: Partial<Moment> = {}) =>
  statusLine(t, makeJob(job), { ...now, ...moment }).text;

it('says the place of a job that waits for its turn', () => {
  expect(textOf({ status: 'queued' })).toBe('Next');
  expect(textOf({ status: 'queued' }, { ahead: 1 })).toBe('After 1 job');
  expect(textOf({ status: 'queued' }, { ahead: 12 })).toBe('After 12 jobs');
});

it('says how long it renders, and what is left only where that can be told', () => {
  expect(textOf({ progress: null })).toBe('Rendering, 1:12');
  expect(textOf({ progress: 0.02 })).toBe('Rendering, 1:12');
  expect(textOf({ progress: 0.38 })).toBe('Rendering, 1:12 · about 2 min left');
  expect(textOf({ progress: 0.9 })).toBe('Rendering, 1:12 · about 10 s left');
});

it('says the share of a transfer where it is known', () => {
  expect(textOf({ status: 'uploading', progress: 0.5 })).toBe('Uploading, 50%');
  expect(textOf({ status: 'downloading', progress: 0.64 })).toBe('Downloading, 64%');
  expect(textOf({ status: 'downloading', progress: null })).toBe('Downloading');
  expect(textOf({ status: 'downloading', step: 'save' })).toBe('Saving');
});

it('says what it waits for and when it is tried again', () => {
  const until = '2026-11-23T14:00:32.000Z';
  expect(textOf({ waiting: { reason: 'network', until } })).toBe(
    'Waiting for the network, next try in 40 s',
  );
  const since = '2026-11-23T13:02:00.000Z';
  expect(
    textOf({ waiting: { reason: 'cloud', until } }, { cloud: { reachable: 'no', since } }),
  ).toBe(`Cloud unreachable since ${formatTime(since)}, next try in 40 s`);
  expect(
    textOf({ waiting: { reason: 'cloud', until: null } }, { cloud: { reachable: 'yes', since } }),
  ).toBe('The service has a problem');
  const details = { code: 'hash-mismatch' };
  expect(textOf({ waiting: { reason: 'cloud', until, details } })).toBe(
    'The file arrived damaged, next try in 40 s',
  );
  const past = '2026-11-23T13:59:50.000Z';
  expect(textOf({ waiting: { reason: 'rate-limit', until: past } })).toBe(
    'The service asks to wait, trying again',
  );
});

it('says how full the disk is, as a warning', () => {
  const details = { neededBytes: 212_000_000, freeBytes: 90_000_000 };
  const job = makeJob({ status: 'downloading', waiting: { reason: 'disk', until: null, details } });
  expect(statusLine(t, job, now)).toEqual({
    text: 'The disk is full: 212 MB needed, 90 MB free',
    tone: 'warning',
  });
});

it('says why there is no clip', () => {
  const failure = { code: 'render-failed', message: '', details: {} } as const;
  expect(textOf({ status: 'failed', failure })).toBe('Kling could not make it');
  expect(textOf({ status: 'failed', failure: { ...failure, code: 'internal' } })).toBe('Failed');
  expect(statusLine(t, makeJob({ status: 'refused' }), now).tone).toBe('danger');
  expect(statusLine(t, makeJob({ status: 'cancelled' }), now).tone).toBe('muted');
});
