import { expect, it } from 'vitest';
import { firstClips } from '../ahead.ts';
import { firstPageOf } from './library-data.ts';
import { useLibraryView } from './library-view.ts';

it('asks at first for what was asked ahead, to the letter', () => {
  expect(JSON.stringify(firstPageOf(useLibraryView.getInitialState()))).toBe(
    JSON.stringify(firstClips),
  );
});
