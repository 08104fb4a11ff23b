import { expect, test } from 'vitest';
import { generationIdSchema } from '#shared/domain/ids.ts';
import type { GenerationStatus } from '#shared/domain/generation-status.ts';
import { createTranslate } from '../i18n/translate.ts';
import { dockProgress } from './dock-progress.ts';
import { createEndWatch, type Job, jobNotice } from './job-notice.ts';

const t = createTranslate('en');
const reason = ({ message }: { readonly message: string }) => message;

let last = 0;
function job(status: GenerationStatus, prompt = 'A fox'): Job {
  last += 1;
  const id = generationIdSchema.parse(`job0000${last}`);
  return { id, status, title: '', prompt, failure: null };
}

test('a job that was under way and is ready is told once', () => {
  const hasEnded = createEndWatch();
  const one = job('rendering');
  expect(hasEnded(one)).toBe(false);
  expect(hasEnded({ ...one, status: 'ready' })).toBe(true);
  expect(hasEnded({ ...one, status: 'ready' }), 'renamed later').toBe(false);
});

test('what the user cancelled is not told', () => {
  const hasEnded = createEndWatch();
  const one = job('queued');
  hasEnded(one);
  expect(hasEnded({ ...one, status: 'cancelled' })).toBe(false);
});

test('one clip has its name, and is what a click opens', () => {
  const one = job('ready', 'A fox\nin   the snow');
  expect(jobNotice(t, [one], reason)).toEqual({
    title: 'Your clip is ready',
    text: 'A fox in the snow',
    generationId: one.id,
  });
});

test('one that failed says why', () => {
  const failure = { code: 'render-failed', message: 'The model gave up.', details: {} } as const;
  const one = { ...job('failed'), failure };
  expect(jobNotice(t, [one], reason)).toMatchObject({
    title: 'A clip could not be made',
    text: 'A fox\nThe model gave up.',
  });
});

test('several are one notification, and a click opens one that can be played', () => {
  const ready = job('ready', 'A whale');
  const notice = jobNotice(t, [job('failed'), ready, job('ready')], reason);
  expect(notice).toEqual({
    title: '2 clips are ready, 1 could not be made',
    text: 'Among them: A whale',
    generationId: ready.id,
  });
});

test('a long prompt is cut between letters', () => {
  const notice = jobNotice(t, [job('ready', '🦊'.repeat(200))], reason);
  expect(notice?.text).toBe(`${'🦊'.repeat(79)}…`);
});

test('progress is that of what has been started', () => {
  expect(dockProgress([])).toBeNull();
  expect(dockProgress([{ status: 'queued', progress: null }])).toBeNull();
  const started = [
    { status: 'rendering', progress: 0.5 },
    { status: 'downloading', progress: 1 },
    { status: 'queued', progress: null },
  ] as const;
  expect(dockProgress(started)).toBe(0.75);
});
