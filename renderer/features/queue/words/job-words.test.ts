import { expect, it } from 'vitest';
import { createTranslate } from '../../../i18n/translate.ts';
import { creditFigure, jobNote, jobTitle, stepOf } from './job-words.ts';
import { makeJob } from '../testing/make-job.ts';

const t = createTranslate();

it('names a take only where there are several', () => {
  expect(jobTitle(t, makeJob({ title: 'Umbrella' }))).toBe('Umbrella');
  expect(jobTitle(t, makeJob({ title: 'Umbrella', take: 3, takeCount: 4 }))).toBe(
    'Umbrella · take 3',
  );
});

it('says what a job is made of', () => {
  expect(jobNote(t, makeJob())).toBe('3.0 · 1080p · 10 s · text only');
  expect(jobNote(t, makeJob({ kind: 'image-to-video', parameters: {} }))).toBe(
    '3.0 · from an image',
  );
});

it('knows the step under way, and the one where a job stopped', () => {
  const nothing = { quoted: 80, held: 0, settled: 0, refunded: 0 };
  const failure = { code: 'size-mismatch', message: '', details: {} } as const;
  expect(stepOf(makeJob({ status: 'queued' }))).toBeNull();
  expect(stepOf(makeJob({ status: 'downloading', step: 'save' }))).toBe('save');
  expect(stepOf(makeJob({ status: 'downloading' }))).toBe('download');
  expect(stepOf(makeJob({ status: 'failed', failure }))).toBe('download');
  expect(stepOf(makeJob({ status: 'refused', credits: nothing }))).toBe('send');
  expect(stepOf(makeJob({ status: 'refused', credits: { ...nothing, refunded: 80 } }))).toBe(
    'render',
  );
});

it('shows credits as quoted, held, given back or paid', () => {
  const figure = (change: Parameters<typeof makeJob>[0]) => {
    const { text, tone, name } = creditFigure(t, makeJob(change));
    return [text, tone, name];
  };
  const credits = { quoted: 64, held: 0, settled: 0, refunded: 0 };
  expect(figure({ status: 'queued', credits })).toEqual(['64', 'muted', 'costs 64 credits']);
  expect(figure({ credits: { ...credits, held: 64 } })).toEqual(['64', 'plain', '64 credits held']);
  expect(figure({ status: 'failed', credits: { ...credits, refunded: 64 } })).toEqual([
    '+64',
    'positive',
    '64 credits given back',
  ]);
  expect(figure({ status: 'expired', credits: { ...credits, settled: 64 } })).toEqual([
    '64',
    'plain',
    '64 credits paid',
  ]);
  expect(figure({ status: 'cancelled', credits })).toEqual(['0', 'muted', '0 credits paid']);
});
