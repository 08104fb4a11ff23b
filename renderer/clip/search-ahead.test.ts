import type { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { StudioReply } from '#shared/contract/studio.ts';
import { createQueryClient } from '../engine/queries.ts';
import { useLibraryView } from './library-view.ts';
import { searchAhead } from './search-ahead.ts';

/** An engine that answers when it is told to. */
let answer: (reply: StudioReply) => void;
let cancelled: number;
let client: QueryClient;

beforeEach(() => {
  cancelled = 0;
  client = createQueryClient();
  vi.stubGlobal('window', {
    studio: {
      call: () => new Promise<StudioReply>((resolve) => (answer = resolve)),
      cancel: () => (cancelled += 1),
    },
  });
  useLibraryView.getState().filterBy({ search: '' });
});
afterEach(() => {
  client.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const found: StudioReply = { ok: true, json: '{"items":[],"nextCursor":null}' };
const searched = () => useLibraryView.getState().search;

it('turns to a search when its clips are there', async () => {
  vi.useFakeTimers();
  const ended = searchAhead(client, 'rain', new AbortController().signal);
  await vi.advanceTimersByTimeAsync(100);
  expect(searched()).toBe('');
  answer(found);
  await ended;
  expect(searched()).toBe('rain');
});

it('takes the question back when another letter follows', async () => {
  const letter = new AbortController();
  const ended = searchAhead(client, 'rai', letter.signal);
  letter.abort();
  await ended;
  expect(cancelled).toBe(1);
  expect(searched()).toBe('');
});

it('does not wait long', async () => {
  vi.useFakeTimers();
  const ended = searchAhead(client, 'rain', new AbortController().signal);
  await vi.advanceTimersByTimeAsync(150);
  await ended;
  expect(searched()).toBe('rain');
});

it('leaves a search alone that was chosen meanwhile', async () => {
  const ended = searchAhead(client, 'rain', new AbortController().signal);
  useLibraryView.getState().filterBy({ search: 'tag:sea' });
  answer(found);
  await ended;
  expect(searched()).toBe('tag:sea');
});
