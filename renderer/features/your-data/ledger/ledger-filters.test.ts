import { expect, it } from 'vitest';
import { everyRequest, filterOf } from './ledger-filters.ts';

const nowMs = Date.parse('2026-11-24T10:20:30.400Z');

it('asks for everything when nothing is chosen', () => {
  expect(filterOf({ ...everyRequest, words: '  ' }, nowMs)).toEqual({});
});

it('asks for what is chosen, a period from a whole minute on', () => {
  const choice = {
    words: ' erase ',
    host: 'a.example',
    outcome: 'failed',
    period: 'week',
  } as const;
  expect(filterOf(choice, nowMs)).toEqual({
    words: 'erase',
    host: 'a.example',
    outcome: 'failed',
    from: '2026-11-17T10:20:00.000Z',
  });
});
