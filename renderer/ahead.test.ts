import { afterEach, expect, it, vi } from 'vitest';
import type { StudioBridge } from '#shared/contract/studio.ts';

/** The page as it is loaded anew, and what it asked and is told. */
async function loadPage() {
  const asked: string[] = [];
  const listeners = new Set<() => void>();
  const studio: Pick<StudioBridge, 'call' | 'subscribe'> = {
    call: (_id, name) => {
      asked.push(name);
      return Promise.resolve({ ok: true, json: `"${name}"` });
    },
    subscribe: (listener) => {
      const told = () => listener('library.changed', {});
      listeners.add(told);
      return () => listeners.delete(told);
    },
  };
  vi.stubGlobal('studio', studio);
  vi.resetModules();
  const { takeAnswer } = await import('./ahead.ts');
  return { asked, takeAnswer, tell: () => listeners.forEach((told) => told()) };
}

afterEach(() => vi.unstubAllGlobals());

it('has asked before anybody asks, and gives each answer once', async () => {
  const { asked, takeAnswer } = await loadPage();
  expect(asked).toContain('profile.get');
  expect(await takeAnswer('profile.get', {})).toEqual({ ok: true, json: '"profile.get"' });
  expect(takeAnswer('profile.get', {})).toBeUndefined();
});

it('gives no answer to another question', async () => {
  const { takeAnswer } = await loadPage();
  expect(takeAnswer('library.page', { search: 'rain' })).toBeUndefined();
  expect(takeAnswer('queue.state', {})).toBeUndefined();
});

it('is not sure of anything once something happened', async () => {
  const { takeAnswer, tell } = await loadPage();
  tell();
  expect(takeAnswer('profile.get', {})).toBeUndefined();
});
