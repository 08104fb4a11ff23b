import { expect, it } from 'vitest';
import type { CollectionId, GenerationId } from '#shared/domain/ids.ts';
import { selectionOf, wholeExport } from './export-choice.ts';

const picked = ['clp000000001' as GenerationId];

it('asks for everything, for what is selected, or for days', () => {
  expect(selectionOf(wholeExport, picked)).toEqual({});
  expect(selectionOf({ ...wholeExport, subject: 'picked' }, picked)).toEqual({
    only: { ids: picked },
  });
  const days = {
    ...wholeExport,
    subject: 'dates',
    since: '2026-06-01',
    until: '2026-06-30',
  } as const;
  expect(selectionOf(days, [])).toEqual({
    only: {
      since: new Date(2026, 5, 1).toISOString(),
      until: new Date(2026, 6, 1).toISOString(), // the last day is in it
    },
  });
  expect(selectionOf({ ...days, until: '' }, [])?.only).not.toHaveProperty('until');
});

it('asks for a collection once one is chosen', () => {
  const chosen = { ...wholeExport, subject: 'collection' } as const;
  expect(selectionOf(chosen, picked)).toBeNull();
  const collectionId = 'col000000001' as CollectionId;
  expect(selectionOf({ ...chosen, collectionId }, picked)).toEqual({ only: { collectionId } });
});

it('asks for nothing when there is nothing to ask for', () => {
  expect(selectionOf({ ...wholeExport, subject: 'picked' }, [])).toBeNull();
  expect(selectionOf({ ...wholeExport, subject: 'dates' }, [])).toBeNull();
  const turned = { ...wholeExport, subject: 'dates', since: '2026-07-01', until: '2026-06-30' };
  expect(selectionOf(turned as typeof wholeExport, [])).toBeNull();
});
