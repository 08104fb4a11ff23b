import { describe, expect, it } from 'vitest';
import { createTranslate } from '../../../i18n/translate.ts';
import { askWords, cancelledWords, isFreeToCancel } from './cancel-words.ts';
import { creditRows } from './credit-rows.ts';
import { endingCodes, endingWords } from './ending-words.ts';
import { makeJob } from '../testing/make-job.ts';

const t = createTranslate();
const none = { quoted: 80, held: 0, settled: 0, refunded: 0 };

it('says why, what became of the credits, and what to do', () => {
  const failure = { code: 'policy-refused', message: 'Reason given: weapon', details: {} } as const;
  const job = makeJob({ status: 'refused', failure, credits: { ...none, refunded: 80 } });
  expect(endingWords(t, job, false)).toEqual({
    title: 'Kling refused this prompt',
    sentences: [
      'Reason given: weapon.',
      '80 credits were given back.',
      'Change the wording, then send it again. It is not sent again by itself.',
    ],
  });
});

it('says that a result can still be fetched', () => {
  const failure = { code: 'hash-mismatch', message: '', details: {} } as const;
  const paid = { ...none, settled: 80 };
  const { sentences } = endingWords(t, makeJob({ status: 'failed', failure, credits: paid }), true);
  expect(sentences).toEqual([
    'The file arrived damaged, each time that it was fetched.',
    'It was paid for: 80 credits.',
    'Try again: what the cloud still holds is fetched, not made anew.',
  ]);
});

describe.each(endingCodes)('%s', (code) => {
  const status = code === 'policy-refused' ? 'refused' : 'failed';
  const failure = { code, message: '', details: {} };
  const words = (credits: typeof none) =>
    endingWords(t, makeJob({ status, failure, credits }), false).sentences;

  it('is told as what happened, what became of the credits, and what to do', () => {
    const [what = '', credits, advice = '', ...more] = words(none);
    expect(more).toEqual([]);
    expect(what).toMatch(/^[A-Z].*\.$/);
    expect(credits).toBe('No credits were taken.');
    expect(advice).toMatch(/ again\b|^Try /);
  });

  it('says nothing of credits but what the books say, and promises nothing of a job that has ended', () => {
    const [what = '', credits] = words({ ...none, refunded: 80 });
    expect(credits).toBe('80 credits were given back.');
    expect(what).not.toMatch(/charged|given back|by itself|fetched again|asked again|looked up/i);
  });
});

it('asks only before something is lost, and says what', () => {
  expect(isFreeToCancel(makeJob({ status: 'queued' }))).toBe(true);
  expect(isFreeToCancel(makeJob({ status: 'rendering' }))).toBe(false);
  expect(askWords(t, makeJob({ status: 'queued' }))).toContain('nothing is charged');
  expect(askWords(t, makeJob())).toContain('given back: 80 credits');
  const paid = makeJob({ status: 'downloading', credits: { ...none, settled: 80 } });
  expect(askWords(t, paid)).toContain('paid for: 80 credits');
});

it('says afterwards what came back', () => {
  const words = (credits: typeof none) =>
    cancelledWords(t, makeJob({ status: 'cancelled', credits }));
  expect(words({ ...none, refunded: 1 })).toBe('Cancelled. 1 credit came back.');
  expect(words(none)).toBe('Cancelled. Nothing was charged.');
  expect(words({ ...none, settled: 80 })).toBe('Cancelled. It was paid for: 80 credits.');
});

it('keeps the books: held, given back, paid', () => {
  const events = ['created', 'accepted', 'refused'].map((type, index) => ({
    at: new Date(Date.UTC(2026, 10, 23, 13, 58, index)).toISOString(),
    type,
    status: 'queued' as const,
    note: '',
  }));
  const rows = (credits: typeof none, status: 'rendering' | 'refused') =>
    creditRows(t, { status, credits, events }).map(({ id, value }) => [id, value]);
  expect(rows(none, 'rendering')).toEqual([['price', '80']]);
  expect(rows({ ...none, held: 80 }, 'rendering')).toEqual([['held', '80']]);
  expect(rows({ ...none, refunded: 80 }, 'refused')).toEqual([
    ['held', '80'],
    ['givenBack', '+80'],
    ['paid', '0'],
  ]);
});
