import { expect, it } from 'vitest';
import {
  hasValue,
  replaceFilter,
  toggleValue,
  withoutFilter,
  withoutFilters,
} from './edit-query.ts';

it('ticks values of one key together and takes them off again', () => {
  const one = toggleValue('rain', 'label', 'red');
  expect(one).toBe('rain label:red');
  const two = toggleValue(one, 'label', 'blue');
  expect(two).toBe('rain label:red,blue');
  expect(hasValue(two, 'label', 'blue')).toBe(true);
  expect(toggleValue(toggleValue(two, 'label', 'red'), 'label', 'blue')).toBe('rain ');
  expect(toggleValue('', 'model', 'Kling 3.0, new')).toBe('model:"Kling 3.0, new"');
});

it('leaves what was kept out alone', () => {
  expect(toggleValue('-tag:draft', 'tag', 'final')).toBe('-tag:draft tag:final');
});

it('puts one filter in place of another', () => {
  const span = { type: 'month', year: 2026, month: 6 } as const;
  const term = { kind: 'date', key: 'on', span, isNegated: false } as const;
  expect(replaceFilter('on:2025 sea', 'on', term)).toBe('sea on:2026-06');
  expect(replaceFilter('on:2025 sea', 'on', null)).toBe('sea ');
});

it('takes off one filter, or all', () => {
  expect(withoutFilter('label:red sea rating:>=4', 1)).toBe('label:red sea ');
  expect(withoutFilters('label:red "blue sea" rating:>=4')).toBe('"blue sea"');
});
