import { expect, it } from 'vitest';
import { commandItems } from './palette-items.ts';

it('puts what is called so before what other words mean', () => {
  const names = commandItems('export', {}, { isWindows: false, hasClips: true }).map(
    ({ name }) => name,
  );
  expect(names.slice(0, 2)).toEqual(['Export everything…', 'Export the selected clips…']);
  expect(names).toContain('Save the selected clips elsewhere…');
  expect(names).toContain('Your data');
});

it('offers what is done to clips only where there are any', () => {
  const names = (hasClips: boolean) =>
    commandItems('clips', {}, { isWindows: false, hasClips }).map(({ name }) => name);
  expect(names(true)).toContain('Compare the selected clips');
  expect(names(false).filter((name) => name.includes('selected'))).toEqual([]);
});
