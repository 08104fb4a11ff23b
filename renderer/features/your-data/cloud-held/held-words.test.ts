import { expect, it } from 'vitest';
import type { AccessState } from '#shared/contract/access.ts';
import { createTranslate } from '../../../i18n/translate.ts';
import { heldCounts, heldView, inArchiveWords, onlyThereWords } from './held-words.ts';

const t = createTranslate();
const online = { isOffline: false, nowMs: Date.parse('2026-11-24T12:00:00Z') };
const offline = { ...online, isOffline: true };
const never: AccessState = { isOffered: true, request: null, held: null };
const request = {
  state: 'preparing',
  requestedAt: '2026-11-23T12:00:00Z',
  dueAt: '2026-12-23T12:00:00Z',
  nextTryAt: '2026-11-24T13:00:00Z',
  problem: null,
} as const;
const held = {
  fetchedAt: '2026-11-23T12:30:00Z',
  counts: [{ kind: 'account', count: 1 }],
  onlyThere: { clips: 0, images: 0 },
};

it('offers to ask, and says why it cannot', () => {
  const ask = { label: 'Ask the cloud', isDisabled: false };
  expect(heldView(t, never, online)).toEqual({ state: null, problem: null, isLate: false, ask });
  expect(heldView(t, never, offline)).toMatchObject({
    problem: 'You are offline. Ask when the connection is back.',
    ask: { isDisabled: true },
  });
  expect(heldView(t, { ...never, isOffered: false }, online)).toMatchObject({
    problem: 'This cloud does not offer it.',
    ask: null,
  });
});

it('tells the due date while it waits, and that it has passed', () => {
  const waiting = { ...never, request };
  expect(heldView(t, waiting, online)).toEqual({
    state:
      'Asked 23 Nov 2026. The cloud has to answer by 23 Dec 2026; the answer is fetched by itself.',
    problem: null,
    isLate: false,
    ask: null,
  });
  const late = heldView(t, waiting, { ...online, nowMs: Date.parse('2026-12-24T12:00:00Z') });
  expect(late.isLate).toBe(true);
  expect(late.state).toContain('had to answer by 23 Dec 2026 and has not');
});

it.each([
  ['cloud-unreachable', 'You are offline.'],
  ['cloud-unavailable', 'The cloud has a problem.'],
  ['cloud-unauthorised', 'The cloud did not accept the sign-in.'],
  ['hash-mismatch', 'The answer did not arrive whole.'],
  ['never heard of', 'The last answer made no sense.'],
])('says what %s means', (problem, words) => {
  const view = heldView(t, { ...never, request: { ...request, problem } }, online);
  expect(view.problem).toContain(words);
});

it('asks again after an answer, one thrown away there, and one erased here', () => {
  const fetched = { ...never, request: { ...request, state: 'fetched' as const } };
  expect(heldView(t, { ...fetched, held }, online)).toMatchObject({
    state: null,
    ask: { label: 'Ask again' },
  });
  expect(heldView(t, fetched, online).state).toContain('something was erased since');
  const expired = { ...never, request: { ...request, state: 'expired' as const } };
  expect(heldView(t, expired, online).state).toContain('threw its answer away');
});

it('counts by kind in one order, with what it does not know at the end', () => {
  const counts = [
    { kind: 'badge', count: 2 },
    { kind: 'generation', count: 1200 },
    { kind: 'medal', count: 1 },
    { kind: 'account', count: 1 },
  ];
  expect(heldCounts(t, counts).map(({ name, value }) => `${name} ${value}`)).toEqual([
    'Account 1',
    'Jobs 1,200',
    'Other 3',
  ]);
});

it.each([
  [0, 0, 'Every clip and image of it is on this device too.'],
  [1, 0, 'Not on this device: 1 clip.'],
  [0, 2, 'Not on this device: 2 images.'],
  [3, 1, 'Not on this device: 3 clips and 1 image.'],
])('says that %i clips and %i images are only there', (clips, images, words) => {
  expect(onlyThereWords(t, { clips, images })).toBe(words);
});

it('says whether an archive has it, and from when', () => {
  expect(inArchiveWords(t, { ...never, held })).toContain('held on 23 Nov 2026');
  expect(inArchiveWords(t, { ...never, request })).toContain('An export after that includes it');
  expect(inArchiveWords(t, never)).toContain('Ask the cloud first');
  expect(inArchiveWords(t, { ...never, isOffered: false })).toBeNull();
});
