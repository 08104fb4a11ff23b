import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  generationEvents,
  generationStatuses,
  type GenerationStatus,
  isActive,
  transition,
} from './generation-status.ts';

it('goes the straight way from click to clip', () => {
  const events = ['started', 'uploaded', 'accepted', 'rendered', 'saved'] as const;
  let status: GenerationStatus = 'queued';
  for (const event of events) status = transition(status, event) ?? 'failed';
  expect(status).toBe('ready');
});

it('leaves a cancelled clip only to fetch what the cloud still holds', () => {
  const leaving = generationEvents.filter((event) => transition('cancelled', event) !== null);
  expect(leaving).toEqual(['refetched']);
});

it('never leaves ready or refused, whatever happens', () => {
  for (const status of ['ready', 'refused'] as const) {
    for (const event of generationEvents) expect(transition(status, event)).toBeNull();
  }
});

it('cannot reach ready without the cloud having accepted and rendered it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...generationEvents), { maxLength: 30 }), (events) => {
      let status: GenerationStatus = 'queued';
      const happened: string[] = [];
      for (const event of events) {
        const next = transition(status, event);
        if (next === null) continue;
        happened.push(event);
        status = next;
      }
      if (status !== 'ready') return true;
      const wasFetched = happened.includes('rendered') || happened.includes('refetched');
      return wasFetched && happened.at(-1) === 'saved';
    }),
    { seed: 5, numRuns: 2000 },
  );
});

it('lets every active job be cancelled', () => {
  for (const status of generationStatuses.filter(isActive)) {
    expect(transition(status, 'cancelled')).toBe('cancelled');
  }
});
