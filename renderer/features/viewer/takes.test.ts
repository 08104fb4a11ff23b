import { expect, it } from 'vitest';
import { generationIdSchema } from '#shared/domain/ids.ts';
import { takesOf } from './takes.ts';

const take = (sequence: number, number: number, takeCount = 3, prompt = 'rain') => ({
  id: generationIdSchema.parse(`take${sequence}000000`),
  sequence,
  take: number,
  takeCount,
  prompt,
});

const library = [
  take(9, 2),
  take(8, 1),
  take(7, 3),
  take(6, 2),
  take(5, 1),
  take(4, 1, 1),
  take(3, 1, 3, 'sun'),
];

it('finds those of the same press of Generate, in their order', () => {
  expect(takesOf(take(6, 2), library).map(({ sequence }) => sequence)).toEqual([5, 6, 7]);
  expect(takesOf(take(9, 2), library).map(({ sequence }) => sequence)).toEqual([8, 9]);
});

it('finds none for a clip that was made alone', () => {
  expect(takesOf(take(4, 1, 1), library)).toEqual([]);
});
